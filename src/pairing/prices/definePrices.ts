// What is particular about a provider's prices; the prices themselves are in priceTable.jsonl.
import type { Rates } from './priceTable.ts'

export interface ProviderPrices {
  /** The provider's id in the package that the table is made from, and in the table. */
  readonly source: string
  /** Ids of the models that are its own: some providers sell those of others, at other prices. */
  readonly ownModels: RegExp
  /** What a batch costs; half of everything when absent. `id`: the table's name of the model. */
  readonly batchRates?: (rates: Rates, id: string) => Rates
}

/** Identity at run time: it is there so that a definition file is checked where it is written. */
export function definePrices(prices: ProviderPrices): ProviderPrices {
  return prices
}

/** Half of all rates. */
export function halfOf(rates: Rates): Rates {
  const halves = Object.entries(rates).map(([name, rate]: [string, number]) => [name, rate / 2])
  return Object.fromEntries(halves) as Rates
}
