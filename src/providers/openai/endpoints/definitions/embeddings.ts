import { field, hasField, listOf, textField } from '../../../../pairing/jsonReading.ts'
import { readEmbeddingsAnswer, readEmbeddingsRequest } from '../../bodies/embeddings.ts'
import { type Message, msg } from '../../../../i18n/message.ts'
import { defineEndpoint } from '../defineEndpoint.ts'
import { CHAT_COMPLETIONS, COMPLETIONS, EMBEDDINGS } from '../urls.ts'

function textGoesIntoInput(endpoint: string): Message {
  return msg('It belongs to {endpoint}; the text to embed goes into "input".', { endpoint })
}

export const endpoint = defineEndpoint({
  id: 'embeddings',
  order: 2,
  url: EMBEDDINGS,
  promptKey: 'input',
  misplacedKeys: {
    messages: textGoesIntoInput(CHAT_COMPLETIONS),
    prompt: textGoesIntoInput(COMPLETIONS),
  },
  takesBody: (body) =>
    hasField(body, 'input') &&
    (/embed/i.test(textField(body, 'model') ?? '') || hasField(body, 'encoding_format')),
  readRequest: readEmbeddingsRequest,
  isAnswer: (body) => listOf(field(body, 'data')).some((item) => hasField(item, 'embedding')),
  readAnswer: readEmbeddingsAnswer,
})
