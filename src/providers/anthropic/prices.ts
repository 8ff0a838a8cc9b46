// Anthropic's batch discount and its discount of cached input multiply: half of every rate.
import { definePrices } from '../../pairing/prices/definePrices.ts'

export const prices = definePrices({ source: 'anthropic', ownModels: /^claude/ })
