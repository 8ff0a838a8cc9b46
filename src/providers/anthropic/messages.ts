// Bodies of Anthropic's Messages API, which Bedrock takes too.
import { MESSAGES_ENDINGS } from '../../pairing/answerEndings.ts'
import { answerOf } from '../../pairing/answerReading.ts'
import { textPart } from '../../pairing/conversation.ts'
import type { MediaKind, MediaSource, Message, Part } from '../../pairing/conversation.ts'
import {
  countField,
  exactJson,
  field,
  filledText,
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

export function readMessagesRequest(body: unknown): RequestBody {
  const system = readMessageBlocks(field(body, 'system'))
  const messages = listOf(field(body, 'messages')).map(
    (message): Message => ({
      role: textField(message, 'role') ?? 'unknown',
      parts: readMessageBlocks(field(message, 'content')),
    }),
  )
  return {
    isConversation: true,
    model: textField(body, 'model'),
    conversation: system.length === 0 ? messages : [{ role: 'system', parts: system }, ...messages],
    wantsJson: readFormat(body),
    tokenLimit: limitIn(body, ['max_tokens']),
  }
}

/** `output_config.format`, and its older name. */
function readFormat(body: unknown): WantsJson | undefined {
  const format = field(field(body, 'output_config'), 'format') ?? field(body, 'output_format')
  if (field(format, 'type') !== 'json_schema') return undefined
  return { schema: field(format, 'schema'), isStrict: true }
}

/** Content of a message: a text, or blocks. */
export function readMessageBlocks(content: unknown): Part[] {
  if (typeof content === 'string') return content === '' ? [] : [textPart(content)]
  return listOf(content).flatMap((block) => readBlock(block) ?? [])
}

/** undefined for blocks that say nothing, such as a thought of no words. */
function readBlock(block: unknown): Part | undefined {
  const type = textField(block, 'type') ?? ''
  switch (type) {
    case 'text': {
      const text = textField(block, 'text')
      return text === undefined ? otherPart(type, block) : textPart(text)
    }
    case 'thinking':
      return reasoningPart(field(block, 'thinking'))
    case 'image':
      return readMedia('image', block)
    case 'document':
      return readMedia('file', block)
    case 'tool_use':
      return {
        kind: 'toolCall',
        id: filledText(field(block, 'id')),
        name: textField(block, 'name') ?? 'unknown',
        input: exactJson(field(block, 'input')) ?? '',
      }
    case 'tool_result':
      return {
        kind: 'toolResult',
        callId: filledText(field(block, 'tool_use_id')),
        parts: readMessageBlocks(field(block, 'content')),
      }
    default:
      return otherPart(type, block)
  }
}

function readMedia(media: MediaKind, block: unknown): Part {
  const title = filledText(field(block, 'title'))
  return mediaPart(media, readSource(field(block, 'source')), title)
}

function readSource(source: unknown): MediaSource {
  const data = textField(source, 'data')
  const mediaType = filledText(field(source, 'media_type'))
  switch (field(source, 'type')) {
    case 'base64':
      return data === undefined ? { kind: 'unknown' } : inlineSource(mediaType, data)
    case 'text':
      // Plain text in a document: characters, not base64.
      return { kind: 'inline', mediaType, byteLength: new TextEncoder().encode(data).length }
    case 'url':
      return urlSource(field(source, 'url'))
    case 'file': {
      const id = filledText(field(source, 'file_id'))
      return id === undefined ? { kind: 'unknown' } : { kind: 'id', id }
    }
    default:
      return { kind: 'unknown' }
  }
}

export function readMessagesAnswer(message: unknown): AnswerBody {
  const ended = endingOf(MESSAGES_ENDINGS, field(message, 'stop_reason'))
  return {
    model: textField(message, 'model'),
    answers: [answerOf({ parts: readMessageBlocks(field(message, 'content')), ...ended })],
    usage: readMessagesUsage(field(message, 'usage')),
  }
}

/** `input_tokens` are those that were neither read from a cache nor written to one. */
function readMessagesUsage(usage: unknown): TokenCounts | undefined {
  const input = countField(usage, 'input_tokens')
  const cached = countField(usage, 'cache_read_input_tokens')
  const cacheWritten = countField(usage, 'cache_creation_input_tokens')
  const prompt = input === undefined ? undefined : input + (cached ?? 0) + (cacheWritten ?? 0)
  return tokenCounts({
    prompt,
    cached,
    cacheWritten,
    cacheWrittenHour: countField(field(usage, 'cache_creation'), 'ephemeral_1h_input_tokens'),
    completion: countField(usage, 'output_tokens'),
  })
}
