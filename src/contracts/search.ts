// What is searched for, and how far the search is: types only.
import type { Result } from '../base/result.ts'
import type { KnownField } from '../fields/collectFields.ts'
import type { Progress } from './progress.ts'

export type { KnownField } from '../fields/collectFields.ts'

export interface SearchQuery {
  /**
   * Literal, or an expression in the syntax of JavaScript. Of any length; lines are searched one by
   * one, so a line feed is in none. Empty matches nothing and clears an earlier search.
   */
  readonly text: string
  readonly isRegExp: boolean
  /** A query of `fields`; neither `isRegExp` nor `matchCase` counts then. */
  readonly isQuery?: boolean
  /** Otherwise letters match in either case, in all of Unicode. */
  readonly matchCase: boolean
}

/** In bytes of the file. */
export interface SearchProgress extends Progress {
  readonly state: 'searching' | 'done'
  /** Found so far, in lines as they are in the file; at the end, in edited and added ones, too. */
  readonly matchingLines: number
  /** Of a query: lines that are no JSON, so that it cannot be told of them. Blank lines are not counted. */
  readonly skippedLines?: number
}

/** What the page may ask about the fields of lines. */
export interface FieldsApi {
  /**
   * Fields of a sample of lines from the whole file, in the order in which people likely want them, with some
   * values. To complete what is typed; a field that is not here may be in other lines.
   */
  fieldNames(): Promise<Result<readonly KnownField[]>>
}
