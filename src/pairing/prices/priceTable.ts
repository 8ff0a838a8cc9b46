// The table of prices: USD for a million tokens, as the providers' pages had them on the table's date.
// An estimate, never a bill. How the table is made: README.md.
import table from './priceTable.jsonl?raw'

/** USD for a million tokens. */
export interface Rates {
  readonly input: number
  /** Input read from a prompt cache; undefined where it costs as much as other input. */
  readonly cached?: number
  /** Input written to a prompt cache; undefined where it costs as much as other input. */
  readonly written?: number
  /** Written to be kept for an hour; undefined where it costs as much as `written`. */
  readonly writtenHour?: number
  readonly output: number
}

export interface PricePeriod {
  /** First day, 'YYYY-MM-DD', UTC; undefined from the beginning. */
  readonly from?: string
  readonly rates: Rates
  /** Requests whose prompt has more than `above` tokens cost these, from their first token on. */
  readonly long?: Rates & { readonly above: number }
}

/** How a model's id is recognised, in the words of the package that the table was made from. */
export interface Match {
  readonly equals?: string
  readonly starts_with?: string
  readonly ends_with?: string
  readonly contains?: string
  readonly regex?: string
  readonly and?: readonly Match[]
  readonly or?: readonly Match[]
}

export interface ModelPrices {
  /** `source` of a provider's prices. */
  readonly provider: string
  readonly id: string
  /** Ids that are this model. */
  readonly names: readonly string[]
  /** Other ids that are, too. */
  readonly match?: Match
  /** In order of time; the last that has begun counts. */
  readonly periods: readonly PricePeriod[]
}

export interface PriceTableHead {
  /** Package and version. */
  readonly source: string
  /** 'YYYY-MM-DD': when the package was published. Shown with every cost. */
  readonly date: string
}

const [head, ...rows] = table
  .trimEnd()
  .split('\n')
  .map((line): unknown => JSON.parse(line))

export const PRICE_TABLE_HEAD = head as PriceTableHead
export const PRICE_TABLE = rows as readonly ModelPrices[]
