import fc from 'fast-check'
import type { JudgedPairs } from '../filterPairs.ts'
import { joinLines } from '../joinLines.ts'
import { findNearMisses } from '../nearMisses.ts'
import { JSON_VERDICTS, verdictNumberOf } from '../rowUsability.ts'
import { naiveJoin } from './naiveJoin.ts'
import type { NaiveJudged } from './naiveFilter.ts'
import { answerLinesOf, drawnPairing, requestLinesOf } from './plainLines.ts'

export interface DrawnJudged {
  readonly judged: JudgedPairs
  readonly naive: NaiveJudged
}

/** The same pairs twice: as columns, and as plain objects. */
export const drawnJudged: fc.Arbitrary<DrawnJudged> = fc
  .record({
    pairing: drawnPairing,
    words: fc.array(fc.constantFrom(...JSON_VERDICTS), { minLength: 40, maxLength: 40 }),
  })
  .map(({ pairing, words }) => {
    const pairs = joinLines(
      pairing.requests.map(requestLinesOf),
      pairing.answers.map(answerLinesOf),
    )
    const verdicts = words.slice(0, pairs.answers.count)
    return {
      judged: {
        pairs,
        verdicts: Uint8Array.from(verdicts, verdictNumberOf),
        near: findNearMisses(pairs),
      },
      naive: { ...naiveJoin(pairing), verdicts },
    }
  })
