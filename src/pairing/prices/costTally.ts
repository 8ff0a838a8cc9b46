// What a file of answers cost. Tokens are summed for each model, short and long requests apart, and
// priced at the end: sums of whole numbers are exact, so answers can be taken away again, and a price
// that the user enters changes the cost without reading the file again.
import { addSums, addUsage, emptyUsage } from '../usage.ts'
import type { TokenCounts, UsageSums } from '../usage.ts'
import { batchRates, costAt, isLong } from './cost.ts'
import type { Cost } from './cost.ts'
import { findPrice } from './findPrice.ts'
import type { ModelPrice } from './findPrice.ts'

export interface ModelCost {
  /** As the answers say; undefined for answers that name no model. */
  readonly model: string | undefined
  readonly usage: UsageSums
  /** undefined where the table does not know the model. */
  readonly cost: Cost | undefined
}

export interface CostSummary {
  /** Of the models that have a price. */
  readonly cost: Cost
  /** standard - batch, in USD. */
  readonly saved: number
  /** Answers that stated their usage and are in no cost, because their model has no price. */
  readonly unpricedAnswers: number
  /** With answers, in the order in which they were first seen. */
  readonly models: readonly ModelCost[]
}

export interface CostTally {
  /** Adds an answer, or takes it away again when `times` is -1. */
  readonly add: (model: string | undefined, counts: TokenCounts, times?: 1 | -1) => void
  /** Prompts of more tokens make the model bill a request as a long one; Infinity where none does. */
  readonly longAbove: (model: string | undefined) => number
  /** Adds answers of one model together: all of them long requests, or none. */
  readonly addMany: (model: string | undefined, isLong: boolean, sums: UsageSums) => void
  readonly summary: () => CostSummary
}

interface Sums {
  readonly price: ModelPrice | undefined
  readonly short: UsageSums
  readonly long: UsageSums
}

/** `at`: when the answers were made, for prices that change. */
export function createCostTally(at: Date = new Date()): CostTally {
  const sumsByModel = new Map<string | undefined, Sums>()

  function sumsOf(model: string | undefined): Sums {
    const known = sumsByModel.get(model)
    if (known) return known
    const price = model === undefined ? undefined : findPrice(model, at)
    const made = { price, short: emptyUsage(), long: emptyUsage() }
    sumsByModel.set(model, made)
    return made
  }

  return {
    add(model, counts, times = 1) {
      const sums = sumsOf(model)
      const isLongOne = sums.price !== undefined && isLong(sums.price, counts.prompt)
      addUsage(isLongOne ? sums.long : sums.short, counts, times)
    },

    longAbove: (model) => sumsOf(model).price?.long?.above ?? Number.POSITIVE_INFINITY,

    addMany(model, isLongOne, sums) {
      const { short, long } = sumsOf(model)
      addSums(isLongOne ? long : short, sums)
    },

    summary() {
      const models = [...sumsByModel]
        .map(([model, sums]) => costOfModel(model, sums))
        .filter(({ usage }) => usage.answers > 0)
      const priced = models.flatMap(({ cost }) => cost ?? [])
      const unpriced = models.filter(({ cost }) => cost === undefined)
      const standard = priced.reduce((sum, cost) => sum + cost.standard, 0)
      const batch = priced.reduce((sum, cost) => sum + cost.batch, 0)
      return {
        cost: { standard, batch },
        saved: standard - batch,
        unpricedAnswers: unpriced.reduce((sum, { usage }) => sum + usage.answers, 0),
        models,
      }
    },
  }
}

function costOfModel(model: string | undefined, { price, short, long }: Sums): ModelCost {
  const usage = emptyUsage()
  addSums(usage, short)
  addSums(usage, long)
  if (!price) return { model, usage, cost: undefined }
  const bands = [
    { rates: price.rates, counts: short },
    { rates: price.long ?? price.rates, counts: long },
  ]
  return {
    model,
    usage,
    cost: {
      standard: bands.reduce((sum, { rates, counts }) => sum + costAt(rates, counts), 0),
      batch: bands.reduce(
        (sum, { rates, counts }) => sum + costAt(batchRates(price, rates), counts),
        0,
      ),
    },
  }
}
