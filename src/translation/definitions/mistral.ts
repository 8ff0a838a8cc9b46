// Mistral, and others that take `custom_id` and `body` alone: the job names endpoint and model.
import { msg, verbatim } from '../../i18n/message.ts'
import { MISTRAL_CHAT, writeChat } from '../chat/writeChat.ts'
import { readChat } from '../chat/readChat.ts'
import { defineShape, isRefusal } from '../defineShape.ts'
import { readEmbedding } from '../embeddings/readEmbedding.ts'
import { writeEmbedding } from '../embeddings/writeEmbedding.ts'
import { ANY_ID, isAnswer, readEnvelope, writeRecord } from '../envelope.ts'
import type { JsonNode } from '../jsonNode.ts'
import { keptModel } from '../modelOf.ts'
import { NO_MESSAGES } from '../refusals.ts'

/** Moderation takes an input, too. */
function isEmbedding(body: JsonNode | undefined): boolean {
  const input = body?.get('input') ?? body?.get('inputs')
  return input !== undefined && !/moderation/.test(body?.get('model')?.string ?? '')
}

export const shape = defineShape({
  id: 'mistral',
  title: msg('Mistral'),
  order: 5,
  provider: 'mistral',
  providerName: verbatim('Mistral'),
  place: verbatim('Mistral'),
  family: 'mistral',
  bodyKey: 'body',
  needsModel: false,
  isLine(line) {
    const body = line.get('body')
    const isBare = !['url', 'method', 'path', 'endpoint'].some((key) => line.get(key))
    return isBare && !isAnswer(line) && (body?.get('messages') !== undefined || isEmbedding(body))
  },
  read: (line) => readEnvelope(line, 'body', ['custom_id'], []),
  readBody: (body, notes) => (body.get('messages') ? readChat(body, notes) : readEmbedding(body)),
  write(request, context) {
    const model = keptModel(context, { provider: 'mistral' })
    const body =
      request.kind === 'chat'
        ? writeChat(request, model, MISTRAL_CHAT, context)
        : writeEmbedding(request, model, { isMistral: true }, context)
    return isRefusal(body) ? body : writeRecord('custom_id', body, ANY_ID, context)
  },
  // There is no other shape of the family.
  copy: () => NO_MESSAGES,
  examples: [
    '{"custom_id":"r-1","body":{"model":"mistral-small-latest","max_tokens":64,"messages":[{"role":"user","content":"Hi"}]}}',
    '{"custom_id":"r-2","body":{"model":"mistral-embed","input":["Hi"]}}',
  ],
})
