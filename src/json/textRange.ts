// Ranges in the text of a line.
import type { TextOffset } from '../base/units.ts'

/** Half-open range in the text of a line. */
export interface TextRange {
  readonly from: TextOffset
  readonly to: TextOffset
}
