import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { OUTCOMES } from '../outcome.ts'
import { TOKEN_NAMES } from '../usage.ts'
import { selectPairs } from './filterPairs.ts'
import { groupPairs } from './groupPairs.ts'
import type { PairFilter } from './pairFilter.ts'
import { needsJsonCheck, unusableOf } from './rowUsability.ts'
import { arbitraryVerdicts } from './testing/arbitraryVerdicts.ts'
import { answerOf, naiveFits, naiveUnusable, requestOf } from './testing/naiveFilter.ts'
import { runs } from '../../tooling/runs.ts'

const model = fc.constantFrom('gpt-4o', 'gemini-2.5-pro', 'mine', null)

const each = {
  outcome: fc.constantFrom(...OUTCOMES),
  errorCode: fc.constantFrom('rate_limit_exceeded', 'broken_line', 'nothing has it'),
  finishReason: fc.constantFrom('stop', 'length'),
  status: fc.constantFrom(200, 0, 429),
  unusable: fc.constantFrom('any', 'none', 'cut-off', 'empty', 'not-json', 'schema-mismatch'),
  models: fc.record({ asked: model, answered: model }),
  tokens: fc.record({
    name: fc.constantFrom(...TOKEN_NAMES),
    from: fc.constantFrom(0, 1, 5, 1000),
    to: fc.constantFrom(1, 8, 50_000, 400_000),
  }),
  nearMiss: fc.constantFrom('any', 'spaces', 'type', 'notText'),
} as const

/** One condition, or several. */
const filter = fc.oneof(
  ...Object.entries(each).map(([name, value]) =>
    (value as fc.Arbitrary<unknown>).map((chosen) => ({ [name]: chosen })),
  ),
  fc.record(each, { requiredKeys: [] }) as fc.Arbitrary<PairFilter>,
)

describe('filters', () => {
  test('select the rows that their words describe', () => {
    fc.assert(
      fc.property(arbitraryVerdicts, filter, ({ validated, naive }, wanted) => {
        const expected = naive.rows.flatMap((row, place) =>
          naiveFits(naive, row, wanted) ? [place] : [],
        )
        expect([...selectPairs(validated, wanted)]).toEqual(expected)
      }),
      runs(3000),
    )
  })

  test('keep the order that they are given', () => {
    fc.assert(
      fc.property(arbitraryVerdicts, filter, ({ validated, naive }, wanted) => {
        const order = Uint32Array.from(naive.rows.keys()).toReversed()
        const selected = selectPairs(validated, wanted, {}, order)
        expect(selected).toEqual(selectPairs(validated, wanted).toReversed())
      }),
    )
  })

  test('of the search and of groups look into what they are given', () => {
    fc.assert(
      fc.property(
        arbitraryVerdicts,
        fc.constantFrom('row', '', '5', null, 'x'),
        ({ validated }, group) => {
          const { pairs } = validated
          const matches = Uint8Array.from({ length: pairs.count }, (_, row) => row % 2)
          const groups = groupPairs(pairs, (id) => {
            const match = /^(row)?-/.exec(id)
            return match ? (match[1] ?? match[0]) : undefined
          })
          const rows = [...selectPairs(validated, { matches: true, group }, { matches, groups })]
          expect(rows).toEqual(
            [...matches.keys()].filter(
              (row) => row % 2 === 1 && groups?.nameOf(groups.groupOf[row] as number) === group,
            ),
          )
          expect([...selectPairs(validated, { matches: true })]).toEqual([])
          expect([...selectPairs(validated, { group })]).toEqual([])
        },
      ),
    )
  })
})

test('rows are useless for one reason, and JSON is looked at where nothing else tells', () => {
  fc.assert(
    fc.property(arbitraryVerdicts, ({ validated: { pairs, verdicts }, naive }) => {
      for (const [row, plain] of naive.rows.entries()) {
        expect(unusableOf(pairs, verdicts, row)).toBe(naiveUnusable(naive, plain))
        const answer = answerOf(naive, plain)?.is
        const isOpen = answer?.hasText === true && answer.unusable === undefined
        expect(needsJsonCheck(pairs, row)).toBe(
          plain.outcome === 'succeeded' && isOpen && requestOf(naive, plain)?.is.wantsJson === true,
        )
      }
    }),
  )
})
