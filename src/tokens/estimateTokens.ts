// Tokens of all requests of a file. Every line is read, so requests, models and limits of answers are
// counted; of large files the tokens of a sample of lines are (samplePlan.ts).
import { type Job, TimeSlice } from '../base/jobs.ts'
import { USUAL_RATIO } from '../base/usualTokens.ts'
import { EXACT_BYTES, type TokenEstimate, type TokenRequest } from '../contracts/tokensApi.ts'
import type { OnProgress } from '../contracts/progress.ts'
import { type Message, msg } from '../i18n/message.ts'
import { isObject } from '../json/jsonPath.ts'
import { findPrice } from '../pairing/prices/findPrice.ts'
import { encodingOf, loadCounter } from './encodings.ts'
import { estimateCost } from './estimateCost.ts'
import { ModelTally } from './modelTally.ts'
import { outputLimit } from './outputLimit.ts'
import { type Prompt, promptOf } from './promptOf.ts'
import { linesOfBlob, MAX_LINE_BYTES } from './requestLines.ts'
import { SamplePlan } from './samplePlan.ts'
import type { TextCounter } from './textCounter.ts'
import { stepsOf, STEP } from './textSteps.ts'

/** Models that are told apart; in a file with more of them, names mean something else. */
const MAX_MODELS = 200

/** What to know about a model whose encoding is not known. */
function noteOn(model: string | undefined): Message {
  return model === undefined
    ? msg('Requests that name no model are counted as OpenAI’s newer models count.')
    : msg('How {model} counts tokens is not known. It is counted as OpenAI’s newer models do.', {
        model,
      })
}

interface ModelCount {
  readonly tally: ModelTally
  readonly counter: TextCounter
}

const utf8 = new TextDecoder()

/** Throws Cancelled and ReadFailure. */
export async function estimateTokens(
  { blob, model: usualModel, exactBytes = EXACT_BYTES }: TokenRequest,
  job: Job,
  onProgress: OnProgress,
): Promise<TokenEstimate> {
  const models = new Map<string | undefined, ModelCount>()
  const plan = new SamplePlan(blob.size, exactBytes)
  const slice = new TimeSlice()
  let unreadable = 0
  let isExact = true
  let at = 0
  const pause = async (): Promise<void> => {
    if (!slice.isOver) return
    onProgress({ unit: 'bytes', done: at, total: blob.size })
    await slice.breathe()
    job.check()
  }
  for await (const lines of linesOfBlob(blob)) {
    for (const { end, bytes } of lines) {
      at = end
      const line = parse(bytes)
      if (line === BLANK) continue
      if (!isObject(line)) {
        unreadable++
        continue
      }
      const { body } = line
      const url = textOf(line['url'])
      const prompt = promptOf(url, body)
      const text = Math.max(0, bytes.length - prompt.mediaLength)
      const request = { prompt, text, outputLimit: outputLimit(url, body) }
      const name = (isObject(body) && textOf(body['model'])) || usualModel
      const { tally, counter } = await countOf(models, name)
      const chance = plan.chanceOf(text, end)
      if (chance < 1) isExact = false
      if (plan.isTaken(chance)) tally.take(request, await tokensOf(prompt, counter, pause), chance)
      else tally.skip(request)
      await pause()
    }
    job.check()
  }
  return { isExact, unreadable, ...summaryOf(models) }
}

async function countOf(
  models: Map<string | undefined, ModelCount>,
  name: string | undefined,
): Promise<ModelCount> {
  const model = models.size < MAX_MODELS || models.has(name) ? name : undefined
  const known = models.get(model)
  if (known) return known
  const longAbove = (model === undefined ? undefined : findPrice(model))?.long?.above
  const count = {
    tally: new ModelTally(longAbove ?? Number.POSITIVE_INFINITY),
    counter: await loadCounter(encodingOf(model).name),
  }
  models.set(model, count)
  return count
}

async function tokensOf(
  { texts, tokens }: Prompt,
  counter: TextCounter,
  pause: () => Promise<void>,
): Promise<number> {
  let sum = tokens
  for (const text of texts) {
    if (text.length <= STEP) {
      sum += counter.count(text)
      continue
    }
    for (const step of stepsOf(text)) {
      sum += counter.count(step)
      await pause()
    }
  }
  return sum
}

function summaryOf(
  counts: ReadonlyMap<string | undefined, ModelCount>,
): Omit<TokenEstimate, 'isExact' | 'unreadable'> {
  const counted = Array.from(counts.values(), ({ tally }) => tally.counted)
  const text = counted.reduce((sum, each) => sum + each.text, 0)
  const usualRatio =
    text > 0 ? counted.reduce((sum, { tokens }) => sum + tokens, 0) / text : USUAL_RATIO
  const models = Array.from(counts, ([model, { tally }]) => {
    const { isKnown } = encodingOf(model)
    return tally.summary(model, usualRatio, isKnown ? undefined : noteOn(model))
  }).sort((a, b) => b.promptTokens - a.promptTokens)
  const errors = models.flatMap(({ error }) => error ?? [])
  return {
    requests: models.reduce((sum, { requests }) => sum + requests, 0),
    promptTokens: models.reduce((sum, { promptTokens }) => sum + promptTokens, 0),
    ...(errors.length > 0 && { error: Math.ceil(Math.hypot(...errors)) }),
    models,
    cost: estimateCost(models),
  }
}

const BLANK = Symbol('blank line')

/** Undefined for what is no JSON. */
function parse(bytes: Uint8Array): unknown {
  if (bytes.length > MAX_LINE_BYTES) return undefined
  const text = utf8.decode(bytes)
  try {
    return JSON.parse(text)
  } catch {
    return text.trim() === '' ? BLANK : undefined
  }
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined
}
