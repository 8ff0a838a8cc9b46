// Input of Vertex AI's batch predictions: a request, and keys of one's own that are passed through.
// Results come with their request, so no key is needed.
import { defineFormat } from '../../../formats/defineFormat.ts'
import { VERTEX } from '../provider.ts'
import { geminiColumns, geminiRequest } from '../../gemini/geminiParts.ts'
import { requestDialectOf } from '../../requestDialect.ts'
import { CHOOSE, requestsFor } from '../../common/requestParts.ts'
import { z } from '../../../formats/zod.ts'
import { msg, sentences } from '../../../i18n/message.ts'

const LINE = '{"request":{"contents":[{"role":"user","parts":[{"text":"Hi"}]}]}}'

export const format = defineFormat({
  id: 'vertexBatchInput',
  title: msg('Vertex AI batch input'),
  summary: msg('Requests for Vertex AI: request, and keys of your own.'),
  // https://cloud.google.com/vertex-ai/generative-ai/docs/multimodal/batch-prediction-gemini
  provider: VERTEX,
  variantOf: 'batchInput',
  recognisedAs: requestsFor(
    VERTEX.name,
    sentences(CHOOSE, msg('The Gemini API needs a "key" in each line.')),
  ),
  role: 'request',
  recognise: (value) => requestDialectOf(value) === 'vertex',
  schema: z.looseObject({ request: geminiRequest }),
  byteOrderMark: 'warning',
  columns: geminiColumns.filter(({ id }) => id !== 'key'),
  examples: {
    valid: [LINE, LINE.replace('{"request"', '{"row":7,"request"')],
    invalid: [
      { line: '{"request":"Hi"}', codes: ['type:request'] },
      { line: '{"row":7}', codes: ['missing:request'] },
    ],
  },
})
