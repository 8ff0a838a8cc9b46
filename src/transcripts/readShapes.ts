// Conversations in lines that no provider knows: files to learn from, files of evals, logs of requests and of
// coding agents. Each shape is looked for by its keys, wherever in the line it stands.
import type { SectionKind, TranscriptMessage, TranscriptSection } from '../contracts/transcript.ts'
import { isObject } from '../json/jsonPath.ts'
import type { Answer } from '../pairing/answerReading.ts'
import type { Message } from '../pairing/conversation.ts'
import { field, filledText, hasField, listOf, textField } from '../pairing/jsonReading.ts'
import { readMessagesAnswer } from '../providers/anthropic/messages.ts'
import { readGenerateAnswer, readGenerateRequest } from '../providers/gemini/geminiContent.ts'
import { readOpenAiAnswer } from '../providers/openai/bodies/openaiBody.ts'
import { readAgentEvent } from './readAgentEvent.ts'
import { isMessage, readMessage, readParts } from './readMessage.ts'

/** Lists of messages, by the names that people give them. */
const LIST_KEYS = [
  'messages',
  'conversations',
  'conversation',
  'dialogue',
  'dialog',
  'turns',
  'chat',
  'history',
  'trajectory',
  'transcript',
  'items',
  'events',
  'steps',
  'replacement_history',
]

const SYSTEM_KEYS = ['system', 'system_prompt', 'instructions']
const PROMPT_KEYS = ['prompt', 'question', 'query', 'input', 'inputs', 'problem', 'user']
const ANSWER_KEYS = [
  'completion',
  'response',
  'responses',
  'output',
  'outputs',
  'answer',
  'assistant',
  'solution',
  'generation',
  'choices',
  'candidates',
]
const REFERENCE_KEYS = ['ideal', 'reference_answer', 'expected', 'expected_output', 'target']
const PREFERRED_KEYS = ['preferred_output', 'chosen']
const REJECTED_KEYS = ['non_preferred_output', 'rejected']

/** What stands around a request, an answer or an entry of a log. */
const WRAPPERS = [
  'payload',
  '$set',
  'request',
  'body',
  'params',
  'modelInput',
  'modelOutput',
  'data',
  'record',
  'sample',
  'item',
  'event',
  'message',
  'conversation',
  'input',
  'inputs',
  'response',
  'result',
  'output',
  'outputs',
]

/** Objects around each other that are looked into. */
const DEPTH = 4

/** Keys that are part of a conversation wherever they are found. */
export const CONVERSATION_KEYS: ReadonlySet<string> = new Set([
  ...LIST_KEYS,
  ...SYSTEM_KEYS,
  ...PROMPT_KEYS,
  ...ANSWER_KEYS,
  ...PREFERRED_KEYS,
  ...REJECTED_KEYS,
  ...WRAPPERS,
  'contents',
  'content',
  'parts',
  'systemInstruction',
  'system_instruction',
  'instruction',
  'ideal',
])

/** Empty when nothing in the value is a conversation. */
export function readShapes(value: unknown, depth = 0): readonly TranscriptSection[] {
  if (!isObject(value)) {
    const list = Array.isArray(value) && isList(value) ? readList(value) : []
    return sections('messages', list)
  }
  if (isMessage(value)) return sections('messages', [readMessage(value)])
  const event = readAgentEvent(value)
  if (event) return sections('messages', event)
  const found = readOwn(value)
  if (found.length > 0) return found
  return depth >= DEPTH ? [] : WRAPPERS.flatMap((key) => readWrapped(key, value, depth))
}

function readWrapped(key: string, holder: unknown, depth: number): readonly TranscriptSection[] {
  const value = field(holder, key)
  return isObject(value) ? readShapes(value, depth + 1) : []
}

function readOwn(value: unknown): readonly TranscriptSection[] {
  const asked = readAsked(value)
  const learnt = [
    ...sections('preferred', firstOf(value, PREFERRED_KEYS, 'assistant')),
    ...sections('rejected', firstOf(value, REJECTED_KEYS, 'assistant')),
  ]
  if (learnt.length > 0) return [...asked, ...learnt]
  const answered = readAnswered(value)
  if (asked.length === 0) return isAnswer(value) ? answered : []
  return [...asked, ...answered, ...sections('reference', readReference(value))]
}

/** What a model is asked, or a conversation with its answers in it. */
function readAsked(value: unknown): readonly TranscriptSection[] {
  if (Array.isArray(field(value, 'contents'))) {
    const { conversation } = readGenerateRequest(value)
    return sections('messages', conversation)
  }
  const system = SYSTEM_KEYS.map((key) => field(value, key)).find(
    (text) => readParts(text).length > 0,
  )
  const before = system === undefined ? [] : [{ role: 'system', parts: readParts(system) }]
  const list = LIST_KEYS.map((key) => field(value, key)).find(
    (found) => Array.isArray(found) && isList(found),
  )
  if (list !== undefined) return sections('messages', [...before, ...readList(listOf(list))])
  const instructed = readInstruction(value)
  const messages = instructed.length > 0 ? instructed : firstOf(value, PROMPT_KEYS, 'user')
  return messages.length === 0 ? [] : sections('messages', [...before, ...messages])
}

