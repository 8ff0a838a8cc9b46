// What an estimate of tokens comes to in USD, by the dated table of prices. An estimate: what is read from
// a prompt cache costs less, and images, sound, files and what the API keeps are in no sum.
import type { CostEstimate, ModelCost, ModelTokens, TwoPrices } from '../contracts/tokensApi.ts'
import { batchRates, costAt } from '../pairing/prices/cost.ts'
import { findPrice, type ModelPrice, PRICE_TABLE_HEAD } from '../pairing/prices/findPrice.ts'
import type { Rates } from '../pairing/prices/priceTable.ts'
import { emptyUsage } from '../pairing/usage.ts'

/** `at`: when the requests are sent, for prices that change. */
export function estimateCost(models: readonly ModelTokens[], at: Date = new Date()): CostEstimate {
  const costs: ModelCost[] = []
  const unknownModels: string[] = []
  let requestsWithoutPrice = 0
  let answersWithoutLimit = 0
  for (const tokens of models) {
    const { model, requests } = tokens
    const price = model === undefined ? undefined : findPrice(model, at)
    if (model === undefined || !price) {
      requestsWithoutPrice += requests
      if (model !== undefined) unknownModels.push(model)
      continue
    }
    answersWithoutLimit += tokens.withoutOutputLimit
    costs.push({ model, ...costOf(tokens, price) })
  }
  const errors = costs.flatMap(({ error }) => error ?? [])
  return {
    prompts: sumOf(costs.map(({ prompts }) => prompts)),
    answers: sumOf(costs.map(({ answers }) => answers)),
    ...(errors.length > 0 && {
      error: {
        standard: Math.hypot(...errors.map(({ standard }) => standard)),
        batch: Math.hypot(...errors.map(({ batch }) => batch)),
      },
    }),
    models: costs,
    unknownModels,
    requestsWithoutPrice,
    answersWithoutLimit,
    tableDate: PRICE_TABLE_HEAD.date,
    tableSource: PRICE_TABLE_HEAD.source,
  }
}

function costOf(tokens: ModelTokens, price: ModelPrice): Omit<ModelCost, 'model'> {
  const { long, promptTokens, maxOutputTokens, error } = tokens
  const bands = [
    {
      rates: price.rates,
      prompt: Math.max(0, promptTokens - long.promptTokens),
      completion: maxOutputTokens - long.maxOutputTokens,
    },
    {
      rates: price.long ?? price.rates,
      prompt: long.promptTokens,
      completion: long.maxOutputTokens,
    },
  ]
  const prompts = sumOf(bands.map(({ rates, prompt }) => costsOf(price, rates, { prompt })))
  // At the rate that the prompts have on the whole.
  const share = error === undefined || promptTokens === 0 ? 0 : error / promptTokens
  return {
    prompts,
    ...(error !== undefined && {
      error: { standard: prompts.standard * share, batch: prompts.batch * share },
    }),
    answers: sumOf(bands.map(({ rates, completion }) => costsOf(price, rates, { completion }))),
  }
}

function costsOf(
  price: ModelPrice,
  rates: Rates,
  counts: { readonly prompt?: number; readonly completion?: number },
): TwoPrices {
  const usage = { ...emptyUsage(), ...counts }
  return { standard: costAt(rates, usage), batch: costAt(batchRates(price, rates), usage) }
}

function sumOf(costs: readonly TwoPrices[]): TwoPrices {
  return {
    standard: costs.reduce((sum, { standard }) => sum + standard, 0),
    batch: costs.reduce((sum, { batch }) => sum + batch, 0),
  }
}
