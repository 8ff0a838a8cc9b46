import { calcPrice } from '@pydantic/genai-prices'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { emptyUsage } from '../usage.ts'
import type { TokenCounts } from '../usage.ts'
import { batchRates, costAt } from './cost.ts'
import { costOf } from './testing/costOf.ts'
import { createCostTally } from './costTally.ts'
import { findPrice, PRICE_TABLE_HEAD } from './findPrice.ts'
import type { ModelPrice } from './findPrice.ts'
import { PRICE_TABLE } from './priceTable.ts'

function priceOf(model: string, at = new Date('2026-11-01')): ModelPrice {
  const price = findPrice(model, at)
  if (!price) throw new Error(`no price of ${model}`)
  return price
}

describe('prices', () => {
  test('have a date and a source', () => {
    expect(PRICE_TABLE_HEAD.date).toMatch(/^\d{4}-\d{2}-\d{2}$/)
    expect(PRICE_TABLE_HEAD.source).toContain('genai-prices')
    expect(PRICE_TABLE.length).toBeGreaterThan(80)
  })

  test.each([
    ['gpt-4o-mini', 'gpt-4o-mini', 0.15],
    ['gpt-4o-mini-2024-07-18', 'gpt-4o-mini', 0.15],
    ['gpt-4o-2024-05-13', 'gpt-4o-2024-05-13', 5],
    ['gpt-4o-2024-11-20', 'gpt-4o', 2.5],
    ['gpt-4.1-2099-01-01', 'gpt-4.1', 2],
    ['gpt-5.6-luna-2026-07-01', 'gpt-5.6-luna', 0.2],
    ['ft:gpt-4o-mini-2024-07-18:acme::abc', 'ft:gpt-4o-mini', 0.3],
    ['claude-haiku-4-5-20251001', 'claude-haiku-4-5', 1],
    ['models/gemini-2.5-flash', 'gemini-2.5-flash', 0.3],
    ['text-embedding-3-small', 'text-embedding-3-small', 0.02],
    ['omni-moderation-latest', 'moderation', 0],
  ])('%s is %s, at %d', (model, id, input) => {
    expect(priceOf(model)).toMatchObject({ id, rates: { input } })
  })

  test.each([
    [''],
    ['my-deployment'],
    ['gpt-4o-minister'],
    ['gpt-99'],
    ['ft:gpt-4.1-2025-04-14:acme::abc'],
    ['gpt-realtime'],
    ['2024-07-18'],
    ['__proto__'],
  ])('%j is unknown', (model) => {
    expect(findPrice(model)).toBeUndefined()
  })

  test('change on their day', () => {
    expect(priceOf('o3', new Date('2025-06-09T23:59:59Z')).rates.input).toBe(10)
    expect(priceOf('o3', new Date('2025-06-10T00:00:00Z')).rates.input).toBe(2)
  })
})

const counts = fc
  .record({
    fresh: fc.nat({ max: 400_000 }),
    cached: fc.nat({ max: 100_000 }),
    cacheWritten: fc.nat({ max: 100_000 }),
    completion: fc.nat({ max: 100_000 }),
  })
  .map(
    ({ fresh, cached, cacheWritten, completion }): TokenCounts => ({
      ...emptyUsage(),
      prompt: fresh + cached + cacheWritten,
      cached,
      cacheWritten,
      completion,
    }),
  )

const knownModel = fc.constantFrom(...PRICE_TABLE.flatMap(({ names }) => names))

