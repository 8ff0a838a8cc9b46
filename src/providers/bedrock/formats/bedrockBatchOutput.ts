// Results of Amazon Bedrock's batch inference, in any order: each repeats its input. Source:
// docs.aws.amazon.com, batch-inference-results.
import { isObject } from '../../../json/jsonPath.ts'
import { defineFormat } from '../../../formats/defineFormat.ts'
import { outcomeRules, type News } from '../../../formats/outcomeRules.ts'
import { BEDROCK } from '../provider.ts'
import { z } from '../../../formats/zod.ts'
import { msg, verbatim } from '../../../i18n/message.ts'

const anyObject = z.looseObject({})

const CUT_OFF: ReadonlySet<unknown> = new Set(['max_tokens', 'length', 'LENGTH'])
const FILTERED: ReadonlySet<unknown> = new Set([
  'content_filtered',
  'guardrail_intervened',
  'CONTENT_FILTERED',
])

function newsOf([error, anthropic, converse]: readonly unknown[]): readonly News[] {
  if (isObject(error)) return [{ outcome: 'failed', at: 0 }]
  const at = converse === undefined ? 1 : 2
  const reason = converse ?? anthropic
  if (reason === 'refusal') return [{ outcome: 'refused', at }]
  if (CUT_OFF.has(reason)) return [{ outcome: 'cutOff', at }]
  return FILTERED.has(reason) ? [{ outcome: 'filtered', at }] : []
}

const LINE =
  '{"recordId":"a","modelInput":{},"modelOutput":{"content":[{"type":"text","text":"2"}],"stop_reason":"end_turn"}}'

export const format = defineFormat({
  id: 'bedrockBatchOutput',
  title: msg('Amazon Bedrock batch output'),
  summary: msg('Results of batch inference: recordId, modelInput and modelOutput.'),
  // https://docs.aws.amazon.com/bedrock/latest/userguide/batch-inference-results.html
  provider: BEDROCK,
  variantOf: 'batchOutput',
  role: 'result',
  recognise: (value) =>
    isObject(value) &&
    (Object.hasOwn(value, 'modelOutput') ||
      (Object.hasOwn(value, 'modelInput') && Object.hasOwn(value, 'error'))),
  schema: z.looseObject({
    recordId: z.string().min(1),
    modelOutput: anyObject.optional(),
    error: anyObject.nullable().optional(),
  }),
  lineRules: [
    ...outcomeRules(
      {
        reads: [
          { path: ['error'], observes: 'type' },
          ['modelOutput', 'stop_reason'],
          ['modelOutput', 'stopReason'],
        ],
      },
      newsOf,
    ),
    {
      code: 'no-result',
      severity: 'error',
      title: msg('Neither modelOutput nor error'),
      reads: [['{}']],
      check: ([keys]) =>
        Array.isArray(keys) && !keys.includes('modelOutput') && !keys.includes('error')
          ? { message: msg('The line says nothing of what became of its record.'), at: 0 }
          : undefined,
    },
  ],
  key: {
    path: ['recordId'],
    code: 'duplicate-record-id',
    title: msg('Duplicate recordId'),
    firstCode: 'record-id-repeated',
    firstTitle: msg('recordId is repeated below'),
  },
  byteOrderMark: 'warning',
  columns: [
    { id: 'recordId', title: verbatim('recordId'), paths: [['recordId']], width: 180 },
    {
      id: 'status',
      title: msg('Status'),
      paths: [
        ['error', 'errorCode'],
        ['modelOutput', 'stop_reason'],
        ['modelOutput', 'stopReason'],
      ],
      width: 110,
    },
    {
      id: 'preview',
      title: msg('Preview'),
      paths: [
        ['modelOutput', 'content', 0, 'text'],
        ['modelOutput', 'output', 'message', 'content', 0, 'text'],
        ['modelOutput', 'generation'],
        ['error', 'errorMessage'],
        ['modelOutput'],
      ],
    },
  ],
  examples: {
    valid: [LINE, '{"recordId":"b","modelInput":{},"modelOutput":{"generation":"Loire"}}'],
    attention: [
      { line: LINE.replace('end_turn', 'max_tokens'), codes: ['answer-cut-off'] },
      {
        line: '{"recordId":"a","modelInput":{},"error":{"errorCode":400,"errorMessage":"x"}}',
        codes: ['request-failed'],
      },
    ],
    invalid: [
      { line: '{"recordId":"a","modelInput":{}}', codes: ['no-result'] },
      { line: LINE.replace('"recordId":"a",', ''), codes: ['missing:recordId'] },
    ],
  },
})
