// Requests of the Gemini API, and those of Vertex AI, which have no key. The job names the model.
import { msg, verbatim } from '../../i18n/message.ts'
import { defineShape, isRefusal, type WriteContext } from '../defineShape.ts'
import { readGeminiEmbedding } from '../embeddings/readEmbedding.ts'
import { writeGeminiEmbedding } from '../embeddings/writeEmbedding.ts'
import { ANY_ID, isAnswer, readEnvelope, writeRecord } from '../envelope.ts'
import { readGemini } from '../gemini/readGemini.ts'
import { writeGemini } from '../gemini/writeGemini.ts'
import type { Raw } from '../jsonNode.ts'
import { dropModel } from '../modelOf.ts'
import { NO_MESSAGES } from '../refusals.ts'
import { quote } from '../writeJson.ts'

/** A model that was chosen is written with the word that the API has before it. */
function modelFor(context: WriteContext): Raw | undefined {
  const { model } = context
  if (model === undefined || model === '') {
    dropModel(context)
    return undefined
  }
  return quote(model.includes('/') ? model : `models/${model}`)
}

export const shape = defineShape({
  id: 'gemini',
  title: msg('Gemini'),
  order: 4,
  provider: 'gemini',
  providerName: verbatim('Gemini'),
  place: verbatim('Gemini'),
  family: 'gemini',
  bodyKey: 'request',
  needsModel: false,
  isLine(line) {
    const request = line.get('request')
    const hasContent = request?.get('contents') ?? request?.get('content')
    return hasContent !== undefined && !isAnswer(line)
  },
  read: (line) => readEnvelope(line, 'request', ['key', 'custom_id'], []),
  readBody: (body, notes) =>
    body.get('content') ? readGeminiEmbedding(body, notes) : readGemini(body, notes),
  write(request, context) {
    const model = modelFor(context)
    const body =
      request.kind === 'chat'
        ? writeGemini(request, model, context)
        : writeGeminiEmbedding(request, model, context)
    return isRefusal(body) ? body : writeRecord('key', body, ANY_ID, context)
  },
  // There is no other shape of the family.
  copy: () => NO_MESSAGES,
  examples: [
    '{"key":"r-1","request":{"systemInstruction":{"parts":[{"text":"Be brief."}]},"contents":[{"role":"user","parts":[{"text":"Hi"}]}]}}',
    '{"key":"r-2","request":{"model":"models/gemini-embedding-001","content":{"parts":[{"text":"Hi"}]}}}',
  ],
})
