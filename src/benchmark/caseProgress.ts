// What is known of a case while it is being measured: plain data, for the page.

export type CaseStep = 'making' | 'reading' | 'validating' | 'plain'

/** What is known of a case so far; times in milliseconds, the best of the rounds that have ended. */
export interface CaseProgress {
  readonly step: CaseStep
  /** 1-based; 0 while the file is being made. */
  readonly round: number
  /** Of the work of this case, from 0 to 1. */
  readonly done: number
  readonly bytes?: number
  readonly lines?: number
  readonly invalid?: number
  /** Reading all bytes and doing nothing with them, in the way that is fastest here. */
  readonly readMs?: number
  readonly validateMs?: number
  readonly plainMs?: number
}

/** Each time is measured so often. */
export const ROUNDS = 3
