// What is known of the requests, renewed while the form is typed: a few of them at once, then a look at all,
// then tokens and prices. The latest question counts.
import type { OnProgress } from '../../contracts/progress.ts'
import type { Check } from '../../contracts/templatesApi.ts'
import type { TokenEstimate, TwoPrices } from '../../contracts/tokensApi.ts'
import { providerOf } from '../../templates/forms/endpointForms.ts'
import { newJobId } from '../actions/jobs.ts'
import { startTokensClient, tokensClient } from '../batch/tokensWorker.ts'
import { type CostRange, newBatchStore, type RequestEstimate } from './newBatchStore.ts'
import { templateOf } from './formTemplate.ts'
import { templatesClient } from './templatesWorker.ts'

/** Milliseconds after the last key. */
const PAUSE_MS = 120

let timer: ReturnType<typeof setTimeout> | undefined
/** The job of the look at all requests and of the counting. */
let current: string | undefined

export function refreshSoon(): void {
  clearTimeout(timer)
  timer = setTimeout(() => void refresh(), PAUSE_MS)
}

/** Whatever is under way is no longer wanted. */
function supersede(): string {
  if (current !== undefined) {
    void templatesClient().cancel(current)
    void tokensClient()?.cancel(current)
  }
  current = newJobId()
  return current
}

export async function refresh(): Promise<void> {
  clearTimeout(timer)
  const jobId = supersede()
  const state = newBatchStore.getState()
  if (state.rows.state !== 'ready' || state.rows.facts?.rows === 0) {
    newBatchStore.setState({
      preview: undefined,
      check: undefined,
      checking: undefined,
      estimate: undefined,
    })
    return
  }
  const template = templateOf(state)
  const preview = await templatesClient().preview({ template, random: state.random })
  if (current !== jobId) return
  if (preview.ok) newBatchStore.setState({ preview: preview.value })
  const onProgress: OnProgress = (checking) => {
    if (current === jobId) newBatchStore.setState({ checking })
  }
  const check = await templatesClient().check({ jobId, template }, onProgress)
  if (current !== jobId) return
  newBatchStore.setState({ checking: undefined })
  if (!check.ok) {
    if (check.failure.kind !== 'cancelled') {
      newBatchStore.setState({ check: undefined, problem: check.failure.message })
    }
    return
  }
  const { sample: _sample, sampled: _sampled, ...facts } = check.value
  newBatchStore.setState({ check: facts, problem: undefined })
  await refreshEstimate(jobId, check.value, template.endpoint)
}

async function refreshEstimate(jobId: string, check: Check, endpoint: string): Promise<void> {
  if (check.sampled === 0) {
    newBatchStore.setState({ estimate: undefined })
    return
  }
  const tokens = await startTokensClient().estimate({ jobId, blob: check.sample }, () => {})
  if (current !== jobId) return
  newBatchStore.setState({
    estimate: tokens.ok
      ? estimateOf(tokens.value, check.requests / check.sampled, hasPrices(endpoint))
      : undefined,
  })
}

/** Others that serve the same models have prices of their own, which nobody here knows. */
function hasPrices(endpoint: string): boolean {
  return ['openai', 'anthropic', 'gemini'].includes(providerOf(endpoint).id)
}

/** `factor`: how many requests each counted one stands for; `isPriced`: by the table's prices. */
function estimateOf(tokens: TokenEstimate, factor: number, isPriced: boolean): RequestEstimate {
  const { cost } = tokens
  const range = (of: keyof TwoPrices): CostRange => ({
    low: cost.prompts[of] * factor,
    high: cost.answersWithoutLimit > 0 ? undefined : (cost.prompts[of] + cost.answers[of]) * factor,
  })
  const hasCost = isPriced && cost.models.length > 0
  return {
    promptTokens: Math.round(tokens.promptTokens * factor),
    // How some models count is not known: those are reckoned as others count.
    isExact: tokens.isExact && factor === 1 && tokens.models.every(({ note }) => !note),
    batchCost: hasCost ? range('batch') : undefined,
    standardCost: hasCost ? range('standard') : undefined,
    hasPrices: isPriced,
    pricesOf: cost.tableDate,
  }
}

/** Ids to choose from at the endpoint. */
export async function suggestModels(): Promise<void> {
  const { endpoint } = newBatchStore.getState()
  const suggested = await templatesClient().models(endpoint)
  if (newBatchStore.getState().endpoint !== endpoint) return
  newBatchStore.setState({ suggested: suggested.ok ? suggested.value : undefined })
}
