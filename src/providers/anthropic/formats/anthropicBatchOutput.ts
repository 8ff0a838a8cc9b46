// Results of Anthropic's Message Batches, in any order. Source: Anthropic's SDK 1.12.0, 2026.
import { isObject } from '../../../json/jsonPath.ts'
import { defineFormat } from '../../../formats/defineFormat.ts'
import { outcomeRules, type News } from '../../../formats/outcomeRules.ts'
import { ANTHROPIC } from '../provider.ts'
import { z } from '../../../formats/zod.ts'
import { msg, verbatim } from '../../../i18n/message.ts'

const anyObject = z.looseObject({})

const OUTCOMES = { errored: 'failed', expired: 'expired', canceled: 'cancelled' } as const

function newsOf([type, stop, content]: readonly unknown[]): readonly News[] {
  const failure = typeof type === 'string' && isOutcome(type) ? OUTCOMES[type] : undefined
  if (failure !== undefined) return [{ outcome: failure, at: 0 }]
  if (stop === 'refusal') return [{ outcome: 'refused', at: 1 }]
  if (stop === 'max_tokens' || stop === 'model_context_window_exceeded') {
    return [{ outcome: 'cutOff', at: 1 }]
  }
  return Array.isArray(content) && content.length === 0 ? [{ outcome: 'empty', at: 2 }] : []
}

function isOutcome(type: string): type is keyof typeof OUTCOMES {
  return Object.hasOwn(OUTCOMES, type)
}

const LINE =
  '{"custom_id":"a-1","result":{"type":"succeeded","message":{"id":"m","type":"message","role":"assistant","model":"claude-haiku-4-5","content":[{"type":"text","text":"Hi"}],"stop_reason":"end_turn","usage":{"input_tokens":5,"output_tokens":2}}}}'

export const format = defineFormat({
  id: 'anthropicBatchOutput',
  title: msg('Anthropic batch output'),
  summary: msg('Results of Message Batches: custom_id and result.'),
  // https://platform.claude.com/docs/en/build-with-claude/batch-processing
  provider: ANTHROPIC,
  variantOf: 'batchOutput',
  role: 'result',
  recognise: (value) =>
    isObject(value) &&
    Object.hasOwn(value, 'custom_id') &&
    isObject(value['result']) &&
    typeof value['result']['type'] === 'string',
  schema: z.looseObject({
    custom_id: z.string().min(1),
    result: z.discriminatedUnion('type', [
      z.looseObject({ type: z.literal('succeeded'), message: anyObject }),
      z.looseObject({ type: z.literal('errored'), error: anyObject }),
      z.looseObject({ type: z.enum(['canceled', 'expired']) }),
    ]),
  }),
  lineRules: outcomeRules(
    {
      reads: [
        ['result', 'type'],
        ['result', 'message', 'stop_reason'],
        { path: ['result', 'message', 'content'], observes: 'filled' },
      ],
    },
    newsOf,
  ),
  key: {
    path: ['custom_id'],
    code: 'duplicate-custom-id',
    title: msg('Duplicate custom_id'),
    firstCode: 'custom-id-repeated',
    firstTitle: msg('custom_id is repeated below'),
  },
  byteOrderMark: 'warning',
  columns: [
    { id: 'customId', title: verbatim('custom_id'), paths: [['custom_id']], width: 180 },
    { id: 'status', title: verbatim('result'), paths: [['result', 'type']], width: 110 },
    { id: 'model', title: verbatim('model'), paths: [['result', 'message', 'model']], width: 180 },
    {
      id: 'preview',
      title: msg('Preview'),
      paths: [
        ['result', 'message', 'content', -1, 'text'],
        ['result', 'error', 'error', 'message'],
        ['result', 'message', 'content'],
        ['result'],
      ],
    },
  ],
  examples: {
    valid: [LINE, LINE.replace('a-1', 'a-2')],
    attention: [
      { line: '{"custom_id":"a","result":{"type":"expired"}}', codes: ['request-expired'] },
      { line: '{"custom_id":"a","result":{"type":"canceled"}}', codes: ['request-cancelled'] },
      {
        line: '{"custom_id":"a","result":{"type":"errored","error":{"type":"error"}}}',
        codes: ['request-failed'],
      },
      { line: LINE.replace('end_turn', 'max_tokens'), codes: ['answer-cut-off'] },
      { line: LINE.replace('end_turn', 'refusal'), codes: ['answer-refused'] },
      { line: LINE.replace('[{"type":"text","text":"Hi"}]', '[]'), codes: ['answer-empty'] },
    ],
    invalid: [
      { line: '{"custom_id":"a","result":{"type":"done"}}', codes: ['value:result.type'] },
      { line: LINE.replace('"custom_id":"a-1",', ''), codes: ['missing:custom_id'] },
    ],
  },
})
