import { field, hasField, listOf, textField } from '../../../../pairing/jsonReading.ts'
import { readEmbeddingsAnswer, readEmbeddingsRequest } from '../../bodies/embeddings.ts'
import { defineEndpoint } from '../defineEndpoint.ts'
import { EMBEDDINGS } from '../urls.ts'

export const endpoint = defineEndpoint({
  id: 'embeddings',
  order: 2,
  url: EMBEDDINGS,
  promptKey: 'input',
  misplacedKeys: {
    messages: 'It belongs to /v1/chat/completions; the text to embed goes into "input".',
    prompt: 'It belongs to /v1/completions; the text to embed goes into "input".',
  },
  takesBody: (body) =>
    hasField(body, 'input') &&
    (/embed/i.test(textField(body, 'model') ?? '') || hasField(body, 'encoding_format')),
  readRequest: readEmbeddingsRequest,
  isAnswer: (body) => listOf(field(body, 'data')).some((item) => hasField(item, 'embedding')),
  readAnswer: readEmbeddingsAnswer,
})
