// Google bills cached input in batches as outside of them (ai.google.dev/gemini-api/docs/batch-api), and
// sells models of others, at prices of its own.
import { definePrices, halfOf } from '../../pairing/prices/definePrices.ts'

export const prices = definePrices({
  source: 'google',
  ownModels: /^gemini/,
  batchRates: (rates) => ({
    ...halfOf(rates),
    ...(rates.cached !== undefined && { cached: rates.cached }),
  }),
})
