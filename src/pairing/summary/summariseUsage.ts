// Tokens and cost of all answers that state their usage: each of them was billed, whether it counts
// for a request or not. Sums are made by model on plain numbers; a million answers take some 50 ms.
import type { AnswerLinesOfAll } from '../join/sideLines.ts'
import type { TokenName } from '../join/pairFilter.ts'
import type { AnswerLines } from '../pairLines.ts'
import { createCostTally } from '../prices/costTally.ts'
import type { CostSummary } from '../prices/costTally.ts'
import { addSums, emptyUsage, TOKEN_NAMES } from '../usage.ts'
import type { UsageSums } from '../usage.ts'
import type { TokenSpread } from './pairingSummary.ts'
import { createSpreadCounter } from './tokenSpread.ts'

/** Shown as small plots. */
const SPREAD_NAMES = [
  'prompt',
  'cached',
  'completion',
  'reasoning',
  'total',
] as const satisfies readonly TokenName[]

export interface UsageSummary {
  readonly usage: UsageSums
  readonly spreads: readonly TokenSpread[]
  readonly cost: CostSummary
}

/** `at`: when the answers were made, for prices that change. */
export function summariseUsage({ sources, classes }: AnswerLinesOfAll, at?: Date): UsageSummary {
  const tally = createCostTally(at)
  const models = [...new Set(classes.map(({ model }) => model))]
  const sums = createModelSums(models.map(tally.longAbove))
  for (const lines of sources) sums.addLines(lines, models)

  const usage = emptyUsage()
  for (const [model, name] of models.entries()) {
    for (const isLong of [false, true]) {
      const modelSums = sums.sumsOf(model, isLong)
      if (modelSums.answers > 0) tally.addMany(name, isLong, modelSums)
      addSums(usage, modelSums)
    }
  }
  const spreads = SPREAD_NAMES.flatMap((name) => spreadOf(sources, name) ?? [])
  return { usage, spreads, cost: tally.summary() }
}

/** Sums by the place of a model; requests that are billed as long ones apart. */
function createModelSums(longAbove: readonly number[]) {
  const width = TOKEN_NAMES.length + 1
  // Two stretches for each model: the counts in the order of TOKEN_NAMES, then the answers.
  const sums = new Float64Array(2 * longAbove.length * width)

  return {
    addLines(
      { count, classes, classOf, tokens }: AnswerLines,
      models: readonly (string | undefined)[],
    ) {
      // By class: its model's place; -1 when it states no usage.
      const modelOf = Int32Array.from(classes, ({ statesUsage, model }) =>
        statesUsage ? models.indexOf(model) : -1,
      )
      const columns = TOKEN_NAMES.flatMap((name, place) => {
        const column = tokens[name]
        return column ? [{ column, place }] : []
      })
      const prompts = tokens.prompt
      for (let entry = 0; entry < count; entry++) {
        const model = modelOf[classOf[entry] as number] as number
        if (model < 0) continue
        const isLong =
          prompts !== undefined && (prompts[entry] as number) > (longAbove[model] as number)
        const start = (2 * model + Number(isLong)) * width
        for (const { column, place } of columns) {
          sums[start + place] = (sums[start + place] as number) + (column[entry] as number)
        }
        const answers = start + width - 1
        sums[answers] = (sums[answers] as number) + 1
      }
    },

    sumsOf(model: number, isLong: boolean): UsageSums {
      const start = (2 * model + Number(isLong)) * width
      const usage = emptyUsage()
      for (const [place, name] of TOKEN_NAMES.entries()) usage[name] = sums[start + place] as number
      usage.answers = sums[start + width - 1] as number
      return usage
    },
  }
}

function spreadOf(sources: readonly AnswerLines[], name: TokenName): TokenSpread | undefined {
  if (sources.every(({ tokens }) => tokens[name] === undefined)) return undefined
  const counter = createSpreadCounter()
  for (const { count, classes, classOf, tokens } of sources) {
    const states = Uint8Array.from(classes, ({ statesUsage }) => Number(statesUsage))
    const column = tokens[name]
    for (let entry = 0; entry < count; entry++) {
      if (states[classOf[entry] as number] === 1)
        counter.add(column ? (column[entry] as number) : 0)
    }
  }
  return counter.spread(name)
}