function isList(list: readonly unknown[]): boolean {
  return list.some((item) => isListed(item) || listOf(item).some(isListed))
}

function isListed(item: unknown): boolean {
  return isMessage(item) || readAgentEvent(item) !== undefined
}

function readList(list: readonly unknown[]): TranscriptMessage[] {
  // Older logs of OpenHands have each action and its observation in a list of their own.
  const items = list.flatMap((item) => (listOf(item).some(isListed) ? listOf(item) : [item]))
  return items.flatMap((item) => readAgentEvent(item) ?? [readMessage(item)])
}

/** Alpaca: an instruction, what it is about, and what was said before. */
function readInstruction(value: unknown): Message[] {
  const instruction = filledText(field(value, 'instruction'))
  if (instruction === undefined) return []
  const input = filledText(field(value, 'input'))
  const before = listOf(field(value, 'history')).flatMap((turn) =>
    listOf(turn)
      .slice(0, 2)
      .map((text, i) => ({ role: i === 0 ? 'user' : 'assistant', parts: readParts(text) })),
  )
  const texts = input === undefined ? [instruction] : [instruction, input]
  return [...before, { role: 'user', parts: texts.flatMap(readParts) }]
}

/** The messages under the first of the keys that has any. */
function firstOf(
  holder: unknown,
  keys: readonly string[],
  role: string,
): readonly TranscriptMessage[] {
  for (const key of keys) {
    const messages = messagesIn(field(holder, key), role)
    if (messages.length > 0) return messages
  }
  return []
}

/** Text is one message of that role; messages are themselves. */
function messagesIn(value: unknown, role: string): readonly TranscriptMessage[] {
  if (typeof value === 'string') return value === '' ? [] : [{ role, parts: readParts(value) }]
  if (Array.isArray(value)) return isList(value) ? readList(value) : []
  if (isMessage(value)) return [readMessage(value)]
  const list = field(value, 'messages')
  return Array.isArray(list) && list.some(isMessage) ? readList(list) : []
}

function readAnswered(value: unknown): readonly TranscriptSection[] {
  if (isAnswer(value)) return answersOf(readAnswerBody(value))
  const found = ANSWER_KEYS.find((key) => hasField(value, key) && field(value, key) !== null)
  if (found === undefined) return []
  const answer = field(value, found)
  if (isAnswer(answer)) return answersOf(readAnswerBody(answer))
  const body = field(answer, 'body')
  if (isAnswer(body)) return answersOf(readAnswerBody(body))
  const texts = listOf(answer)
  if (texts.length > 0 && texts.every((text) => typeof text === 'string')) {
    return numbered(texts.map((text) => messagesIn(text, 'assistant')))
  }
  return sections('answer', messagesIn(answer, 'assistant'))
}

/** The body of an answer of an API. */
function isAnswer(value: unknown): boolean {
  if (listOf(field(value, 'candidates')).length > 0) return true
  if (hasField(listOf(field(value, 'choices'))[0], 'message')) return true
  if (isObject(listOf(field(value, 'output'))[0]) && field(value, 'object') === 'response')
    return true
  return field(value, 'type') === 'message' && Array.isArray(field(value, 'content'))
}

function readAnswerBody(body: unknown): readonly Answer[] {
  if (Array.isArray(field(body, 'candidates'))) return readGenerateAnswer(body).answers
  if (Array.isArray(field(body, 'content'))) return readMessagesAnswer(body).answers
  return readOpenAiAnswer(body).answers
}

/** What an answer is measured by. A list holds several that will do. */
function readReference(value: unknown): readonly TranscriptMessage[] {
  for (const key of REFERENCE_KEYS) {
    const reference = field(value, key)
    const texts = Array.isArray(reference) ? reference : [reference]
    const messages = texts.flatMap((text) => messagesIn(text, 'assistant'))
    if (messages.length > 0) return messages
  }
  return []
}

/** Answers of an API as sections; those without anything to show are left out. */
export function answersOf(answers: readonly Answer[]): readonly TranscriptSection[] {
  return numbered(
    answers.map(({ parts, finishReason, embeddings, moderation }) => {
      if (embeddings || moderation || (parts.length === 0 && finishReason === undefined)) return []
      return [{ role: 'assistant', parts, ...(finishReason !== undefined && { finishReason }) }]
    }),
  )
}

function numbered(
  answers: readonly (readonly TranscriptMessage[])[],
): readonly TranscriptSection[] {
  const filled = answers.flatMap((messages, i) =>
    messages.length === 0 ? [] : [{ kind: 'answer' as const, number: i + 1, messages }],
  )
  return answers.length > 1
    ? filled
    : filled.flatMap(({ messages }) => sections('answer', messages))
}

export function sections(
  kind: SectionKind,
  messages: readonly TranscriptMessage[],
): readonly TranscriptSection[] {
  return messages.length === 0 ? [] : [{ kind, messages }]
}

/** The model that a value names, or one of the objects in it. */
export function modelIn(value: unknown, depth = 0): string | undefined {
  const own = filledText(textField(value, 'model'))
  if (own !== undefined || depth >= DEPTH || !isObject(value)) return own
  for (const key of WRAPPERS) {
    const found = modelIn(field(value, key), depth + 1)
    if (found !== undefined) return found
  }
  return undefined
}
