// How many prompt tokens a file of requests would enqueue, as far as it is known without counting them.
import type { DocumentFacts } from '../../contracts/documentApi.ts'

export interface FileTokens {
  readonly sum: number
  /** The sum is right within ± so much of itself; 0 where `isExact`. */
  readonly errorFraction: number
  readonly isExact: boolean
}

/** Tokens a byte of a request line, about: most of it is text, and some its envelope. */
const USUAL_RATIO = 0.25

/** Lines that are little but an envelope have next to none, Chinese as UTF-8 and code up to twice as many. */
const USUAL_ERROR = 1

/** Follows from the bytes, so that it is there at once and right after each edit. */
export function fileTokens({ bytes }: Pick<DocumentFacts, 'bytes'>): FileTokens {
  return { sum: Math.round(bytes * USUAL_RATIO), errorFraction: USUAL_ERROR, isExact: false }
}
