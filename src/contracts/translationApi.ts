// What the page may ask the worker that converts files about batches of other providers: what requests are, what
// would become of them, and the file of requests that another provider takes.
import type { Result } from '../base/result.ts'
import type { LineNumber } from '../base/units.ts'
import type { ConversionResult } from '../conversion/convertFile.ts'
import type { Message } from '../i18n/message.ts'
import type { ShapeInfo, TranslationNote } from '../translation/translate.ts'
import type { AttachedFindings } from './attachedFindings.ts'
import type { NewFile } from './conversionApi.ts'
import type { OnProgress } from './progress.ts'

export type { ShapeInfo }

/** What requests are translated into. */
export interface TranslationChoice {
  /** The id of a shape. */
  readonly target: string
  /** Of all requests; absent: as they have it. */
  readonly model?: string | undefined
  /** Of requests that have no token limit, where the target demands one. */
  readonly maxTokens?: number | undefined
}

export interface PreviewTranslationRequest {
  readonly file: Blob
  /** Absent: a shape that the requests do not have. */
  readonly choice?: TranslationChoice | undefined
}

/** A line of the file, and what becomes of it. */
export interface PreviewedLine {
  readonly line: LineNumber
  /** Cut after PREVIEWED_LENGTH code units, as is `after`. */
  readonly before: string
  /** Absent where it cannot be translated. */
  readonly after?: string
  /** Why it cannot be. */
  readonly reason?: Message
  /** With the titles of their kinds. */
  readonly notes: readonly PreviewedNote[]
}

export interface PreviewedNote extends Pick<TranslationNote, 'code' | 'severity' | 'message'> {
  readonly title: Message
}

export interface TranslationPreview {
  /** What most of the first lines are; absent where none of them is a request. */
  readonly shape?: ShapeInfo
  /** What any of the first lines can be translated into, but for `shape`. */
  readonly targets: readonly ShapeInfo[]
  /** That of the lines; absent where there is none. */
  readonly target?: string
  /** Of lines that were looked at, whether any needs a token limit that it does not have. */
  readonly needsTokenLimit: boolean
  readonly lines: readonly PreviewedLine[]
  /** There are more lines than `lines`. */
  readonly isCut: boolean
}

/** Code units of a line that a preview shows. */
export const PREVIEWED_LENGTH = 1000

export interface TranslateRequest {
  readonly jobId: string
  readonly file: Blob
  readonly choice: TranslationChoice
  /** Of the new file. */
  readonly name: string
}

export interface TranslatedFile extends ConversionResult, NewFile {
  /** What is to be known of each line. */
  readonly attached: AttachedFindings
  /** Lines that somebody should look at. */
  readonly needAttention: number
}

/** The part of the contract that is about requests of other providers. */
export interface TranslationApi {
  previewTranslation(request: PreviewTranslationRequest): Promise<Result<TranslationPreview>>
  /**
   * Reports bytes of the file that were read. Nothing is kept of a translation that fails, is cancelled, or gives
   * no line: that one fails with `nothing-translated`.
   */
  translate(request: TranslateRequest, onProgress: OnProgress): Promise<Result<TranslatedFile>>
}
