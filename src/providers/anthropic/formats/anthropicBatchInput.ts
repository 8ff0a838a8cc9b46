// Requests of Anthropic's Message Batches, one per line, as people keep them before a script sends
// them. Source: Anthropic's SDK 1.12.0 and its guide, 2026.
import { defineFormat } from '../../../formats/defineFormat.ts'
import { customIdKey } from '../../openai/rules/customIdRules.ts'
import { ANTHROPIC } from '../provider.ts'
import { requestDialectOf } from '../../requestDialect.ts'
import { CHOOSE, limitsOf, requestsFor, streamRule } from '../../common/requestParts.ts'
import { z } from '../../../formats/zod.ts'
import { msg, sentences, verbatim } from '../../../i18n/message.ts'

const LINE =
  '{"custom_id":"a-1","params":{"model":"claude-haiku-4-5","max_tokens":64,"messages":[{"role":"user","content":"Hi"}]}}'
const PLAIN = /^[A-Za-z0-9_-]{1,64}$/

export const format = defineFormat({
  id: 'anthropicBatchInput',
  title: msg('Anthropic batch input'),
  summary: msg('Requests for Message Batches: custom_id and params.'),
  // https://platform.claude.com/docs/en/build-with-claude/batch-processing
  provider: ANTHROPIC,
  variantOf: 'batchInput',
  recognisedAs: requestsFor(
    ANTHROPIC.name,
    sentences(CHOOSE, msg('OpenAI needs method, url and body in place of params.')),
  ),
  role: 'request',
  recognise: (value) => requestDialectOf(value) === 'anthropic',
  schema: z.looseObject({
    custom_id: z.string(),
    params: z.looseObject({
      model: z.string().min(1),
      max_tokens: z.int().min(1),
      messages: z.array(z.looseObject({ role: z.enum(['user', 'assistant', 'system']) })).min(1),
    }),
  }),
  lineRules: [
    {
      code: 'anthropic-custom-id',
      severity: 'error',
      title: msg('custom_id is not allowed by Anthropic'),
      reads: [{ path: ['custom_id'], observes: 'text' }],
      check: ([id]) =>
        typeof id === 'string' && !PLAIN.test(id)
          ? {
              message: msg(
                'Anthropic takes custom_id only as 1 to 64 characters out of A-Z, a-z, 0-9, _ and -.',
              ),
              at: 0,
            }
          : undefined,
    },
    streamRule(['params', 'stream']),
  ],
  key: customIdKey,
  limits: limitsOf({ requests: 100_000, megabytes: 256 }),
  byteOrderMark: 'warning',
  columns: [
    { id: 'customId', title: verbatim('custom_id'), paths: [['custom_id']], width: 180 },
    { id: 'model', title: verbatim('model'), paths: [['params', 'model']], width: 180 },
    {
      id: 'preview',
      title: msg('Preview'),
      paths: [
        ['params', 'messages', -1, 'content', 0, 'text'],
        ['params', 'messages', -1, 'content'],
        ['params'],
      ],
    },
  ],
  examples: {
    valid: [LINE, LINE.replace('"content":"Hi"', '"content":[{"type":"text","text":"Hi"}]')],
    invalid: [
      { line: LINE.replace('"a-1"', `"${'a'.repeat(65)}"`), codes: ['anthropic-custom-id'] },
      { line: LINE.replace('a-1', 'a.pdf#1'), codes: ['anthropic-custom-id'] },
      { line: LINE.replace('"custom_id":"a-1",', ''), codes: ['missing:custom_id'] },
      { line: LINE.replace('"max_tokens":64,', ''), codes: ['missing:params.max_tokens'] },
      {
        line: LINE.replace('"max_tokens":64,', '"max_tokens":0,"stream":true,'),
        codes: ['too-small:params.max_tokens', 'streaming-unsupported'],
      },
    ],
  },
})
