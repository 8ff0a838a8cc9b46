// Picks the price table out of the package that collects prices; see ../README.md.
import { findProvider } from '@pydantic/genai-prices'
import type { MatchLogic, ModelInfo, ModelPrice, TieredPrices } from '@pydantic/genai-prices'
import project from '../../../../package.json'
import type { Match, ModelPrices, PricePeriod, Rates } from '../priceTable.ts'
import type { ProviderPrices } from '../definePrices.ts'
import { providerPrices } from '../priceRegistry.ts'

/** The package does not say when it was published; anyone who raises its version looks it up. */
const PUBLISHED: Readonly<Record<string, string>> = { '0.1.8': '2026-09-23' }

/** Models whose tokens are not all text, or that take no batches: one rate would be wrong for them. */
const NOT_TEXT = /audio|image|live|omni-flash|realtime|transcribe|tts|whisper|computer-use/

/** The table as JSON Lines: its head, then a model each. */
export function pickPrices(): string {
  const version = project.devDependencies['@pydantic/genai-prices']
  const date = PUBLISHED[version]
  if (date === undefined) throw new Error(`When was version ${version} published?`)
  const head = { source: `@pydantic/genai-prices ${version}`, date }
  const rows = providerPrices.toSorted(byTableOrder).flatMap((prices) => pickModels(prices))
  return [head, ...rows].map((row) => `${JSON.stringify(row)}\n`).join('')
}

/** OpenAI's first: where two providers have a model of one name, the first row counts. */
function byTableOrder(a: ProviderPrices, b: ProviderPrices): number {
  const rank = ({ source }: ProviderPrices): string => (source === 'openai' ? '' : source)
  return rank(a) < rank(b) ? -1 : 1
}

function pickModels({ source, ownModels }: ProviderPrices): ModelPrices[] {
  const models = findProvider({ providerId: source })?.models
  if (!models) throw new Error(`The package has no ${source}.`)
  return models.filter((model) => isWanted(ownModels, model)).map((model) => pick(source, model))
}

function isWanted(ownModels: RegExp, { id, price_comments: comments }: ModelInfo): boolean {
  // Taken from a reseller, not from the provider.
  if (comments?.includes('OpenRouter')) return false
  return ownModels.test(id) && !NOT_TEXT.test(id)
}

function pick(provider: string, { id, match, prices }: ModelInfo): ModelPrices {
  const alternatives = 'or' in match ? match.or : [match]
  const names = alternatives.flatMap((each) => ('equals' in each ? [each.equals] : []))
  const others: MatchLogic[] = alternatives.filter((each) => !('equals' in each))
  return {
    provider,
    id,
    names,
    ...(others.length > 0 && { match: { or: others } satisfies Match }),
    periods: Array.isArray(prices)
      ? prices.map(({ constraint, prices: period }) => {
          if (constraint?.type === 'time_of_date') throw new Error(`${id}: by time of day`)
          return { ...(constraint && { from: constraint.start_date }), ...pickPeriod(id, period) }
        })
      : [pickPeriod(id, prices)],
  }
}

function pickPeriod(id: string, prices: ModelPrice): PricePeriod {
  const tiered = Object.values(prices).filter((price) => isTiered(price))
  const starts = new Set(tiered.flatMap(({ tiers }) => tiers.map(({ start }) => start)))
  if (starts.size > 1) throw new Error(`${id}: more than one step of price`)
  const [above] = starts
  const rates = pickRates(prices, (price) => (isTiered(price) ? price.base : price))
  if (above === undefined) return { rates }
  const long = pickRates(prices, (price) => (isTiered(price) ? price.tiers[0]?.price : price))
  return { rates, long: { above, ...long } }
}

type Price = number | TieredPrices | undefined

function isTiered(price: Price): price is TieredPrices {
  return typeof price === 'object'
}

/** A model without any price is free of charge. */
function pickRates(prices: ModelPrice, rateOf: (price: Price) => number | undefined): Rates {
  const cached = rateOf(prices['cache_read_mtok'])
  const written = rateOf(prices['cache_write_mtok'])
  const writtenHour = rateOf(prices['cache_write_1h_mtok'])
  return {
    input: rateOf(prices['input_mtok']) ?? 0,
    ...(cached !== undefined && { cached }),
    ...(written !== undefined && { written }),
    ...(writtenHour !== undefined && { writtenHour }),
    output: rateOf(prices['output_mtok']) ?? 0,
  }
}
