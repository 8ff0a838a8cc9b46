// How many prompt tokens a file of requests would enqueue, as far as it is known at the moment.
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

/**
 * As its lines were counted, all or a sample of them, so that the page states one number; by the bytes, which are
 * known at once, until the first of them are.
 */
export function fileTokens({ bytes, tokens }: Pick<DocumentFacts, 'bytes' | 'tokens'>): FileTokens {
  if (tokens?.sum === undefined) {
    return { sum: Math.round(bytes * USUAL_RATIO), errorFraction: USUAL_ERROR, isExact: false }
  }
  const { error, isExact, sum } = tokens
  return { sum, errorFraction: sum > 0 ? error / sum : 0, isExact: isExact && error === 0 }
}
