// Which of OpenAI's endpoints a body belongs to: by the url of its line, and where there is none, or
// one that nobody knows, by its keys.
import { field, hasField, listOf, textField } from '../../../pairing/jsonReading.ts'
import type { AnswerBody, RequestBody } from '../../../pairing/bodyReading.ts'
import { readChatAnswer, readChatRequest } from './chatCompletions.ts'
import { readEmbeddingsAnswer, readEmbeddingsRequest } from './embeddings.ts'
import { readResponsesAnswer, readResponsesRequest } from './responses.ts'
import {
  readCompletionsAnswer,
  readCompletionsRequest,
  readImagesAnswer,
  readImagesRequest,
  readModerationsAnswer,
  readModerationsRequest,
} from './smallBodies.ts'

type RequestReader = (body: unknown) => RequestBody

/**
 * Ends of paths. Versions, prefixes and hosts differ: /v1/chat/completions, /chat/completions (Azure),
 * /v4/chat/completions (GLM). The first that fits counts, so chat stands before completions.
 */
const READERS_BY_PATH: readonly (readonly [string, RequestReader])[] = [
  ['/chat/completions', readChatRequest],
  ['/responses', readResponsesRequest],
  ['/embeddings', readEmbeddingsRequest],
  ['/chat/moderations', readModerationsRequest],
  ['/moderations', readModerationsRequest],
  ['/images/generations', readImagesRequest],
  ['/images/edits', readImagesRequest],
  ['/completions', readCompletionsRequest],
]

export function readOpenAiRequest(url: string | undefined, body: unknown): RequestBody {
  const path = url?.replace(/[?#].*$/s, '').replace(/\/+$/, '')
  const known = READERS_BY_PATH.find(([end]) => path?.endsWith(end))
  return (known?.[1] ?? readerByKeys(body))(body)
}

/** Mistral, Together and Fireworks name the endpoint on the job, not in the line. */
function readerByKeys(body: unknown): RequestReader {
  if (hasField(body, 'messages')) return readChatRequest
  if (hasField(body, 'prompt')) return readCompletionsRequest
  if (!hasField(body, 'input')) return readUnknownRequest
  const model = textField(body, 'model') ?? ''
  if (/embed/i.test(model)) return readEmbeddingsRequest
  return /moderation/i.test(model) ? readModerationsRequest : readResponsesRequest
}

function readUnknownRequest(body: unknown): RequestBody {
  return { kind: 'other', model: textField(body, 'model'), conversation: [] }
}

/** Answers name no url; each API's has keys of its own. */
export function readOpenAiAnswer(body: unknown): AnswerBody {
  const choices = field(body, 'choices')
  if (Array.isArray(choices)) {
    const isText = choices.length > 0 && choices.every((choice) => !hasField(choice, 'message'))
    return isText ? readCompletionsAnswer(body) : readChatAnswer(body)
  }
  if (field(body, 'object') === 'response' || hasField(body, 'output')) {
    return readResponsesAnswer(body)
  }
  if (hasField(body, 'results')) return readModerationsAnswer(body)
  const data = listOf(field(body, 'data'))
  if (data.some((item) => hasField(item, 'embedding'))) return readEmbeddingsAnswer(body)
  if (data.some((item) => hasField(item, 'b64_json') || hasField(item, 'url'))) {
    return readImagesAnswer(body)
  }
  return { model: textField(body, 'model'), answers: [], usage: undefined }
}
