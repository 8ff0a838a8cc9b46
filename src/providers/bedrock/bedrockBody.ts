// Bedrock passes on bodies of many makers, and nothing in the line names the maker: the keys decide.
import { answerOf } from '../../pairing/answerReading.ts'
import type { Ending } from '../../pairing/answerReading.ts'
import {
  countField,
  field,
  filledText,
  hasField,
  listOf,
  textField,
} from '../../pairing/jsonReading.ts'
import { tokenCounts } from '../../pairing/usage.ts'
import { readMessagesAnswer, readMessagesRequest } from '../anthropic/messages.ts'
import { endingOf, limitIn } from '../../pairing/bodyReading.ts'
import type { AnswerBody, RequestBody } from '../../pairing/bodyReading.ts'
import { readConverseAnswer, readConverseRequest } from './converse.ts'
import { measure, readTexts, userMessage } from '../openai/bodies/embeddings.ts'
import { endpointOfBody } from '../openai/endpoints/registry.ts'
import { COMPLETIONS } from '../openai/endpoints/urls.ts'
import { readOpenAiAnswer, readOpenAiRequest } from '../openai/bodies/openaiBody.ts'
import { readContent } from '../openai/bodies/openaiParts.ts'

export function readBedrockRequest(body: unknown): RequestBody {
  if (hasField(body, 'anthropic_version')) return readMessagesRequest(body)
  if (isConverse(body)) return readConverseRequest(body)
  if (hasField(body, 'inputText')) return readTitanRequest(body)
  if (hasField(body, 'texts')) return readCohereRequest(body)
  const openai = readOpenAiRequest(undefined, body)
  if (endpointOfBody(body)?.url !== COMPLETIONS) return openai
  // Llama, Mistral and others take a bare prompt, each with its own name for the limit.
  return { ...openai, tokenLimit: limitIn(body, ['max_gen_len', 'max_tokens', 'maxTokens']) }
}

/** Blocks without a type, or a configuration that only Converse has. */
function isConverse(body: unknown): boolean {
  if (hasField(body, 'inferenceConfig')) return true
  return listOf(field(body, 'messages')).some((message) => {
    const blocks = listOf(field(message, 'content'))
    return blocks.length > 0 && blocks.every((block) => !hasField(block, 'type'))
  })
}

/** Titan's text models and its embedding models take the same key; their settings tell them apart. */
function readTitanRequest(body: unknown): RequestBody {
  const conversation = userMessage(readTexts(field(body, 'inputText')))
  if (['dimensions', 'normalize', 'embeddingTypes'].some((key) => hasField(body, key))) {
    return { isConversation: false, model: undefined, conversation, inputCount: 1 }
  }
  const tokenLimit = limitIn(body, ['maxTokenCount'], ['textGenerationConfig'])
  return { isConversation: false, model: undefined, conversation, tokenLimit }
}

function readCohereRequest(body: unknown): RequestBody {
  const parts = readTexts(field(body, 'texts'))
  return {
    isConversation: false,
    model: undefined,
    conversation: userMessage(parts),
    inputCount: parts.length,
  }
}

export function readBedrockAnswer(body: unknown): AnswerBody {
  if (field(body, 'type') === 'message') return readMessagesAnswer(body)
  if (hasField(field(body, 'output'), 'message')) return readConverseAnswer(body)
  if (hasField(body, 'choices')) return readOpenAiAnswer(body)
  return readVectors(body) ?? readPlainText(body)
}

function readVectors(body: unknown): AnswerBody | undefined {
  const many = field(body, 'embeddings')
  const vectors = hasField(body, 'embedding') ? [field(body, 'embedding')] : listOf(many)
  const embeddings = measure(vectors)
  if (!embeddings) return undefined
  const usage = tokenCounts({ prompt: countField(body, 'inputTextTokenCount') })
  return {
    model: undefined,
    answers: [answerOf({ parts: [], embeddings, ending: 'complete' })],
    usage,
  }
}

/** Words of Titan, Llama, Mistral, Cohere and the first Claudes. */
const ENDINGS: ReadonlyMap<string, Ending> = new Map([
  ['FINISH', 'complete'],
  ['FINISHED', 'complete'],
  ['COMPLETE', 'complete'],
  ['stop', 'complete'],
  ['stop_sequence', 'complete'],
  ['STOP_CRITERIA_MET', 'complete'],
  ['LENGTH', 'cutOff'],
  ['length', 'cutOff'],
  ['MAX_TOKENS', 'cutOff'],
  ['max_tokens', 'cutOff'],
  ['CONTENT_FILTERED', 'filtered'],
  ['ERROR_TOXIC', 'filtered'],
])

/** Models that answer with bare text: in a list under one of several names, or alone. */
function readPlainText(body: unknown): AnswerBody {
  const lists = ['results', 'outputs', 'generations'].map((key) => listOf(field(body, key)))
  const items = lists.find((list) => list.length > 0) ?? [body]
  const answers = items.flatMap((item) => {
    const text = ['outputText', 'text', 'generation', 'completion']
      .map((key) => textField(item, key))
      .find((found) => found !== undefined)
    if (text === undefined) return []
    const reason = ['completionReason', 'stop_reason', 'finish_reason']
      .map((key) => filledText(field(item, key)))
      .find((found) => found !== undefined)
    return [answerOf({ parts: readContent(text), ...endingOf(ENDINGS, reason) })]
  })
  const written = items.flatMap((item) => countField(item, 'tokenCount') ?? [])
  return {
    model: textField(body, 'model'),
    answers,
    usage: tokenCounts({
      prompt: countField(body, 'inputTextTokenCount') ?? countField(body, 'prompt_token_count'),
      completion:
        countField(body, 'generation_token_count') ??
        (written.length === 0 ? undefined : written.reduce((sum, count) => sum + count, 0)),
    }),
  }
}
