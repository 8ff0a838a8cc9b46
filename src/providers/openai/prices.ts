// What OpenAI's batches cost. Source: its pricing page, read on 2026-06-27.
import { definePrices, halfOf } from '../../pairing/prices/definePrices.ts'

/** Billed in batches like any other request. */
const NO_DISCOUNT: ReadonlySet<string> = new Set([
  'gpt-3.5-turbo-1106',
  'gpt-3.5-turbo-0613',
  'gpt-3.5-0301',
])

/** Families whose cached input has no price of its own in batches. */
const NO_CACHED_RATE = /^(gpt-4\.1|gpt-4o|o1|o3|o4-mini)(-|$)/

export const prices = definePrices({
  source: 'openai',
  ownModels: /./,
  batchRates(rates, id) {
    if (NO_DISCOUNT.has(id)) return rates
    const { cached, ...others } = halfOf(rates)
    return cached === undefined || NO_CACHED_RATE.test(id) ? others : { ...others, cached }
  },
})
