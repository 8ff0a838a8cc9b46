// The price of a model by its id, as requests and answers write it.
import { PRICE_TABLE } from './priceTable.ts'
import type { Match, ModelPrices, PricePeriod } from './priceTable.ts'

export { PRICE_TABLE_HEAD } from './priceTable.ts'

export interface ModelPrice extends PricePeriod {
  /** `source` of a provider's prices. */
  readonly provider: string
  /** The table's name of the model: 'gpt-4o-mini' for 'gpt-4o-mini-2024-07-18'. */
  readonly id: string
}

const pricesByName = new Map(
  PRICE_TABLE.flatMap((prices) => prices.names.map((name) => [name, prices] as const)),
)

const patterns = PRICE_TABLE.flatMap((prices) =>
  prices.match ? [{ prices, isMatch: compileMatch(prices.match) }] : [],
)

/**
 * undefined for models that the table does not know: what an unknown model costs is unknown, not
 * nothing. `at`: when the answer was made, for prices that change.
 */
export function findPrice(model: string, at: Date = new Date()): ModelPrice | undefined {
  // Gemini's API puts its models into a folder.
  const name = model.replace(/^models\//, '')
  const prices = findNamed(name)
  if (!prices) return undefined
  const day = at.toISOString().slice(0, 10)
  const period = prices.periods.findLast(({ from }) => from === undefined || from <= day)
  return period && { ...period, provider: prices.provider, id: prices.id }
}

/**
 * By exact id first: some dated snapshots have a price of their own. A snapshot that the table does
 * not know costs what its model does; fine-tuned models (`ft:…`) have no date at the end and do not.
 */
function findNamed(name: string): ModelPrices | undefined {
  return (
    pricesByName.get(name) ??
    patterns.find(({ isMatch }) => isMatch(name))?.prices ??
    pricesByName.get(name.replace(/-(\d{4}-\d{2}-\d{2}|\d{8})$/, ''))
  )
}

function compileMatch(match: Match): (name: string) => boolean {
  const { equals, starts_with: start, ends_with: end, contains, regex, and, or } = match
  const expression = regex === undefined ? undefined : new RegExp(regex)
  const every = and?.map(compileMatch)
  const some = or?.map(compileMatch)
  return (name) =>
    (equals !== undefined && name === equals) ||
    (start !== undefined && name.startsWith(start)) ||
    (end !== undefined && name.endsWith(end)) ||
    (contains !== undefined && name.includes(contains)) ||
    (expression !== undefined && expression.test(name)) ||
    (every !== undefined && every.every((isMatch) => isMatch(name))) ||
    (some !== undefined && some.some((isMatch) => isMatch(name)))
}
