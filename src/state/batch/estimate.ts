// What a run of the active document would be: requests, bytes, tokens and costs, and what the API would
// refuse.
import type { BatchPart } from '../../contracts/batchParts.ts'
import type { DocumentFacts } from '../../contracts/documentApi.ts'
import type { Progress } from '../../contracts/progress.ts'
import type { TokenEstimate, TwoPrices } from '../../contracts/tokensApi.ts'
import { listOf, type Message, msg } from '../../i18n/message.ts'
import { newJobId } from '../actions/jobs.ts'
import { clientOf, hasClient } from '../clients.ts'
import { activeDocument, type DocumentKey } from '../store.ts'
import { tokenLimitsStore } from '../tokenLimit/tokenLimits.ts'
import { withTokenFindings } from '../tokenLimit/tokenUse.ts'
import { batchStore, type Estimate, newBatchState } from './batchStore.ts'
import { prepareParts, type Selection } from './documentParts.ts'
import { modelsOfParts, modelsOfTokens } from './modelUse.ts'
import { startTokensClient, tokensClient } from './tokensWorker.ts'

/** Something for which the API would refuse the file, or lines of it. */
export interface Refusal {
  readonly code: string
  readonly title: Message
  readonly message?: Message | undefined
  /** Lines that have it; undefined for what is wrong with the file as a whole. */
  readonly lines: number | undefined
}

/** Absent: of the active document. What splitting the file answers is none: it is sent as several batches. */
export function refusals(
  facts: DocumentFacts | undefined = activeDocument()?.facts,
): readonly Refusal[] {
  if (!facts) return []
  const ofLines = facts.causes
    .filter(({ severity, count, offer }) => severity === 'error' && count > 0 && offer !== 'split')
    .map(({ code, title, message, count }) => ({ code, title, message, lines: count }))
  const { fileFindings } = withTokenFindings(facts, tokenLimitsStore.getState().limits)
  const ofFile = fileFindings
    .filter(({ severity, offer }) => severity === 'error' && offer !== 'split')
    .map(({ code, title, message }) => ({ code, title, message, lines: undefined }))
  return [...ofFile, ...ofLines]
}

interface Counting {
  readonly jobId: string
  readonly key: DocumentKey
}

let counting: Counting | undefined

/** Of the active document. The latest question counts. */
export async function refreshEstimate(selection: Selection = 'all'): Promise<void> {
  const tab = activeDocument()
  cancelEstimate()
  if (!tab) return
  const mine: Counting = { jobId: newJobId(), key: tab.key }
  counting = mine
  const show = (change: Partial<Estimate>): void => {
    if (counting !== mine) return
    batchStore.setState(({ estimate }) => ({ estimate: { ...estimate, ...change } }))
  }
  const onProgress = (progress: Progress): void => show({ progress })
  batchStore.setState({ estimate: { ...newBatchState.estimate, state: 'counting' } })
  const parts = await prepareParts(mine.key, selection, mine.jobId, onProgress)
  if (counting !== mine) return
  if (!parts.ok) {
    show({ state: 'failed', problem: parts.failure.message, progress: undefined })
    counting = undefined
    return
  }
  show(sizeOf(parts.value))
  const blob = new Blob(parts.value.map((part) => part.blob))
  const tokens = await startTokensClient().estimate({ jobId: mine.jobId, blob }, onProgress)
  if (counting !== mine) return
  if (tokens.ok) {
    show({ ...estimateOf(parts.value, tokens.value), state: 'done', progress: undefined })
  } else show({ state: 'failed', problem: tokens.failure.message, progress: undefined })
  counting = undefined
}

/** What is known of it already stays. */
export function cancelEstimate(): void {
  const stopped = counting
  counting = undefined
  if (!stopped) return
  if (hasClient(stopped.key)) void clientOf(stopped.key).cancel(stopped.jobId)
  void tokensClient()?.cancel(stopped.jobId)
  batchStore.setState(({ estimate }) => ({
    estimate: { ...estimate, state: 'none', progress: undefined },
  }))
}

