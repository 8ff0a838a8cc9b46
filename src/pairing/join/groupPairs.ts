import type { Outcome } from '../outcome.ts'
import type { ValueCount } from '../summary/pairingSummary.ts'

export interface GroupSummary {
  /** null: ids that the pattern does not match. */
  readonly name: string | null
  readonly rows: number
  readonly outcomes: readonly ValueCount<Outcome>[]
}
