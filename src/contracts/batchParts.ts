// What a document gives to a batch: its lines as files that an API takes, the line that an error of the
// API is about, and single requests to try first.
import type { Result } from '../base/result.ts'
import type { LineId, LineNumber, TextOffset } from '../base/units.ts'
import type { FoundLine } from './documentApi.ts'
import type { OnProgress } from './progress.ts'

/** What one batch may hold; a part stays within all of it. */
export interface PartLimits {
  readonly lines: number
  readonly bytes: number
  /** What the document's format counts beside lines: inputs to embed. */
  readonly items?: number | undefined
}

/**
 * Which lines may be in one part:
 * - `none`: any
 * - `file`: those that have the same of what the document's format wants to be the same in a file
 * - `batch`: of these, the ones with the same url, since a batch is started for one
 */
export type PartGroups = 'none' | 'file' | 'batch'

export interface BatchPartsRequest {
  readonly jobId: string
  readonly limits: PartLimits
  readonly groups: PartGroups
  /**
   * `valid`: lines with a warning are among them, and one that is wrong only beside lines of another group.
   * Blank lines are in neither.
   */
  readonly selection: 'all' | 'valid'
}

export interface ValueCount {
  readonly value: string
  readonly lines: number
}

export interface PartEnd {
  readonly id: LineId
  /** As the line stood when the part was made. */
  readonly line: LineNumber
}

/** Lines of the document as one file to upload. */
export interface BatchPart {
  /**
   * References to the opened file and texts of edited lines: nothing is copied, except where lines end
   * with CR LF, or are short between blank ones or lines of other parts. LF ends every line; there are
   * neither blank lines nor a byte order mark. It is readable for as long as the file on disk stays as it is.
   */
  readonly blob: Blob
  readonly lines: number
  readonly bytes: number
  /** 0 for formats that count none. */
  readonly items: number
  readonly first: PartEnd
  readonly last: PartEnd
  /**
   * The ids of its lines in order, as runs: a first id, how many follow one another from it, and so on.
   * By them a line is found after any edit. Plain numbers, so that they can be kept as JSON.
   */
  readonly ids: readonly number[]
  /** The `url` that all lines have; undefined where there are several, or a line without. */
  readonly endpoint: string | undefined
  /** The most frequent urls and models, at most MAX_PART_VALUES of each. */
  readonly urls: readonly ValueCount[]
  readonly models: readonly ValueCount[]
  /** How many different models there are. */
  readonly modelCount: number
  /**
   * A tree hash by SHA-256 over all of its bytes (session/parts/contentHash.ts). Parts with the same hash
   * have the same content, whatever file or edits it came from; another length of the tree's leaves would
   * give another hash, so it compares with nothing but hashes made here.
   */
  readonly contentHash: string
  /** Of the document that it was made of. */
  readonly revision: number
}

/** Urls and models that are named of a part. */
export const MAX_PART_VALUES = 5

/** A line of a part, by its place in it. */
export interface PartLine {
  readonly first: LineId
  /**
   * Of the part. Absent: the line is counted from `first` among the lines that are not blank now, which is
   * right as long as no line between them was added, deleted or moved since.
   */
  readonly ids?: readonly number[] | undefined
  /**
   * Of the part, when it was made since the document was opened: saving over the file gives all lines new
   * ids, and by this it is known which ones these are. Absent: ids are as they are now.
   */
  readonly revision?: number | undefined
  /** 1-based, as `line` of an error in a batch's `errors.data`. */
  readonly at: number
}

/**
 * `first`: the first valid line. `random`: so many valid lines, no line twice, the same ones for the same
 * `seed` and document, in their order. Where no line is valid, lines that are not blank. At most MAX_TRIED.
 */
export type RequestChoice =
  | { readonly kind: 'first' }
  | { readonly kind: 'ids'; readonly ids: readonly LineId[] }
  | { readonly kind: 'random'; readonly count: number; readonly seed: number }

/** Requests that are tried at a time. */
export const MAX_TRIED = 100

/** A line as a request. What it lacks is undefined; a line that is no JSON object lacks all. */
export interface RequestLine {
  readonly id: LineId
  readonly line: LineNumber
  /** The whole line. */
  readonly text: string
  readonly customId: string | undefined
  readonly method: string | undefined
  readonly url: string | undefined
  /** The part of `text` that is the body, as it stands there. */
  readonly body: string | undefined
}

export interface RequestLines {
  readonly revision: number
  readonly requests: readonly RequestLine[]
}

/** The part of a document's contract that is about batches. */
export interface RequestsApi {
  /**
   * All lines, group by group in the order of their first lines, each group in its order in as few files as the
   * limits allow; none without lines. Reports bytes, twice those of the document: they are put together and
   * read. Fails with `line-too-large` for a line that no part can hold, with `too-many-groups`, and with
   * `not-read` before all lines are read.
   */
  batchParts(
    request: BatchPartsRequest,
    onProgress: OnProgress,
  ): Promise<Result<readonly BatchPart[]>>
  /** No line when it was deleted since, or when the part has fewer lines. */
  lineOfPart(line: PartLine): Promise<Result<FoundLine>>
  /**
   * Where a field such as `body.messages[0].content` stands in the text of a line, or the value that lacks it.
   * Undefined where neither is there, and for a line that is not JSON, gone, or too long to be edited.
   */
  placeOfField(id: LineId, field: string): Promise<Result<TextOffset | undefined>>
  /** Ids of lines that are gone are passed over. */
  requestsAt(choice: RequestChoice): Promise<Result<RequestLines>>
}
