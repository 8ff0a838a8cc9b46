// Output and error files of OpenAI's Batch API: one result per line, in any order.
import { defineFormat } from '../../../formats/defineFormat.ts'
import { answerSeverities } from '../schemas/answerBody.ts'
import { recogniseResultLine, resultLine } from '../schemas/resultLine.ts'
import { resultRules } from '../rules/resultRules.ts'
import { batchOutputExamples } from '../examples/batchOutput.ts'
import { OPENAI_LIKE } from '../provider.ts'
import { msg, verbatim } from '../../../i18n/message.ts'

export const format = defineFormat({
  id: 'batchOutput',
  title: msg('OpenAI batch output'),
  summary: msg('Results of the Batch API: output and error files.'),
  // https://platform.openai.com/docs/guides/batch
  provider: OPENAI_LIKE,
  role: 'result',
  recognise: recogniseResultLine,
  schema: resultLine,
  severities: {
    ...answerSeverities,
    // Local runners leave these out or null; results can be matched and read all the same.
    'missing:id': 'warning',
    'type:id': 'warning',
    'missing:response': 'warning',
    'missing:response.status_code': 'warning',
    'type:response.status_code': 'warning',
    'missing:response.request_id': 'hint',
    'type:response.request_id': 'hint',
    'missing:response.body': 'warning',
    'type:response.body': 'warning',
    'missing:error': 'hint',
    // Azure sends a code of null and a message that is an object; vLLM a text.
    'type:error': 'warning',
    'missing:error.code': 'warning',
    'type:error.code': 'warning',
    'missing:error.message': 'warning',
    'type:error.message': 'warning',
  },
  // What all lines of a file lack or have beside the rest is how another server writes them.
  notices: [
    'unknown-key',
    'missing:id',
    'type:id',
    'missing:response',
    'missing:response.status_code',
    'missing:response.body',
    'missing:error.code',
    'type:error.code',
    'missing:error.message',
    'type:error.message',
    'type:error',
  ],
  lineRules: resultRules,
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
    {
      id: 'status',
      title: msg('Status'),
      paths: [['response', 'status_code'], ['error', 'code'], ['error']],
      width: 110,
    },
    { id: 'model', title: verbatim('model'), paths: [['response', 'body', 'model']], width: 140 },
    {
      id: 'preview',
      title: msg('Preview'),
      paths: [
        ['response', 'body', 'choices', 0, 'message', 'content'],
        ['response', 'body', 'choices', 0, 'message', 'refusal'],
        ['response', 'body', 'choices', 0, 'message', 'tool_calls', 0, 'function', 'name'],
        ['response', 'body', 'output', -1, 'content', 0, 'text'],
        ['response', 'body', 'error', 'message'],
        ['error', 'message'],
        ['error'],
        ['response', 'body', 'choices'],
        ['response', 'body', 'output'],
        ['response', 'body', 'data'],
        ['response', 'body', 'results'],
        ['response', 'body'],
      ],
    },
  ],
  examples: batchOutputExamples,
})
