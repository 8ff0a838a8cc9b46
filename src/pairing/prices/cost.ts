// What tokens cost, at the standard price and in a batch.
import type { TokenCounts } from '../usage.ts'
import { halfOf } from './definePrices.ts'
import type { ModelPrice } from './findPrice.ts'
import { findProviderPrices } from './priceRegistry.ts'
import type { Rates } from './priceTable.ts'

/** USD. */
export interface Cost {
  /** Had each request been sent on its own. */
  readonly standard: number
  readonly batch: number
}

const MILLION = 1_000_000

/** Whether such a request is billed by `price.long`. */
export function isLong(price: ModelPrice, promptTokens: number): boolean {
  return price.long !== undefined && promptTokens > price.long.above
}

/** The rates of a batch: half of the standard ones, where the provider has no other rule. */
export function batchRates(price: ModelPrice, rates: Rates): Rates {
  const own = findProviderPrices(price.provider)?.batchRates
  return own ? own(rates, price.id) : halfOf(rates)
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
