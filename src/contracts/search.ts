// What is searched for, and how far the search is: types only.
import type { Progress } from './progress.ts'

export interface SearchQuery {
  /**
   * Literal, or an expression in the syntax of JavaScript. Of any length; lines are searched one by
   * one, so a line feed is in none. Empty matches nothing and clears an earlier search.
   */
  readonly text: string
  readonly isRegExp: boolean
  /** Otherwise letters match in either case, in all of Unicode. */
  readonly matchCase: boolean
}

/** In bytes of the file. */
export interface SearchProgress extends Progress {
  readonly state: 'searching' | 'done'
  /** Found so far, in lines as they are in the file; at the end, in edited and added ones, too. */
  readonly matchingLines: number
}
