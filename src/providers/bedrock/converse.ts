// Bodies of Bedrock's Converse API, which Amazon Nova also takes through InvokeModel: content blocks
// have no type, their one key says what they are.
import { answerOf } from '../../pairing/answerReading.ts'
import type { Ending } from '../../pairing/answerReading.ts'
import { textPart } from '../../pairing/conversation.ts'
import type { MediaKind, MediaSource, Message, Part } from '../../pairing/conversation.ts'
import {
  countField,
  exactJson,
  field,
  filledText,
  hasField,
  listOf,
  textField,
} from '../../pairing/jsonReading.ts'
import { inlineSource, mediaPart, urlSource } from '../../pairing/media.ts'
import type { WantsJson } from '../../pairing/requestReading.ts'
import { tokenCounts } from '../../pairing/usage.ts'
import type { TokenCounts } from '../../pairing/usage.ts'
import { endingOf, limitIn } from '../../pairing/bodyReading.ts'
import type { AnswerBody, RequestBody } from '../../pairing/bodyReading.ts'
import { otherPart, reasoningPart } from '../openai/bodies/openaiParts.ts'

export function readConverseRequest(body: unknown): RequestBody {
  const system = readBlocks(field(body, 'system'))
  const messages = listOf(field(body, 'messages')).map(readMessage)
  return {
    isConversation: true,
    model: textField(body, 'modelId'),
    conversation: system.length === 0 ? messages : [{ role: 'system', parts: system }, ...messages],
    wantsJson: readFormat(field(field(body, 'outputConfig'), 'textFormat')),
    tokenLimit: limitIn(body, ['maxTokens', 'max_new_tokens'], ['inferenceConfig']),
  }
}

/** The schema is JSON text inside the JSON. */
function readFormat(format: unknown): WantsJson | undefined {
  if (field(format, 'type') !== 'json_schema') return undefined
  const schema = field(field(field(format, 'structure'), 'jsonSchema'), 'schema')
  return { schema: typeof schema === 'string' ? parsed(schema) : schema, isStrict: true }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function readMessage(message: unknown): Message {
  return {
    role: textField(message, 'role') ?? 'unknown',
    parts: readBlocks(field(message, 'content')),
  }
}

function readBlocks(content: unknown): Part[] {
  if (typeof content === 'string') return content === '' ? [] : [textPart(content)]
  return listOf(content).flatMap((block) => readBlock(block) ?? [])
}

const MEDIA: readonly (readonly [string, MediaKind])[] = [
  ['image', 'image'],
  ['audio', 'audio'],
  ['video', 'video'],
  ['document', 'file'],
]

function readBlock(block: unknown): Part | undefined {
  const text = textField(block, 'text')
  if (text !== undefined) return textPart(text)
  for (const [key, media] of MEDIA) {
    if (hasField(block, key)) return readMedia(media, field(block, key))
  }
  const call = field(block, 'toolUse')
  if (call !== undefined) {
    return {
      kind: 'toolCall',
      id: filledText(field(call, 'toolUseId')),
      name: textField(call, 'name') ?? 'unknown',
      input: exactJson(field(call, 'input')) ?? '',
    }
  }
  const result = field(block, 'toolResult')
  if (result !== undefined) {
    const callId = filledText(field(result, 'toolUseId'))
    return { kind: 'toolResult', callId, parts: readBlocks(field(result, 'content')) }
  }
  if (hasField(block, 'reasoningContent')) {
    const thought = field(field(block, 'reasoningContent'), 'reasoningText')
    return reasoningPart(field(thought, 'text'))
  }
  if (hasField(block, 'json')) return otherPart('json', field(block, 'json'))
  return otherPart('block', block)
}

function readMedia(media: MediaKind, holder: unknown): Part {
  const source = field(holder, 'source')
  return mediaPart(media, readSource(media, holder, source), filledText(field(holder, 'name')))
}

function readSource(media: MediaKind, holder: unknown, source: unknown): MediaSource {
  const bytes = filledText(field(source, 'bytes'))
  const format = filledText(field(holder, 'format'))
  if (bytes === undefined) return urlSource(field(field(source, 's3Location'), 'uri'))
  return inlineSource(media === 'file' ? format : format && `${media}/${format}`, bytes)
}

const ENDINGS: ReadonlyMap<string, Ending> = new Map([
  ['end_turn', 'complete'],
  ['stop_sequence', 'complete'],
  ['tool_use', 'complete'],
  ['max_tokens', 'cutOff'],
  ['model_context_window_exceeded', 'cutOff'],
  ['guardrail_intervened', 'filtered'],
  ['content_filtered', 'filtered'],
  ['refusal', 'refused'],
])

export function readConverseAnswer(body: unknown): AnswerBody {
  const message = field(field(body, 'output'), 'message')
  const ended = endingOf(ENDINGS, field(body, 'stopReason'))
  return {
    model: textField(body, 'model'),
    answers: [answerOf({ parts: readBlocks(field(message, 'content')), ...ended })],
    usage: readUsage(field(body, 'usage')),
  }
}

/** As with Anthropic, `inputTokens` leaves out what came from a cache or went to one. */
function readUsage(usage: unknown): TokenCounts | undefined {
  const input = countField(usage, 'inputTokens')
  const cached =
    countField(usage, 'cacheReadInputTokens') ?? countField(usage, 'cacheReadInputTokenCount')
  const cacheWritten =
    countField(usage, 'cacheWriteInputTokens') ?? countField(usage, 'cacheWriteInputTokenCount')
  return tokenCounts({
    prompt: input === undefined ? undefined : input + (cached ?? 0) + (cacheWritten ?? 0),
    cached,
    cacheWritten,
    completion: countField(usage, 'outputTokens'),
    total: countField(usage, 'totalTokens'),
  })
}
