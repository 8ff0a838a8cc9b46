// How many prompt tokens a file of requests would enqueue, as far as it is known at the moment.
import { usualTokens } from '../../base/usualTokens.ts'
import type { DocumentFacts } from '../../contracts/documentApi.ts'
import type { TokenFacts } from '../../contracts/lineTokens.ts'

export interface FileTokens {
  readonly sum: number
  /** The sum is right within ± so much of itself; 0 where `isExact`. */
  readonly errorFraction: number
  readonly isExact: boolean
}

/** As they are told of its lines, so that the page states one number; by the bytes while these are read. */
export function fileTokens({ bytes, tokens }: Pick<DocumentFacts, 'bytes' | 'tokens'>): FileTokens {
  const usual = usualTokens(bytes)
  const { error, isExact, sum }: Pick<TokenFacts, 'error' | 'isExact' | 'sum'> = tokens ?? {
    sum: usual.tokens,
    error: usual.error,
    isExact: false,
  }
  return { sum, errorFraction: sum > 0 ? error / sum : 0, isExact: isExact && error === 0 }
}
