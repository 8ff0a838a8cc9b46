import fc from 'fast-check'
import type { ValidatedPairs } from '../filterPairs.ts'
import { joinLines } from '../joinLines.ts'
import { findNearMisses } from '../nearMisses.ts'
import { JSON_VERDICTS, verdictNumberOf } from '../rowUsability.ts'
import { naiveJoin } from './naiveJoin.ts'
import type { NaiveVerdicts } from './naiveFilter.ts'
import { answerLinesOf, arbitraryPairing, requestLinesOf } from './plainLines.ts'

export interface ArbitraryVerdicts {
  readonly validated: ValidatedPairs
  readonly naive: NaiveVerdicts
}

/** The same pairs twice: as columns, and as plain objects. */
export const arbitraryVerdicts: fc.Arbitrary<ArbitraryVerdicts> = fc
  .record({
    pairing: arbitraryPairing,
    words: fc.array(fc.constantFrom(...JSON_VERDICTS), { minLength: 40, maxLength: 40 }),
  })
  .map(({ pairing, words }) => {
    const pairs = joinLines(
      pairing.requests.map(requestLinesOf),
      pairing.answers.map(answerLinesOf),
    )
    const verdicts = words.slice(0, pairs.answers.count)
    return {
      validated: {
        pairs,
        verdicts: Uint8Array.from(verdicts, verdictNumberOf),
        near: findNearMisses(pairs),
      },
      naive: { ...naiveJoin(pairing), verdicts },
    }
  })