/** The document is another one, or changed. */
export function dropEstimate(): void {
  cancelEstimate()
  batchStore.setState({ estimate: newBatchState.estimate })
}

function sizeOf(parts: readonly BatchPart[]): Partial<Estimate> {
  return {
    requests: parts.reduce((sum, { lines }) => sum + lines, 0),
    bytes: parts.reduce((sum, part) => sum + part.bytes, 0),
    models: modelsOfParts(parts),
    notes: partNotes(parts),
  }
}

function estimateOf(parts: readonly BatchPart[], tokens: TokenEstimate): Partial<Estimate> {
  const { cost } = tokens
  const hasPrices = cost.models.length > 0
  const isOpen = cost.answersWithoutLimit > 0
  const range = (of: keyof TwoPrices) => ({
    low: Math.max(0, cost.prompts[of] - (cost.error?.[of] ?? 0)),
    high: isOpen ? undefined : cost.prompts[of] + (cost.error?.[of] ?? 0) + cost.answers[of],
  })
  return {
    promptTokens: tokens.promptTokens,
    plusMinus: tokens.error,
    batchCost: hasPrices ? range('batch') : undefined,
    standardCost: hasPrices ? range('standard') : undefined,
    pricesOf: cost.tableDate,
    models: modelsOfTokens(tokens),
    notes: [...partNotes(parts), ...tokenNotes(tokens)],
  }
}

function partNotes(parts: readonly BatchPart[]): readonly Message[] {
  const notes: Message[] = []
  if (parts.length > 1) {
    notes.push(
      msg(
        'One batch may not hold all of it. It is sent as {count, number} batches, which are followed as one.',
        { count: parts.length },
      ),
    )
  }
  const models = Math.max(...parts.map(({ modelCount }) => modelCount))
  if (models > 1) {
    notes.push(
      msg('The lines name {count, number} models. OpenAI takes one model for a batch.', {
        count: models,
      }),
    )
  }
  return notes
}

function tokenNotes({ models, cost, unreadable }: TokenEstimate): readonly Message[] {
  const notes: Message[] = []
  const sum = (of: 'withImages' | 'withTools' | 'withStoredInput' | 'withoutOutputLimit'): number =>
    models.reduce((count, model) => count + model[of], 0)
  const long = models.reduce((count, model) => count + model.long.requests, 0)
  if (cost.unknownModels.length > 0) {
    notes.push(
      msg('There is no price in the table for {models}; the costs leave it out.', {
        models: listOf(cost.unknownModels, 'and'),
      }),
    )
  }
  if (sum('withoutOutputLimit') > 0) {
    notes.push(
      msg(
        '{count, plural, one {# request states} other {# requests state}} no limit for the answer, so the most that the answers may cost is not known.',
        { count: sum('withoutOutputLimit') },
      ),
    )
  }
  if (long > 0) {
    notes.push(
      msg(
        '{count, plural, one {# prompt is} other {# prompts are}} so long that the model bills more for each of its tokens. That is counted.',
        { count: long },
      ),
    )
  }
  if (sum('withImages') > 0) {
    notes.push(
      msg(
        '{count, plural, one {# request has} other {# requests have}} images, sound or files, whose tokens are not counted.',
        { count: sum('withImages') },
      ),
    )
  }
  if (sum('withStoredInput') > 0) {
    notes.push(
      msg(
        '{count, plural, one {# request refers} other {# requests refer}} to what the API keeps, such as earlier answers. Their tokens are not counted.',
        { count: sum('withStoredInput') },
      ),
    )
  }
  if (sum('withTools') > 0) {
    notes.push(
      msg(
        '{count, plural, one {# request has} other {# requests have}} tools or a schema, of which the tokens are estimated.',
        { count: sum('withTools') },
      ),
    )
  }
  if (unreadable > 0) {
    notes.push(
      msg(
        '{count, plural, one {# line is} other {# lines are}} no JSON object and not counted. The API would refuse the file.',
        { count: unreadable },
      ),
    )
  }
  return [...notes, ...models.flatMap(({ note }) => note ?? [])]
}
