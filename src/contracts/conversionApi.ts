// What the page may ask the worker that converts files: what a file is, what would become of it, and the file
// of lines that it becomes. Nothing of a file crosses but its head and the reference to it.
import type { Result } from '../base/result.ts'
import type {
  LeftOut,
  OptionValues,
  SourceDefinition,
  SourceOption,
} from '../conversion/defineSource.ts'
import type { ConversionPreview, ConversionResult } from '../conversion/convertFile.ts'
import type { TextEncoding, TextEncodingId } from '../conversion/encodings/textEncodings.ts'
import type { LeftOutSummary } from '../conversion/leftOutReport.ts'
import type { Message } from '../i18n/message.ts'
import type { OnProgress } from './progress.ts'
import type { TranslationApi } from './translationApi.ts'

export type {
  ConversionPreview,
  ConversionResult,
  LeftOut,
  LeftOutSummary,
  OptionValues,
  SourceOption,
  TextEncodingId,
}

/** What a file can be taken for. */
export interface SourceInfo extends Pick<SourceDefinition, 'id' | 'title' | 'summary' | 'options'> {
  /** The options that fit the file, or their initial values. Complete. */
  readonly values: OptionValues
  readonly isRecognised: boolean
}

/** A file in a container, which is unpacked as it is read. */
export interface PackedPart {
  /** Of the container, with its extension. */
  readonly container: string
  /** Which of the files in it. */
  readonly index: number
  /** The user was asked and wants it, however small it is packed. */
  readonly allowsAnyRatio: boolean
}

export interface InspectRequest {
  readonly file: Blob
  /** Where `file` is a container and not what is looked at. */
  readonly packed?: PackedPart | undefined
  /** With its extension. */
  readonly name: string
  /** Where the user knows it; absent: as it looks. */
  readonly encoding?: TextEncodingId | undefined
}

export interface Inspection {
  readonly encoding: TextEncodingId
  /** It is text that is not JSON Lines in UTF-8, and one of `sources` is recognised. */
  readonly isConvertible: boolean
  /** All that can be read. */
  readonly encodings: readonly TextEncoding[]
  /** All there are; what the file may be comes first, the likeliest before the others. */
  readonly sources: readonly SourceInfo[]
}

/** How a file becomes lines. */
export interface ConversionChoice {
  readonly sourceId: string
  readonly options: OptionValues
  readonly encoding: TextEncodingId
}

export interface PreviewRequest extends ConversionChoice {
  readonly file: Blob
  /** Where `file` is a container. */
  readonly packed?: PackedPart | undefined
}

export interface ConvertRequest extends PreviewRequest {
  readonly jobId: string
  /** Of the new file. */
  readonly name: string
}

/** A part that was left out, of which it is asked where it stands. */
export interface FindLineRequest extends PreviewRequest {
  readonly jobId: string
  readonly part: Pick<LeftOut, 'row' | 'offset'>
}

export interface PackedFileInfo {
  /** As it stands in the container; shown, and never used as a path. */
  readonly name: string
  /** Bytes unpacked, as the container says; absent where it does not. */
  readonly size?: number
  /** Why it cannot be unpacked. */
  readonly refusal?: Message
}

export interface UnpackRequest {
  readonly jobId: string
  /** gzip, Zstandard or zip. */
  readonly file: Blob
  /** With its extension. */
  readonly name: string
  /** Which of the files in it. */
  readonly index: number
  /** The user was asked and wants it, however small it is packed. */
  readonly allowsAnyRatio: boolean
}

export interface UnpackedFile extends NewFile {
  /** Why `file` is not all that was packed. */
  readonly problem?: Message
  /** What was left out that is no part of it, or could not be verified. */
  readonly note?: Message
}

export interface NewFile {
  /** In private storage, or in memory when it is small. */
  readonly file: File
  /** For `discard`. */
  readonly id: string
}

/** `problem`: why what was converted is not all that was packed. */
export interface ConvertedFile
  extends ConversionResult,
    NewFile,
    Pick<UnpackedFile, 'problem' | 'note'> {}

export interface ConversionApi extends TranslationApi {
  inspect(request: InspectRequest): Promise<Result<Inspection>>
  preview(request: PreviewRequest): Promise<Result<ConversionPreview>>
  /**
   * Reports bytes of the file that were read. Nothing is kept of a conversion that fails or is cancelled. What is
   * packed is never stored unpacked; it fails, and is cut where it is damaged, as with `unpack`.
   */
  convert(request: ConvertRequest, onProgress: OnProgress): Promise<Result<ConvertedFile>>
  /** The line of the file in which a part begins, from 1; reads the file up to there. */
  findLine(request: FindLineRequest): Promise<Result<number>>
  /** What is in a file that is packed. Fails with `unpack-broken`, and `unpack-refused` for any other file. */
  contents(file: Blob, name: string): Promise<Result<readonly PackedFileInfo[]>>
  /**
   * Reports bytes of the container that were read. What is damaged after some bytes is unpacked up to there, and
   * says so. Fails with `unpack-suspicious` when the user has to be asked, `unpack-too-large`, `unpack-refused`,
   * `unpack-broken`.
   */
  unpack(request: UnpackRequest, onProgress: OnProgress): Promise<Result<UnpackedFile>>
  /** Takes away a file that was made here; nothing happens for an `id` of another worker. */
  discard(id: string): Promise<Result<void>>
  /** Does not wait for the end of the job. */
  cancel(jobId: string): Promise<Result<void>>
}
