// Which of OpenAI's endpoints a body belongs to: by the url of its line, and where there is none, or
// one that no endpoint has, by its keys.
import type { AnswerBody, RequestBody } from '../../../pairing/bodyReading.ts'
import { textField } from '../../../pairing/jsonReading.ts'
import { ENDPOINTS, endpointOfBody, endpointOfUrl } from '../endpoints/registry.ts'

export function readOpenAiRequest(url: string | undefined, body: unknown): RequestBody {
  const endpoint = (url === undefined ? undefined : endpointOfUrl(url)) ?? endpointOfBody(body)
  if (endpoint) return endpoint.readRequest(body)
  return { isConversation: false, model: textField(body, 'model'), conversation: [] }
}

/** Answers name no url; each API's has keys of its own. */
export function readOpenAiAnswer(body: unknown): AnswerBody {
  const endpoint = ENDPOINTS.find(({ isAnswer }) => isAnswer(body))
  return endpoint
    ? endpoint.readAnswer(body)
    : { model: textField(body, 'model'), answers: [], usage: undefined }
}
