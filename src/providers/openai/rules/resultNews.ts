// What a result line says of its request and of its answer, for chat completions, completions and
// Responses. Servers and local runners write failures in several ways.
import { CHAT_ENDINGS, endingOfResponse } from '../../../pairing/answerEndings.ts'
import { isObject, type JsonPath } from '../../../json/jsonPath.ts'
import { isOpenObject } from '../../../base/textMarks.ts'
import type { LineRule, PartialRead, Projection } from '../../../formats/defineFormat.ts'
import type { News, ResultOutcome } from '../../../formats/outcomeRules.ts'
import { type Message, msg } from '../../../i18n/message.ts'

const BODY = ['response', 'body']

function seen(path: JsonPath, observes: Projection): PartialRead {
  return { path, observes }
}

const READS = {
  status: seen(['response', 'status_code'], 'all'),
  responseKeys: ['response', '{}'],
  bodyKeys: [...BODY, '{}'],
  error: seen(['error'], 'filled'),
  errorKeys: ['error', '{}'],
  errorCode: ['error', 'code'],
  bodyError: seen([...BODY, 'error'], 'filled'),
  bodyErrorKeys: [...BODY, 'error', '{}'],
  bodyErrorCode: seen([...BODY, 'error', 'code'], 'words'),
  bodyErrorType: seen([...BODY, 'error', 'type'], 'words'),
  choices: seen([...BODY, 'choices'], 'filled'),
  reason: [...BODY, 'choices', '[]', 'finish_reason'],
  content: seen([...BODY, 'choices', '[]', 'message', 'content'], 'filled'),
  refusal: seen([...BODY, 'choices', '[]', 'message', 'refusal'], 'filled'),
  toolCalls: seen([...BODY, 'choices', '[]', 'message', 'tool_calls'], 'filled'),
  functionCall: seen([...BODY, 'choices', '[]', 'message', 'function_call'], 'type'),
  audio: seen([...BODY, 'choices', '[]', 'message', 'audio'], 'type'),
  choiceText: seen([...BODY, 'choices', '[]', 'text'], 'filled'),
  responseStatus: [...BODY, 'status'],
  incompleteReason: [...BODY, 'incomplete_details', 'reason'],
  outputText: seen([...BODY, 'output_text'], 'filled'),
  output: seen([...BODY, 'output'], 'filled'),
  itemType: [...BODY, 'output', '[]', 'type'],
  itemTexts: seen([...BODY, 'output', '[]', 'content', '[]', 'text'], 'filled'),
  data: seen([...BODY, 'data'], 'filled'),
  embedding: seen([...BODY, 'data', '[]', 'embedding'], 'filled'),
  picture: seen([...BODY, 'data', '[]', 'b64_json'], 'filled'),
  pictureUrl: seen([...BODY, 'data', '[]', 'url'], 'filled'),
  results: seen([...BODY, 'results'], 'filled'),
  openContent: seen([...BODY, 'choices', '[]', 'message', 'content'], 'openObject'),
  openTexts: seen([...BODY, 'output', '[]', 'content', '[]', 'text'], 'openObject'),
  itemRefusals: seen([...BODY, 'output', '[]', 'content', '[]', 'refusal'], 'filled'),
} satisfies Readonly<Record<string, JsonPath | PartialRead>>

type Name = keyof typeof READS
const NAMES = Object.keys(READS) as readonly Name[]

export const newsReads: Pick<LineRule, 'reads' | 'anyOrder'> = {
  reads: Object.values(READS),
  anyOrder: true,
}

/** The values at `newsReads` by name. */
type Values = Readonly<Record<Name, unknown>>

/** `values` are those at `newsReads`. */
export function newsOfResult(values: readonly unknown[]): readonly News[] {
  const named = Object.fromEntries(NAMES.map((name, i) => [name, values[i]])) as Values
  const failure = failureOf(named)
  return failure ? [failure] : newsOfAnswers(named)
}

function failureOf(values: Values): News | undefined {
  const { errorCode, responseStatus } = values
  const status = statusOf(values.status)
  const code = typeof errorCode === 'string' ? errorCode : undefined
  if (says(values.error, values.errorKeys)) {
    if (code === 'batch_expired') return news('expired', 'errorCode')
    if (code === 'batch_cancelled') return news('cancelled', 'errorCode')
    const message =
      code === undefined ? undefined : msg('The request was not answered: {code}.', { code })
    return news('failed', code === undefined ? 'error' : 'errorCode', message)
  }
  if (!Array.isArray(values.responseKeys)) return undefined
  if (status !== undefined && status !== 200) {
    const reason = [values.bodyErrorCode, values.bodyErrorType].find(isText)
    return news('failed', 'status', failedWith(String(status), reason))
  }
  const bodyKeys = keysOf(values.bodyKeys)
  if (bodyKeys === undefined) {
    // Some put the answer right where others wrap it with its status.
    const isAnswer = hasAnswer(keysOf(values.responseKeys) ?? [])
    return isAnswer
      ? undefined
      : news('failed', 'bodyKeys', msg('The response has a status but no body.'))
  }
  const isResponse = bodyKeys.includes('output') && isText(responseStatus)
  if (isResponse && responseStatus !== 'completed' && responseStatus !== 'incomplete') {
    const message = msg('The status of the response is {status}.', { status: responseStatus })
    return news('failed', 'responseStatus', message)
  }
  // Responses have the key on success, too.
  const isError = says(values.bodyError, values.bodyErrorKeys) && !hasAnswer(bodyKeys)
  return isError
    ? news('failed', 'bodyError', msg('The body is an error, not an answer.'))
    : undefined
}

