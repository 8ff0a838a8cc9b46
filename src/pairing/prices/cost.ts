// What tokens cost, at the standard price and in a batch.
import type { TokenCounts } from '../usage.ts'
import type { ModelPrice } from './findPrice.ts'
import type { Rates } from './priceTable.ts'

/** USD. */
export interface Cost {
  /** Had each request been sent on its own. */
  readonly standard: number
  readonly batch: number
}

const MILLION = 1_000_000

/** The rates for a request with a prompt of so many tokens, which may be billed as a long one. */
export function ratesFor(price: ModelPrice, promptTokens: number): Rates {
  return isLong(price, promptTokens) && price.long ? price.long : price.rates
}

/** Whether such a request is billed by `price.long`. */
export function isLong(price: ModelPrice, promptTokens: number): boolean {
  return price.long !== undefined && promptTokens > price.long.above
}

/** Billed in batches like any other request. Source: OpenAI's pricing page, read on 2026-06-27. */
const NO_DISCOUNT: ReadonlySet<string> = new Set([
  'gpt-3.5-turbo-1106',
  'gpt-3.5-turbo-0613',
  'gpt-3.5-0301',
])

/** Families whose cached input has no price of its own in batches. Source: as above. */
const NO_CACHED_RATE = /^(gpt-4\.1|gpt-4o|o1|o3|o4-mini)(-|$)/

/**
 * The rates of a batch: half of the standard ones, with these exceptions. Google bills cached input in
 * batches as outside of them (ai.google.dev/gemini-api/docs/batch-api); Anthropic's discounts multiply.
 */
export function batchRates(price: ModelPrice, rates: Rates): Rates {
  const { input, cached, written, writtenHour, output } = rates
  if (NO_DISCOUNT.has(price.id)) return rates
  const halves = { input: input / 2, output: output / 2, ...halfOf({ written, writtenHour }) }
  if (cached === undefined || NO_CACHED_RATE.test(price.id)) return halves
  return { ...halves, cached: price.provider === 'google' ? cached : cached / 2 }
}

function halfOf(rates: { written: number | undefined; writtenHour: number | undefined }) {
  return {
    ...(rates.written !== undefined && { written: rates.written / 2 }),
    ...(rates.writtenHour !== undefined && { writtenHour: rates.writtenHour / 2 }),
  }
}

/** USD. Law: the cost of two counts together is the sum of their costs, at the same rates. */
export function costAt(rates: Rates, counts: TokenCounts): number {
  const { prompt, cached, cacheWritten, cacheWrittenHour, completion } = counts
  const written = rates.written ?? rates.input
  const total =
    Math.max(0, prompt - cached - cacheWritten) * rates.input +
    cached * (rates.cached ?? rates.input) +
    Math.max(0, cacheWritten - cacheWrittenHour) * written +
    cacheWrittenHour * (rates.writtenHour ?? written) +
    completion * rates.output
  return total / MILLION
}

/** Of one answer. */
export function costOf(price: ModelPrice, counts: TokenCounts): Cost {
  const rates = ratesFor(price, counts.prompt)
  return { standard: costAt(rates, counts), batch: costAt(batchRates(price, rates), counts) }
}
