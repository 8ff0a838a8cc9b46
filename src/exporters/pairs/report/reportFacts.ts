import type { Outcome } from '../../../pairing/outcome.ts'
import type { PairRole } from '../../../pairing/pairLines.ts'
import type { PairingSummary } from '../../../pairing/summary/pairingSummary.ts'

export interface ReportSource {
  readonly name: string
  readonly role: PairRole
  /** Lines that are not blank. */
  readonly lines: number
  readonly broken: number
  readonly withoutKey: number
}

/** The first ids of the rows of one outcome. */
export interface ReportIds {
  readonly outcome: Outcome
  readonly ids: readonly string[]
  /** Rows of the outcome in all. */
  readonly count: number
}

/** What a report is made of. */
export interface ReportFacts {
  readonly sources: readonly ReportSource[]
  readonly requests: number
  readonly answers: number
  readonly counts: Readonly<Record<Outcome, number>>
  readonly summary: PairingSummary
  readonly firstIds: readonly ReportIds[]
}
