// Results of the Gemini API's batches, and of Vertex AI, which repeats the request instead of a key.
// Source: ai.google.dev and recorded answers of 2025 and 2026.
import { isObject } from '../../../json/jsonPath.ts'
import { defineFormat } from '../../../formats/defineFormat.ts'
import { isGeminiAnswer } from '../../openai/schemas/resultLine.ts'
import { outcomeRules, type News } from '../../../formats/outcomeRules.ts'
import { geminiKey } from '../geminiParts.ts'
import { z } from '../../../formats/zod.ts'
import { msg, verbatim } from '../../../i18n/message.ts'

const anyObject = z.looseObject({})

const FILTERED: ReadonlySet<unknown> = new Set([
  'SAFETY',
  'RECITATION',
  'BLOCKLIST',
  'PROHIBITED_CONTENT',
  'SPII',
  'IMAGE_SAFETY',
  'IMAGE_PROHIBITED_CONTENT',
  'IMAGE_RECITATION',
])

function newsOf(values: readonly unknown[]): readonly News[] {
  const [error, status, statusCode, response, blocked, reasons, candidates, responseKeys] = values
  if (isObject(error) || (typeof error === 'string' && error !== '')) {
    return [{ outcome: 'failed', at: 0 }]
  }
  const hasFailed =
    (typeof status === 'string' && status !== '') ||
    (typeof statusCode === 'number' && statusCode !== 0)
  if (hasFailed) return [{ outcome: 'failed', at: 1 }]
  if (typeof blocked === 'string') return [{ outcome: 'filtered', at: 4 }]
  if (Array.isArray(reasons)) {
    if (reasons.includes('MAX_TOKENS')) return [{ outcome: 'cutOff', at: 5 }]
    if (reasons.some((reason) => FILTERED.has(reason))) return [{ outcome: 'filtered', at: 5 }]
  }
  // An embedding is not a candidate.
  const isAnswer = isObject(response) && Array.isArray(responseKeys)
  const isEmpty =
    isAnswer && !responseKeys.some((key) => key === 'embedding' || key === 'candidates')
  const hasNone = Array.isArray(candidates) && candidates.length === 0
  return isEmpty || hasNone ? [{ outcome: 'empty', at: 3 }] : []
}

const CANDIDATE =
  '{"content":{"parts":[{"text":"four"}],"role":"model"},"finishReason":"STOP","index":0}'
const LINE = `{"key":"k-1","response":{"candidates":[${CANDIDATE}],"usageMetadata":{"totalTokenCount":8},"modelVersion":"gemini-2.5-flash"}}`
const VERTEX_LINE = `{"status":"","processed_time":"2026-01-01T00:00:00Z","request":{"contents":[]},"response":{"candidates":[${CANDIDATE}]}}`

export const format = defineFormat({
  id: 'geminiBatchOutput',
  title: msg('Gemini batch output'),
  summary: msg('Results of the Gemini API and of Vertex AI.'),
  // https://ai.google.dev/gemini-api/docs/batch-api
  provider: { id: 'gemini', name: msg('Gemini API and Vertex AI') },
  variantOf: 'batchOutput',
  role: 'result',
  recognise(value) {
    if (!isObject(value)) return false
    if (isGeminiAnswer(value['response'])) return true
    const hasOutcome = ['response', 'error', 'status'].some((key) => Object.hasOwn(value, key))
    const { request } = value
    if (isObject(request)) return hasOutcome && Object.hasOwn(request, 'contents')
    const isFailure = isObject(value['status']) || isObject(value['error'])
    return typeof value['key'] === 'string' && isFailure
  },
  schema: z.looseObject({
    key: z.string().min(1).optional(),
    request: anyObject.optional(),
    response: anyObject.nullable().optional(),
  }),
  lineRules: outcomeRules(
    {
      reads: [
        { path: ['error'], observes: 'filled' },
        { path: ['status'], observes: 'filled' },
        ['status', 'code'],
        { path: ['response'], observes: 'type' },
        { path: ['response', 'promptFeedback', 'blockReason'], observes: 'type' },
        ['response', 'candidates', '[]', 'finishReason'],
        { path: ['response', 'candidates'], observes: 'filled' },
        ['response', '{}'],
      ],
      anyOrder: true,
    },
    newsOf,
  ),
  key: geminiKey,
  byteOrderMark: 'warning',
  columns: [
    { id: 'key', title: verbatim('key'), paths: [['key'], ['custom_id']], width: 180 },
    {
      id: 'status',
      title: msg('Status'),
      paths: [
        ['response', 'candidates', 0, 'finishReason'],
        ['response', 'promptFeedback', 'blockReason'],
        ['status', 'message'],
        ['status'],
        ['error', 'message'],
      ],
      width: 110,
    },
    { id: 'model', title: verbatim('model'), paths: [['response', 'modelVersion']], width: 150 },
    {
      id: 'preview',
      title: msg('Preview'),
      paths: [
        ['response', 'candidates', 0, 'content', 'parts', -1, 'text'],
        ['response', 'embedding'],
        ['error'],
        ['response'],
        ['status'],
      ],
    },
  ],
  examples: {
    valid: [
      LINE,
      VERTEX_LINE,
      VERTEX_LINE.replace('"status":""', '"custom_id":"2","status":""'),
      '{"key":"k","response":{"embedding":{"values":[0.1]},"usageMetadata":{}}}',
    ],
    attention: [
      { line: LINE.replace('STOP', 'MAX_TOKENS'), codes: ['answer-cut-off'] },
      { line: LINE.replace('STOP', 'SAFETY'), codes: ['answer-filtered'] },
      {
        line: '{"key":"k","response":{"promptFeedback":{"blockReason":"PROHIBITED_CONTENT"}}}',
        codes: ['answer-filtered'],
      },
      { line: '{"key":"k","status":{"code":13,"message":"internal"}}', codes: ['request-failed'] },
      { line: '{"key":"k","error":{"code":400,"message":"bad"}}', codes: ['request-failed'] },
      { line: '{"key":"k","response":{"usageMetadata":{}}}', codes: ['answer-empty'] },
    ],
    invalid: [
      { line: '[]', codes: ['not-an-object'] },
      { line: LINE.replace('"k-1"', '7'), codes: ['type:key'] },
    ],
  },
})
