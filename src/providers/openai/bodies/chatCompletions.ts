// Bodies of /v1/chat/completions, OpenAI's and look-alikes'.
import { CHAT_ENDINGS } from '../../../pairing/answerEndings.ts'
import { answerOf } from '../../../pairing/answerReading.ts'
import type { Answer } from '../../../pairing/answerReading.ts'
import type { Message, Part } from '../../../pairing/conversation.ts'
import { exactJson, field, filledText, listOf, textField } from '../../../pairing/jsonReading.ts'
import { inlineSource, mediaPart } from '../../../pairing/media.ts'
import type { WantsJson } from '../../../pairing/requestReading.ts'
import { byIndex, endingOf, limitIn } from '../../../pairing/bodyReading.ts'
import type { AnswerBody, RequestBody } from '../../../pairing/bodyReading.ts'
import { otherPart, readContent, reasoningPart } from './openaiParts.ts'
import { readOpenAiUsage } from './openaiUsage.ts'

export function readChatRequest(body: unknown): RequestBody {
  return {
    isConversation: true,
    model: textField(body, 'model'),
    conversation: listOf(field(body, 'messages')).map(readMessage),
    wantsJson: readResponseFormat(field(body, 'response_format')),
    tokenLimit: limitIn(body, ['max_completion_tokens', 'max_tokens']),
  }
}

/** `json_schema` nests its schema in chat. */
function readResponseFormat(format: unknown): WantsJson | undefined {
  const type = field(format, 'type')
  if (type === 'json_object') return { schema: undefined, isStrict: false }
  if (type !== 'json_schema') return undefined
  const holder = field(format, 'json_schema')
  return { schema: field(holder, 'schema'), isStrict: field(holder, 'strict') === true }
}

function readMessage(message: unknown): Message {
  const role = textField(message, 'role') ?? 'unknown'
  const parts = readMessageParts(message)
  if (role !== 'tool' && role !== 'function') return { role, parts }
  const callId = filledText(field(message, 'tool_call_id')) ?? filledText(field(message, 'name'))
  return { role, parts: [{ kind: 'toolResult', callId, parts }] }
}

/** All that a message says; `read`: how its content is read, where that is not only OpenAI's. */
export function readMessageParts(
  message: unknown,
  read: (content: unknown) => readonly Part[] = readContent,
): Part[] {
  const parts: Part[] = []
  // vLLM, DeepSeek and DashScope give thoughts under one name, OpenRouter and newer vLLM under another.
  const thought = reasoningPart(field(message, 'reasoning_content') ?? field(message, 'reasoning'))
  if (thought) parts.push(thought)
  parts.push(...read(field(message, 'content')))
  const refusal = filledText(field(message, 'refusal'))
  if (refusal !== undefined) parts.push({ kind: 'refusal', text: refusal })
  const audio = readAudio(field(message, 'audio'))
  if (audio) parts.push(audio)
  for (const call of listOf(field(message, 'tool_calls'))) parts.push(readToolCall(call))
  const legacy = field(message, 'function_call')
  if (filledText(field(legacy, 'name')) !== undefined) {
    parts.push(readToolCall({ function: legacy }))
  }
  return parts
}

/** Spoken answers carry their words as a transcript; spoken history is the id of such an answer. */
function readAudio(audio: unknown): Part | undefined {
  const data = filledText(field(audio, 'data'))
  const id = filledText(field(audio, 'id'))
  const words = filledText(field(audio, 'transcript'))
  if (data !== undefined) return mediaPart('audio', inlineSource(undefined, data), words)
  return id === undefined ? undefined : mediaPart('audio', { kind: 'id', id }, words)
}

function readToolCall(call: unknown): Part {
  const holder = field(call, 'function') ?? field(call, 'custom')
  const name = textField(holder, 'name')
  if (name === undefined) return otherPart('tool_call', call)
  const input = field(holder, 'arguments') ?? field(holder, 'input')
  return {
    kind: 'toolCall',
    id: filledText(field(call, 'id')),
    name,
    // An object where JSON text belongs is a frequent mistake.
    input: typeof input === 'string' ? input : input === undefined ? '' : (exactJson(input) ?? ''),
  }
}

export function readChatAnswer(body: unknown): AnswerBody {
  return {
    model: textField(body, 'model'),
    answers: byIndex(listOf(field(body, 'choices'))).map(readChoice),
    usage: readOpenAiUsage(field(body, 'usage')),
  }
}

function readChoice(choice: unknown): Answer {
  const ended = endingOf(CHAT_ENDINGS, field(choice, 'finish_reason'))
  return answerOf({ parts: readMessageParts(field(choice, 'message')), ...ended })
}
