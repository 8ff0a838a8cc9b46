// Request bodies alone, a line each: what scripts read that send requests one by one or in parallel.
// They are good for that, and no batch yet.
import { defineFormat } from '../../../formats/defineFormat.ts'
import { repeatedLines } from '../../../formats/repeatedLines.ts'
import { requestDialectOf } from '../../requestDialect.ts'
import { looseBodyWithModel } from '../../common/requestParts.ts'
import { msg, verbatim } from '../../../i18n/message.ts'

export const format = defineFormat({
  id: 'bareRequests',
  title: msg('Bare requests'),
  summary: msg('Request bodies without an envelope, to be sent one by one.'),
  // https://platform.openai.com/docs/api-reference/chat/create
  variantOf: 'batchInput',
  tokens: 'requests',
  recognise: (value) => requestDialectOf(value) === 'bare',
  schema: looseBodyWithModel,
  presenceRules: [
    {
      code: 'bare-body',
      severity: 'warning',
      canBeNotice: true,
      title: msg('Bare requests, not yet a batch'),
      message: msg(
        'The line is a request body: right for a script that sends it. The Batch API wants it inside \'{\'"custom_id": …, "method": "POST", "url": …, "body": …\'}\'.',
      ),
      has: ['messages', 'input', 'prompt', 'images'],
      lacks: ['body', 'custom_id'],
    },
  ],
  wholeLines: repeatedLines,
  byteOrderMark: 'warning',
  columns: [
    { id: 'model', title: verbatim('model'), paths: [['model']], width: 180 },
    {
      id: 'preview',
      title: msg('Preview'),
      paths: [
        ['messages', -1, 'content', 0, 'text'],
        ['messages', -1, 'content'],
        ['input', -1, 'content'],
        ['input', 0],
        ['input'],
        ['prompt'],
      ],
    },
  ],
  examples: {
    valid: [],
    notices: [
      { line: '{"model":"text-embedding-3-small","input":"text"}', codes: ['bare-body'] },
      {
        line: '{"model":"gpt-6-luna","messages":[{"role":"user","content":"Hi"}],"metadata":{"row":"1"}}',
        codes: ['bare-body'],
      },
      {
        line: '{"model":"gpt-6-luna","input":"Hi","max_output_tokens":64}',
        codes: ['bare-body'],
      },
    ],
    invalid: [
      { line: '{"input":"text"}', codes: ['missing:model', 'bare-body'] },
      { line: '{"model":"m","messages":[]}', codes: ['too-small:messages', 'bare-body'] },
    ],
  },
})
