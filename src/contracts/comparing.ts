// Whether open documents share lines, as when a file for validating holds examples that a model is trained on:
// types, and a bound.
import type { Result } from '../base/result.ts'

/**
 * Lines above which a document is not compared, and its file finding says so: the hashes would take 64 MB, and as
 * much in each other document.
 */
export const MOST_COMPARED_LINES = 2 ** 23

/** Another open document of the same format. */
export interface OtherLines {
  readonly name: string
  /** What its `lineHashes` gave; undefined of one with too many lines. */
  readonly hashes: Float64Array<ArrayBuffer> | undefined
}

export interface ComparingApi {
  /**
   * The hashes of the lines as they are now, ascending, each once. Those of two documents can be compared where
   * both were opened with one seed. Of a format whose lines are compared across documents; none of others.
   * Undefined: the document has more than `MOST_COMPARED_LINES`.
   */
  lineHashes(): Promise<Result<Float64Array<ArrayBuffer> | undefined>>
  /**
   * Says of the file which of these it shares the most lines with, and with which it was not compared, until it is
   * called again; nothing where there are none. Equal hashes count as equal lines: of a million in each file that is wrong about once in 8,000.
   */
  compareLines(others: readonly OtherLines[]): Promise<Result<void>>
}
