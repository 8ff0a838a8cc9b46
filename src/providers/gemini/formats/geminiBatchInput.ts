// Input of the Gemini API's batches: a key and a request. Source: ai.google.dev and Google's SDK
// 2.32.0, 2026.
import { defineFormat } from '../../../formats/defineFormat.ts'
import { GEMINI } from '../provider.ts'
import { geminiColumns, geminiKey, geminiRequest } from '../geminiParts.ts'
import { requestDialectOf } from '../../requestDialect.ts'
import { CHOOSE, limitsOf } from '../../common/requestParts.ts'
import { z } from '../../../formats/zod.ts'
import { msg } from '../../../i18n/message.ts'

const LINE = '{"key":"k-1","request":{"contents":[{"parts":[{"text":"Hi"}]}]}}'

export const format = defineFormat({
  id: 'geminiBatchInput',
  title: msg('Gemini batch input'),
  summary: msg('Requests for the Gemini API: key and request.'),
  // https://ai.google.dev/gemini-api/docs/batch-api
  provider: GEMINI,
  variantOf: 'batchInput',
  recognisedAs: { title: msg('These look like requests for the Gemini API'), message: CHOOSE },
  role: 'request',
  recognise: (value) => requestDialectOf(value) === 'gemini',
  schema: z.looseObject({ key: z.string().min(1), request: geminiRequest }),
  presenceRules: [
    {
      code: 'gemini-envelope',
      severity: 'error',
      title: msg('OpenAI’s envelope around a request for Gemini'),
      message: msg(
        'The body is a request for Gemini in OpenAI’s envelope. Gemini’s batches read \'{\'"key": …, "request": …\'}\': put the custom_id into "key" and the body into "request".',
      ),
      has: ['body'],
      hasAll: ['custom_id'],
      lacks: ['request'],
      replaces: ['missing:key', 'missing:request'],
    },
    {
      code: 'gemini-custom-id',
      severity: 'error',
      title: msg('custom_id instead of key'),
      message: msg(
        'Gemini’s batches read "key", and results of a line without it cannot be told apart. Rename "custom_id" to "key".',
      ),
      has: ['custom_id'],
      hasAll: ['request'],
      lacks: ['key'],
      replaces: ['missing:key'],
    },
  ],
  key: geminiKey,
  limits: limitsOf({ megabytes: 2048 }),
  byteOrderMark: 'warning',
  columns: geminiColumns,
  examples: {
    valid: [
      LINE,
      '{"key":"k-2","request":{"model":"models/gemini-embedding-001","content":{"parts":[{"text":"Hi"}]}}}',
    ],
    invalid: [
      { line: LINE.replace('"key":"k-1",', ''), codes: ['missing:key'] },
      { line: LINE.replace('"key"', '"custom_id"'), codes: ['gemini-custom-id'] },
      { line: LINE.replace('"k-1"', '""'), codes: ['too-small:key'] },
      {
        line: LINE.replace('[{"parts":[{"text":"Hi"}]}]', '"Hi"'),
        codes: ['type:request.contents'],
      },
      {
        line: '{"custom_id":"a","method":"POST","url":"/v1beta/models/g:generateContent","body":{"contents":[]}}',
        codes: ['gemini-envelope'],
      },
    ],
  },
})
