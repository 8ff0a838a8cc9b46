// Bodies of /v1/responses: conversations are lists of items, of which messages are one type.
import { endingOfResponse } from '../../../pairing/answerEndings.ts'
import { answerOf } from '../../../pairing/answerReading.ts'
import { joinText } from '../../../pairing/conversation.ts'
import type { Message, Part } from '../../../pairing/conversation.ts'
import { readFailure } from '../../../pairing/failure.ts'
import { exactJson, field, filledText, listOf, textField } from '../../../pairing/jsonReading.ts'
import { inlineSource, mediaPart } from '../../../pairing/media.ts'
import type { WantsJson } from '../../../pairing/requestReading.ts'
import { limitIn } from '../../../pairing/bodyReading.ts'
import type { AnswerBody, RequestBody } from '../../../pairing/bodyReading.ts'
import { otherPart, readContent, reasoningPart } from './openaiParts.ts'
import { readOpenAiUsage } from './openaiUsage.ts'

export function readResponsesRequest(body: unknown): RequestBody {
  const instructions = readContent(field(body, 'instructions'))
  const prompt = field(body, 'prompt')
  const conversation: Message[] = []
  if (instructions.length > 0) conversation.push({ role: 'system', parts: instructions })
  if (filledText(field(prompt, 'id')) !== undefined) {
    conversation.push({ role: 'developer', parts: [otherPart('prompt', prompt)] })
  }
  conversation.push(...readInput(field(body, 'input')))
  return {
    isConversation: true,
    model: textField(body, 'model'),
    conversation,
    wantsJson: readFormat(field(field(body, 'text'), 'format')),
    tokenLimit: limitIn(body, ['max_output_tokens']),
  }
}

function readInput(input: unknown): Message[] {
  if (typeof input === 'string') return [{ role: 'user', parts: readContent(input) }]
  return listOf(input).map(readInputItem)
}

function readInputItem(item: unknown): Message {
  const role = textField(item, 'role')
  if (role !== undefined) return { role, parts: readContent(field(item, 'content')) }
  const type = textField(item, 'type') ?? ''
  if (type.endsWith('_output')) return { role: 'tool', parts: [readToolResult(item)] }
  return { role: 'assistant', parts: readItem(item) }
}

function readToolResult(item: unknown): Part {
  const output = field(item, 'output')
  const parts =
    typeof output === 'string' || Array.isArray(output)
      ? readContent(output)
      : [otherPart(textField(item, 'type') ?? '', item)]
  return { kind: 'toolResult', callId: filledText(field(item, 'call_id')), parts }
}

/** Here the schema stands flat in the format, unlike in chat. */
function readFormat(format: unknown): WantsJson | undefined {
  const type = field(format, 'type')
  if (type === 'json_object') return { schema: undefined, isStrict: false }
  if (type !== 'json_schema') return undefined
  return { schema: field(format, 'schema'), isStrict: field(format, 'strict') === true }
}

/** What the model put out, or an item of history that it once put out. */
function readItem(item: unknown): Part[] {
  const type = textField(item, 'type') ?? ''
  switch (type) {
    case 'message':
      return readContent(field(item, 'content'))
    case 'reasoning':
      return readReasoning(item)
    case 'function_call':
      return [readCall(item, 'arguments')]
    case 'custom_tool_call':
      return [readCall(item, 'input')]
    case 'image_generation_call':
      return [readImage(item)]
    default:
      return [otherPart(type, item)]
  }
}

function readReasoning(item: unknown): Part[] {
  const parts = [field(item, 'summary'), field(item, 'content')].map(reasoningPart)
  return parts.filter((part) => part !== undefined)
}

function readCall(item: unknown, inputKey: string): Part {
  const name = textField(item, 'name')
  if (name === undefined) return otherPart('tool_call', item)
  const input = field(item, inputKey)
  return {
    kind: 'toolCall',
    id: filledText(field(item, 'call_id')) ?? filledText(field(item, 'id')),
    name,
    input: typeof input === 'string' ? input : input === undefined ? '' : (exactJson(input) ?? ''),
  }
}

function readImage(item: unknown): Part {
  const base64 = filledText(field(item, 'result'))
  if (base64 === undefined) return mediaPart('image', { kind: 'unknown' })
  const format = filledText(field(item, 'output_format'))
  return mediaPart('image', inlineSource(format && `image/${format}`, base64))
}

export function readResponsesAnswer(body: unknown): AnswerBody {
  const output = listOf(field(body, 'output'))
  const text = answerText(output) ?? filledText(field(body, 'output_text'))
  const read = output.flatMap(readItem)
  const parts = read.length === 0 && text !== undefined ? readContent(text) : read
  const status = filledText(field(body, 'status'))
  const model = textField(body, 'model')
  const usage = readOpenAiUsage(field(body, 'usage'))
  const failure = failureOf(body, status)
  if (failure) return { model, answers: [], usage, failure }
  const reason = filledText(field(field(body, 'incomplete_details'), 'reason'))
  const answer = answerOf({
    parts,
    text,
    finishReason: reason ?? status,
    ending: endingOfResponse(status, reason),
  })
  return { model, answers: [answer], usage }
}

/**
 * The words of the answer proper: of several messages the one that is called final, else the last that
 * was completed. Earlier ones are remarks between tool calls, or attempts that were cut off.
 */
function answerText(output: readonly unknown[]): string | undefined {
  const messages = output.filter((item) => field(item, 'type') === 'message')
  const final = messages.filter((item) => field(item, 'phase') === 'final_answer')
  const whole = messages.filter((item) => field(item, 'status') !== 'incomplete')
  const message = [final, whole, messages].find((found) => found.length > 0)?.at(-1)
  return joinText(readContent(field(message, 'content')))
}

/** `body.error` is there and null on success, so the status decides whether it counts. */
function failureOf(body: unknown, status: string | undefined) {
  const failure = readFailure(field(body, 'error'))
  if (status === 'completed' || status === 'incomplete') return undefined
  if (failure) return failure
  return status === undefined ? undefined : { code: `response_${status}`, message: undefined }
}
