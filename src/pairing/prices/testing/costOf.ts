import type { TokenCounts } from '../../usage.ts'
import { batchRates, type Cost, costAt, isLong } from '../cost.ts'
import type { ModelPrice } from '../findPrice.ts'
import type { Rates } from '../priceTable.ts'

/** Of one answer. */
export function costOf(price: ModelPrice, counts: TokenCounts): Cost {
  const rates = ratesFor(price, counts.prompt)
  return { standard: costAt(rates, counts), batch: costAt(batchRates(price, rates), counts) }
}

/** The rates for a request with a prompt of so many tokens, which may be billed as a long one. */
function ratesFor(price: ModelPrice, promptTokens: number): Rates {
  return isLong(price, promptTokens) && price.long ? price.long : price.rates
}