/** `reason`: the code or the type of the error. */
function failedWith(status: string, reason: string | undefined): Message {
  return reason === undefined
    ? msg('The request failed with status {status}.', { status })
    : msg('The request failed with status {status} ({reason}).', { status, reason })
}

/** Some runners write the status as text. */
function statusOf(status: unknown): number | undefined {
  if (typeof status === 'number') return status
  return typeof status === 'string' && /^\d{1,3}$/.test(status) ? Number(status) : undefined
}

function hasAnswer(keys: readonly string[]): boolean {
  return ['choices', 'output', 'data', 'results'].some((key) => keys.includes(key))
}

/** null, '', {} and [] stand for no error. */
function says(error: unknown, keys: unknown): boolean {
  if (isObject(error)) return Array.isArray(keys) && keys.length > 0
  return isFilled(error) || typeof error === 'number' || error === true
}

function newsOfAnswers(values: Values): readonly News[] {
  if (Array.isArray(values.choices)) return newsOfChoices(values, values.choices.length)
  if (Array.isArray(values.output)) return newsOfResponse(values)
  if (Array.isArray(values.data)) return newsOfData(values, values.data.length)
  if (Array.isArray(values.results))
    return values.results.length === 0 ? [news('empty', 'results')] : []
  // Of an API that is not known here anything may be an answer. Of one that is, another type is the schema's
  // to say, and null is nothing.
  const keys = keysOf(values.bodyKeys)
  const read = [values.choices, values.output, values.data, values.results]
  const isNull = read.includes(null) && read.every((value) => value === null || value === undefined)
  return isNull || keys?.length === 0 ? [news('empty', 'bodyKeys')] : []
}

/** Vectors or pictures: each item has one of them, with something in it, or is of another API. */
function newsOfData(values: Values, count: number): readonly News[] {
  if (count === 0) return [news('empty', 'data')]
  const places = ['embedding', 'picture', 'pictureUrl'] as const
  for (let i = 0; i < count; i++) {
    const at = (name: Name): unknown => (values[name] as readonly unknown[] | undefined)?.[i]
    const there = places.filter((name) => at(name) !== undefined)
    const [empty] = there
    if (empty !== undefined && there.every((name) => isNothing(at(name)))) {
      return [news('empty', empty)]
    }
  }
  return []
}

/** Of each choice the one reason that explains the others: what was cut off may be empty, too. */
function newsOfChoices(values: Values, count: number): readonly News[] {
  if (count === 0) return [news('empty', 'choices')]
  const found: News[] = []
  for (let i = 0; i < count; i++) {
    const at = (name: Name): unknown => (values[name] as readonly unknown[] | undefined)?.[i]
    const reason = at('reason')
    const ending = typeof reason === 'string' ? CHAT_ENDINGS.get(reason) : undefined
    const isCall =
      isFilled(at('toolCalls')) || isObject(at('functionCall')) || isObject(at('audio'))
    if (isFilled(at('refusal'))) found.push(news('refused', 'refusal'))
    else if (ending === 'cutOff' || ending === 'filtered') found.push(news(ending, 'reason'))
    else if (isNothing(at('content')) && isNothing(at('choiceText')) && !isCall) {
      found.push(news('empty', 'choices'))
    } else if (isOpenObject(at('openContent'))) found.push(news('brokenJson', 'openContent'))
  }
  return found
}

function newsOfResponse(values: Values): readonly News[] {
  const { responseStatus, incompleteReason, outputText } = values
  const types = listOf(values.itemType)
  if (listOf(values.itemRefusals).flat().some(isFilled)) return [news('refused', 'output')]
  const ending = endingOfResponse(textOf(responseStatus), textOf(incompleteReason))
  if (ending === 'filtered') return [news('filtered', 'incompleteReason')]
  if (ending === 'cutOff') return [news('cutOff', 'responseStatus')]
  const isCall = types.some((type) => type !== 'message' && type !== 'reasoning')
  const hasText = isFilled(outputText) || listOf(values.itemTexts).flat().some(isFilled)
  if (!isCall && !hasText) return [news('empty', 'output')]
  return listOf(values.openTexts).flat().some(isOpenObject) ? [news('brokenJson', 'openTexts')] : []
}

function news(outcome: ResultOutcome, at: Name, message?: Message): News {
  return { outcome, at: NAMES.indexOf(at), ...(message !== undefined && { message }) }
}

function isFilled(value: unknown): boolean {
  return (typeof value === 'string' || Array.isArray(value)) && value.length > 0
}

/** Nothing, or nothing in it; what is of another type is the schema's to say. */
function isNothing(value: unknown): boolean {
  return (
    value === undefined ||
    value === null ||
    value === '' ||
    (Array.isArray(value) && value.length === 0)
  )
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value !== ''
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : []
}

function keysOf(value: unknown): readonly string[] | undefined {
  return Array.isArray(value) ? (value as readonly string[]) : undefined
}
