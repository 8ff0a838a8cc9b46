// The lines of a document in another order than the file's, for the table: types only.
import type { Result } from '../base/result.ts'
import type { LineId } from '../base/units.ts'
import type { Message } from '../i18n/message.ts'
import type { FoundLine } from './documentApi.ts'
import type { OnProgress } from './progress.ts'

/** What lines are sorted by. */
export type SortBy =
  /** A column that the table shows, by its id. */
  | { readonly kind: 'column'; readonly id: string }
  /** Their numbers: descending, for ascending is the file's order. */
  | { readonly kind: 'line' }
  /** Their bytes, line ends not counted. */
  | { readonly kind: 'size' }
  /** How many tokens they have, as far as they are counted. */
  | { readonly kind: 'tokens' }

export interface SortRequest {
  readonly by: SortBy
  readonly isDescending: boolean
}

/**
 * The order of the rows of every view. Kinds of values stand in a fixed order in both directions: numbers, times
 * (strings as ISO 8601 has them), other strings in natural order by code points, false and true, arrays, objects,
 * null; then lines without the value, lines that are no JSON, blank lines. What is equal stands as in the document.
 */
export interface SortFacts extends SortRequest {
  /** Of the column. */
  readonly title: Message
  /** Lines changed since: they stand where they stood, and added lines at the end. */
  readonly isStale: boolean
  /** Lines without the value when it was sorted; with nothing to sort them by, they stand behind all others. */
  readonly missing: number
  /** Lines that are no JSON, which stand behind those. */
  readonly notJson: number
}

export interface SortingApi {
  /**
   * Shows the rows of all views in another order. The document stays as it is. Reports bytes. When it fails,
   * or is cancelled, the order of before stays, or with millions of lines that of the document is back. Fails with `not-read` before all lines are read, and with `unknown-column`.
   */
  sortRows(request: SortRequest, jobId: string, onProgress: OnProgress): Promise<Result<void>>
  /** Where a line stands in the document, however rows are sorted. */
  indexOfLine(id: LineId): Promise<Result<FoundLine>>
  /** The order of the document again. */
  unsortRows(): Promise<Result<void>>
}
