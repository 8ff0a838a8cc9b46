// Whether open documents share lines, as when a file for validating holds examples that a model is trained on.
// Compared by hashes of their lines, a range of hashes at a time, so that files of any size take the same memory.
import type { Result } from '../base/result.ts'
import type { LineNumber } from '../base/units.ts'

/** Hashes of lines are above 0 and below this, spread evenly. */
export const HASH_LIMIT = 2 ** 53

/** Lines of the longest document that are compared at a time: 8 MB of hashes, and 16 MB to find one among them. */
export const COMPARED_AT_A_TIME = 2 ** 20

/** Half-open: `to` is excluded. */
export interface HashRange {
  readonly from: number
  readonly to: number
}

export interface SharedCount {
  /** Lines that are in the other document, too. */
  readonly count: number
  /** The first of them; undefined where there is none. */
  readonly firstLine: LineNumber | undefined
}

export interface SharedLines extends SharedCount {
  /** Of the other document. */
  readonly name: string
  readonly firstLine: LineNumber
}

export interface ComparingApi {
  /**
   * The hashes in `range` of the lines as they are now, each once, in no order. Those of two documents can be
   * compared where both were opened with one seed. Of a format whose lines are compared across documents; none of others.
   */
  lineHashes(range: HashRange): Promise<Result<Float64Array<ArrayBuffer>>>
  /**
   * Which lines with a hash in `range` are among `hashes`, which `lineHashes` of another document gave. Equal hashes
   * count as equal lines: of a million in each file that is wrong about once in 8,000.
   */
  countShared(hashes: Float64Array<ArrayBuffer>, range: HashRange): Promise<Result<SharedCount>>
  /** Says this of the file until it is called again; undefined: nothing. */
  tellShared(shared: SharedLines | undefined): Promise<Result<void>>
}
