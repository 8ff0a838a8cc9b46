import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createLogHistogram } from '../distribution.ts'
import { quantiles } from '../testing/quantiles.ts'
import { selectPairs } from '../join/filterPairs.ts'
import type { PairFilter } from '../join/pairFilter.ts'
import { arbitraryVerdicts } from '../join/testing/arbitraryVerdicts.ts'
import {
  answerOf,
  naiveFits,
  naiveUnusable,
  naiveWhy,
  requestOf,
} from '../join/testing/naiveFilter.ts'
import type { NaiveVerdicts } from '../join/testing/naiveFilter.ts'
import type { NaiveRow } from '../join/testing/naiveJoin.ts'
import { createCostTally } from '../prices/costTally.ts'
import { addUsage, emptyUsage } from '../usage.ts'
import type { PairingSummary } from './pairingSummary.ts'
import { countUnusable, summarise } from './summarise.ts'
import { createSpreadCounter } from './tokenSpread.ts'
import { runs } from '../../tooling/runs.ts'

const at = new Date('2026-11-01')

/** Every number of the summary, with the filter that pressing it applies. */
function filtersOf(summary: PairingSummary): { filter: PairFilter; count: number }[] {
  const { errors, finishReasons, statuses, unusable, models, spreads, nearMisses } = summary
  return [
    ...errors.map(({ value, count }) => ({ filter: { errorCode: value }, count })),
    ...finishReasons.map(({ value, count }) => ({ filter: { finishReason: value }, count })),
    ...statuses.map(({ value, count }) => ({ filter: { status: value }, count })),
    ...unusable.map(({ value, count }) => ({ filter: { unusable: value }, count })),
    ...models.map(({ asked, answered, count }) => ({
      filter: { models: { asked: asked ?? null, answered: answered ?? null } },
      count,
    })),
    ...spreads.flatMap(({ name, bins }) =>
      bins.map(({ from, to, count }) => ({ filter: { tokens: { name, from, to } }, count })),
    ),
    ...nearMisses.map(({ value, count }) => ({ filter: { nearMiss: value }, count })),
  ]
}

/** Values of rows and how many have them, in any order. */
function tallyOf<T>(
  naive: NaiveVerdicts,
  valueOf: (row: NaiveRow) => T | undefined,
): { value: T; count: number }[] {
  const values = naive.rows.flatMap((row) => valueOf(row) ?? [])
  return [...new Set(values)].map((value) => ({
    value,
    count: values.filter((each) => each === value).length,
  }))
}

function sorted<T>(list: readonly T[]): string[] {
  return list.map((each) => JSON.stringify(each)).sort()
}

describe('the summary', () => {
  test('counts the rows that each of its filters selects', () => {
    let seen = 0
    fc.assert(
      fc.property(arbitraryVerdicts, ({ validated, naive }) => {
        for (const { filter, count } of filtersOf(summarise(validated, at))) {
          expect(selectPairs(validated, filter)).toHaveLength(count)
          expect(naive.rows.filter((row) => naiveFits(naive, row, filter))).toHaveLength(count)
          seen += count
        }
      }),
      runs(150),
    )
    expect(seen).toBeGreaterThan(100)
  })

  test('has every value that rows have, the most frequent first', () => {
    fc.assert(
      fc.property(arbitraryVerdicts, ({ validated, naive }) => {
        const summary = summarise(validated, at)
        const counted = (row: NaiveRow) =>
          row.outcome === 'duplicate' ? undefined : answerOf(naive, row)?.is
        expect(sorted(summary.errors.map(({ value, count }) => ({ value, count })))).toEqual(
          sorted(tallyOf(naive, (row) => counted(row)?.errorCode)),
        )
        expect(sorted(summary.finishReasons)).toEqual(
          sorted(tallyOf(naive, (row) => counted(row)?.finishReason)),
        )
        expect(sorted(summary.statuses)).toEqual(
          sorted(tallyOf(naive, (row) => counted(row)?.status)),
        )
        expect(sorted(summary.unusable)).toEqual(
          sorted(tallyOf(naive, (row) => naiveUnusable(naive, row))),
        )
        expect(countUnusable(validated)).toEqual(summary.unusable)
        expect(sorted(summary.nearMisses)).toEqual(
          sorted(
            tallyOf(naive, (row) => (row.outcome === 'missing' ? naiveWhy(naive, row) : undefined)),
          ),
        )
        const models = tallyOf(naive, (row) => {
          const asked = requestOf(naive, row)?.is.model
          const answered = answerOf(naive, row)?.is.model
          const hasAny = asked !== undefined || answered !== undefined
          return row.outcome !== 'duplicate' && hasAny
            ? JSON.stringify([asked ?? null, answered ?? null])
            : undefined
        })
        expect(
          sorted(
            summary.models.map(({ asked, answered, count }) => ({
              value: JSON.stringify([asked ?? null, answered ?? null]),
              count,
            })),
          ),
        ).toEqual(sorted(models))
        for (const list of [summary.errors, summary.statuses, summary.models]) {
          const counts = list.map(({ count }) => count)
          expect(counts).toEqual(counts.toSorted((a, b) => b - a))
        }
        for (const { value, message } of summary.errors) {
          const messages = naive.answers.flatMap(({ is }) =>
            is.errorCode === value ? (is.errorMessage ?? []) : [],
          )
          expect(message === undefined || messages.includes(message)).toBe(true)
        }
      }),
      runs(300),
    )
  })

  test('sums tokens and costs over all answers that state them', () => {
    fc.assert(
      fc.property(arbitraryVerdicts, ({ validated, naive }) => {
        const { usage, cost, spreads } = summarise(validated, at)
        const billed = naive.answers.filter(({ is }) => is.statesUsage)
        const expected = emptyUsage()
        const tally = createCostTally(at)
        for (const { is, tokens } of billed) {
          addUsage(expected, tokens)
          tally.add(is.model, tokens)
        }
        expect(usage).toEqual(expected)
        const byModel = tally.summary()
        expect(cost.cost.batch).toBeCloseTo(byModel.cost.batch, 9)
        expect(cost.saved).toBeCloseTo(byModel.saved, 9)
        expect(cost.unpricedAnswers).toBe(byModel.unpricedAnswers)
        expect(sorted(cost.models)).toEqual(sorted(byModel.models))
        for (const name of ['prompt', 'cached', 'completion', 'reasoning', 'total'] as const) {
          const values = billed.map(({ tokens }) => tokens[name])
          const spread = spreads.find((each) => each.name === name)
          expect(spread?.max).toBe(Math.max(0, ...values) || undefined)
        }
      }),
      runs(300),
    )
  })
})

test('a spread is the one of all values together', () => {
  const value = fc.oneof(
    fc.nat({ max: 10 }),
    fc.nat({ max: 70_000 }),
    fc.constantFrom(65_535, 65_536, 2 ** 32 - 1),
  )
  fc.assert(
    fc.property(fc.array(value, { maxLength: 100 }), (values) => {
      const counter = createSpreadCounter()
      const histogram = createLogHistogram()
      for (const each of values) {
        counter.add(each)
        histogram.add(each)
      }
      const spread = counter.spread('total')
      if (!values.some((each) => each > 0)) {
        expect(spread).toBeUndefined()
        return
      }
      const [median, p95, max] = quantiles(Uint32Array.from(values), [0.5, 0.95, 1])
      expect(spread).toEqual({ name: 'total', bins: histogram.bins(), median, p95, max })
    }),
  )
})