describe('costs', () => {
  test('at the standard price are what the package itself works out', () => {
    const model = fc
      .constantFrom(...PRICE_TABLE)
      .filter(({ names }) => names.length > 0)
      .chain(({ provider, names }) =>
        fc.record({ provider: fc.constant(provider), name: fc.constantFrom(...names) }),
      )
    const at = fc.date({
      min: new Date('2025-01-01'),
      max: new Date('2027-12-31'),
      noInvalidDate: true,
    })
    fc.assert(
      fc.property(model, counts, at, ({ provider, name }, used, timestamp) => {
        const price = priceOf(name, timestamp)
        // Where the package has no rate for a cache it refuses, or bills nothing.
        const hasCache = price.rates.cached !== undefined
        const hasWritten = price.rates.written !== undefined
        fc.pre((hasCache || used.cached === 0) && (hasWritten || used.cacheWritten === 0))
        const expected = calcPrice(
          {
            input_tokens: used.prompt,
            cache_read_tokens: used.cached,
            cache_write_tokens: used.cacheWritten,
            output_tokens: used.completion,
          },
          name,
          { providerId: provider, timestamp },
        )
        expect(costOf(price, used).standard).toBeCloseTo(expected?.total_price ?? Number.NaN, 9)
      }),
    )
  })

  test('of a batch are half', () => {
    const used = { ...emptyUsage(), prompt: 1_000_000, completion: 1_000_000 }
    expect(costOf(priceOf('gpt-6-luna'), { ...used, prompt: 100_000 })).toEqual({
      standard: 0.51,
      batch: 0.255,
    })
    expect(costOf(priceOf('gpt-4o-mini'), used)).toEqual({ standard: 0.75, batch: 0.375 })
  })

  test('of long requests are higher from the first token on', () => {
    const used = { ...emptyUsage(), prompt: 272_000 }
    expect(costOf(priceOf('gpt-5.4'), used).standard).toBeCloseTo(0.272 * 5, 9)
    expect(costOf(priceOf('gpt-5.4'), { ...used, prompt: 271_999 }).standard).toBeCloseTo(
      0.271999 * 2.5,
      9,
    )
  })

  test('of cached input follow each provider', () => {
    const used = { ...emptyUsage(), prompt: 100_000, cached: 100_000 }
    const batch = (model: string) => costOf(priceOf(model), used).batch
    // Half of the cached rate; none in batches; half; the rate itself.
    expect(batch('gpt-5.5')).toBeCloseTo(0.1 * 0.25, 9)
    expect(batch('gpt-4o')).toBeCloseTo(0.1 * 1.25, 9)
    expect(batch('gpt-4o-mini')).toBeCloseTo(0.1 * 0.075, 9)
    expect(batch('claude-haiku-4-5')).toBeCloseTo(0.1 * 0.05, 9)
    expect(batch('gemini-2.5-flash')).toBeCloseTo(0.1 * 0.03, 9)
  })

  test('of input that is written to a cache depend on how long it is kept', () => {
    const used = { ...emptyUsage(), prompt: 3_000, cacheWritten: 3_000, cacheWrittenHour: 1_000 }
    expect(costOf(priceOf('claude-haiku-4-5'), used).standard).toBeCloseTo((2 * 1.25 + 2) / 1000, 9)
  })

  test('of a few old models have no discount in batches', () => {
    const price = priceOf('gpt-3.5-turbo-1106')
    expect(batchRates(price, price.rates)).toEqual(price.rates)
  })

  test('add up, and a batch never costs more', () => {
    fc.assert(
      fc.property(knownModel, counts, counts, (model, a, b) => {
        const price = priceOf(model)
        const both = { ...a }
        for (const name of Object.keys(a) as (keyof TokenCounts)[]) both[name] = a[name] + b[name]
        for (const rates of [price.rates, batchRates(price, price.rates)]) {
          expect(costAt(rates, both)).toBeCloseTo(costAt(rates, a) + costAt(rates, b), 9)
        }
        const { standard, batch } = costOf(price, a)
        expect(batch).toBeGreaterThanOrEqual(0)
        expect(batch).toBeLessThanOrEqual(standard)
      }),
    )
  })
})

describe('tally', () => {
  const at = new Date('2026-11-01')
  const answer = fc.tuple(fc.oneof(knownModel, fc.constantFrom('unknown', undefined)), counts)

  test('is the sum over answers, and says how many have no price', () => {
    fc.assert(
      fc.property(fc.array(answer), fc.array(answer), (kept, taken) => {
        const tally = createCostTally(at)
        for (const [model, used] of [...kept, ...taken]) tally.add(model, used)
        for (const [model, used] of taken) tally.add(model, used, -1)
        const summary = tally.summary()
        const costs = kept.flatMap(([model, used]) =>
          model === undefined || model === 'unknown' ? [] : [costOf(priceOf(model, at), used)],
        )
        const batch = costs.reduce((sum, cost) => sum + cost.batch, 0)
        const standard = costs.reduce((sum, cost) => sum + cost.standard, 0)
        expect(summary.cost.batch).toBeCloseTo(batch, 6)
        expect(summary.cost.standard).toBeCloseTo(standard, 6)
        expect(summary.saved).toBeCloseTo(standard - batch, 6)
        expect(summary.unpricedAnswers).toBe(kept.length - costs.length)
        const answers = summary.models.reduce((sum, { usage }) => sum + usage.answers, 0)
        expect(answers).toBe(kept.length)
      }),
    )
  })

  test('of an unknown model costs are unknown, not nothing', () => {
    const tally = createCostTally(at)
    tally.add('my-deployment', { ...emptyUsage(), prompt: 5 })
    expect(tally.summary().models).toMatchObject([{ model: 'my-deployment', cost: undefined }])
  })
})
