// Output and error files of OpenAI's Batch API: one result per line, in any order.
import { defineFormat } from '../../../formats/defineFormat.ts'
import { recogniseResultLine, resultLine } from '../schemas/resultLine.ts'
import { resultRules } from '../rules/resultRules.ts'
import { OPENAI_LIKE } from '../provider.ts'
import { msg, verbatim } from '../../../i18n/message.ts'

const CHAT =
  '{"id":"chatcmpl-1","object":"chat.completion","created":1760000000,"model":"gpt-6-luna","choices":[{"index":0,"message":{"role":"assistant","content":"Yes.","refusal":null},"finish_reason":"stop"}],"usage":{"prompt_tokens":9,"completion_tokens":2,"total_tokens":11}}'

function answered(body: string, status: number | string = 200): string {
  return `{"id":"batch_req_1","custom_id":"r-1","response":{"status_code":${status},"request_id":"req_1","body":${body}},"error":null}`
}

function unanswered(error: string): string {
  return `{"id":"batch_req_1","custom_id":"r-1","response":null,"error":${error}}`
}

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
        ['response', 'body'],
      ],
    },
  ],
  examples: {
    valid: [
      answered(CHAT),
      answered('{"object":"list","data":[{"index":0,"embedding":[0.1]}],"model":"e"}'),
      answered(
        '{"id":"resp_1","object":"response","error":null,"output":[{"type":"reasoning"},{"type":"message","content":[{"type":"output_text","text":"Yes."}]}]}',
      ),
    ],
    attention: [
      {
        line: answered(
          '{"id":"resp_1","object":"response","error":null,"output":[{"type":"reasoning"}]}',
        ),
        codes: ['answer-empty'],
      },
      {
        line: answered(CHAT.replace('"refusal":null', '"refusal":"No."')),
        codes: ['answer-refused'],
      },
      { line: answered(CHAT.replace('"stop"', '"content_filter"')), codes: ['answer-filtered'] },
      {
        line: answered(
          '{"error":{"message":"Too long","type":"invalid_request_error","code":null}}',
          400,
        ),
        codes: ['request-failed'],
      },
      {
        line: answered('{"error":{"message":"Slow down","code":"rate_limit_exceeded"}}', 429),
        codes: ['request-failed'],
      },
      { line: answered(CHAT.replace('"stop"', '"length"')), codes: ['answer-cut-off'] },
      {
        line: unanswered('{"code":"batch_expired","message":"The window expired."}'),
        codes: ['request-expired'],
      },
      {
        line: unanswered(
          '{"code":"batch_cancelled","message":"Cancelled.","param":null,"line":null}',
        ),
        codes: ['request-cancelled'],
      },
      {
        line: unanswered('{"code":"request_timeout","message":"Timed out."}'),
        codes: ['request-failed'],
      },
    ],
    invalid: [
      { line: '7', codes: ['not-an-object'] },
      {
        line: answered(CHAT).replace('"custom_id":"r-1",', ''),
        codes: ['missing:custom_id'],
      },
      { line: answered(CHAT).replace('"r-1"', '7'), codes: ['type:custom_id'] },
      { line: answered(CHAT).replace('"r-1"', '""'), codes: ['too-small:custom_id'] },
      { line: unanswered('null'), codes: ['no-result'] },
      { line: answered('null', 400), codes: ['type:response.body', 'request-failed'] },
      { line: answered(CHAT, '"200"'), codes: ['type:response.status_code'] },
      { line: answered(CHAT, 0), codes: ['request-failed'] },
      {
        line: answered(CHAT).replace('"status_code":200,', ''),
        codes: ['missing:response.status_code'],
      },
      {
        line: '{"id":"vllm-1","custom_id":"r-1","error":"The model is gone"}',
        codes: ['missing:response', 'type:error', 'request-failed'],
      },
      {
        line: unanswered('{"code":null,"message":{"error":"x"}}'),
        codes: ['type:error.code', 'type:error.message', 'request-failed'],
      },
      { line: unanswered('"text"'), codes: ['type:error', 'request-failed'] },
      {
        line: '{"custom_id":"r-1","response":[],"error":null}',
        codes: ['missing:id', 'type:response', 'no-result'],
      },
      {
        line: answered(CHAT).replace('"error":null', '"error":null,"x":1'),
        codes: ['unknown-key'],
      },
    ],
  },
})
