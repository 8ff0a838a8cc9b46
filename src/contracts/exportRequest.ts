// Which lines are exported, as what, and what comes of it: types only.
import type {
  ExportOption,
  ExportOptions,
  ExportOptionValue,
} from '../exporters/lines/exportOptions.ts'
import type { Result } from '../base/result.ts'
import type { Message } from '../i18n/message.ts'
import type { View } from './documentApi.ts'
import type { OnProgress } from './progress.ts'

export type { ExportOption, ExportOptionValue }

export type ExportSelection =
  | { readonly kind: 'all' }
  | { readonly kind: 'valid' }
  | { readonly kind: 'invalid' }
  | { readonly kind: 'view'; readonly view: View }
  /** Those that are chosen when the export begins. */
  | { readonly kind: 'chosen' }

export type ExportOrder = 'shown' | 'file'

/** An export without being a job. */
export interface ExportChoice {
  /** The lines. None gives an empty export. */
  readonly selection: ExportSelection
  /** They are written as rows are sorted, if they are; else, and when absent, in the order of the document. */
  readonly order?: ExportOrder
  /** Of one of the catalogue's exporters. */
  readonly exporterId: string
  /** By name; those that are absent are as the exporter has them. Of fields also TABLE_COLUMNS. */
  readonly options?: Readonly<Record<string, ExportOptionValue>>
}

export interface ExportRequest extends ExportChoice {
  readonly jobId: string
}

export interface ExportedBlob {
  readonly blob: Blob
  /** What was left out, or is otherwise than one would think. */
  readonly notes: readonly Message[]
}

export interface ExportedFile {
  /** Bytes written. */
  readonly bytes: number
  readonly notes: readonly Message[]
}

/** What the choices would write, by the first lines. */
export interface ExportPreview {
  /** Lines that are chosen. */
  readonly lines: number
  /** Those of them that would be left out since they are blank or not JSON. */
  readonly leftOut: number
  /** What the first lines become, cut after some thousand code units. */
  readonly text: string
  /** It is all that would be written. */
  readonly isWhole: boolean
  /** Bytes that would be written, about; undefined where the first lines say nothing of it. */
  readonly bytes: number | undefined
  /** Why it would not be written. */
  readonly refusal?: Message
  /** Paths of values in the first lines, in their order; the one with most to read is the first. */
  readonly paths: readonly string[]
  /** None where the table shows lines as text. */
  readonly tableColumns: readonly TableColumn[]
}

/** A column that the table shows, as the fields of an export have it. */
export interface TableColumn {
  readonly text: string
  readonly title: Message
}

/** A field that can be chosen. */
export interface ExportField {
  readonly path: string
  /** What its column is called. */
  readonly title: string
  /** How many lines have it. */
  readonly lines: number
}

export interface ExportFields {
  /** In the order in which they first stand. */
  readonly fields: readonly ExportField[]
  /** Lines with fields beyond those, of which there are too many to choose from. */
  readonly linesWithMore: number
}

export interface ExporterInfo {
  readonly id: string
  readonly title: Message
  readonly summary: Message
  readonly extension: string
  readonly options: ExportOptions
  /** Lines that are no JSON are in it as they are. */
  readonly takesAnyLine: boolean
  readonly isCompressed: boolean
}

/** The part of `DocumentApi` by which lines become files. */
export interface ExportApi {
  /**
   * The export as a Blob of references into the file: for downloads. No revision: changes wait until
   * it is written, so it is of the document as it was when asked for. Fails with `bad-option` and, where the
   * exporter has a limit, `too-many-lines`.
   */
  exportBlob(request: ExportRequest, onProgress: OnProgress): Promise<Result<ExportedBlob>>
  /** Writes to a file of the user's; an unfinished file is aborted. No revision, as `exportBlob`. */
  exportToFile(
    request: ExportRequest,
    handle: FileSystemFileHandle,
    onProgress: OnProgress,
  ): Promise<Result<ExportedFile>>
  /** Of now, so it has no revision. What is missing or wrong in the options is its `refusal`. */
  exportPreview(choice: ExportChoice): Promise<Result<ExportPreview>>
  /**
   * The fields that the lines have, found by reading all of them; by the option `nested` those in objects as
   * well. Reports bytes. No revision, as `exportBlob`.
   */
  exportFields(request: ExportRequest, onProgress: OnProgress): Promise<Result<ExportFields>>
}
