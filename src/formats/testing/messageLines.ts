// For tests: further lines with faults, by format, beside the examples of the formats. Of rules that no
// example breaks, and of faults that people make in several ways.

import { chat, envelope, misnamed, responses } from './lineParts.ts'
import { IMAGE_DATA_LINES } from './imageDataLines.ts'
import { RULE_LINES } from './ruleLines.ts'

function result(body: string, status = 200): string {
  return `{"id":"b-1","custom_id":"r-1","response":{"status_code":${status},"request_id":"q","body":${body}},"error":null}`
}

function answer(message: string, reason = 'stop'): string {
  return result(`{"choices":[{"index":0,"message":${message},"finish_reason":"${reason}"}]}`)
}

function unanswered(code: string): string {
  return `{"id":"b-1","custom_id":"r-1","response":null,"error":{"code":"${code}","message":"No."}}`
}

const OWN_LINES: Readonly<Record<string, readonly string[]>> = {
  batchInput: [
    // Envelope
    '[1, 2, 3]',
    '"hello"',
    'null',
    '"{\\"custom_id\\":\\"r-1\\"}"',
    envelope('/v1/chat/completions', '"{\\"model\\":\\"gpt-6-luna\\"}"'),
    chat('"n":1').replace('"r-1"', '17'),
    chat('"n":1').replace('"r-1"', 'true'),
    chat('"n":1').replace('"method"', '" method"'),
    chat('"n":1').replace('"custom_id"', '"Custom_ID"'),
    envelope('https://api.groq.com/openai/v1/chat/completions', '{}'),
    misnamed('payload', 'body'),
    misnamed('endpoint', 'url'),
    misnamed('uri', 'url'),
    misnamed('customId', 'custom_id'),
    misnamed('request_id', 'custom_id'),
    misnamed('id', 'custom_id'),
    // Keys
    chat('"max_token":5'),
    chat('"maxCompletionTokens":5'),
    chat('"Temperature":1'),
    chat('"enable_thinking":false'),
    chat('"user ":"u"'),
    chat('"\\t":1'),
    chat('"response format":{"type":"text"}'),
    chat('"response_format":{"type":"json_schema","json_schema":{"name":"a","schem":{}}}'),
    chat('"n":1').replace('"role"', '"Role"'),
    // Values
    chat('"n":1').replace('"role":"user"', '"role":["user"]'),
    chat('"n":1').replace('"role":"user"', '"role":null'),
    chat('"n":1e999'),
    chat('"n":-1e999'),
    chat('"temperature":1e999'),
    chat('"max_completion_tokens":1e999'),
    chat('"max_completion_tokens":"256"'),
    chat('"temperature":"hot"'),
    chat('"logit_bias":{"50256":-100.5}'),
    chat('"logit_bias":{"50256":"-100"}'),
    chat('"logit_bias":{"50256":-101,"a b":200}'),
    chat(`"metadata":{"${'k'.repeat(65)}":"v"}`),
    chat(`"metadata":{"${'名'.repeat(65)}":"v","${'x'.repeat(80)}":"v"}`),
    chat(`"metadata":{${Array.from({ length: 17 }, (_, i) => `"k${i}":"v"`).join()}}`),
    chat('"stop":[]'),
    chat('"stop":["a","b","c","d","e"]'),
    chat('"seed":0.5'),
    chat('"seed":1e999'),
    chat('"background":true'),
    // Models
    chat('"max_tokens":5', 'gpt-4o'),
    chat('"max_tokens":5', 'o3'),
    chat('"temperature":0.2', 'gpt-5.6-sol'),
    chat('"top_p":0.5', 'gpt-5.6-sol'),
    chat('"reasoning_effort":"none"', 'gpt-6.1-sol'),
    responses('"input":"Hi","reasoning":{"effort":"minimal"}').replace('gpt-6-luna', 'gpt-5.1'),
    chat(
      '"reasoning_effort":"low","tools":[{"type":"function","function":{"name":"f"}}]',
      'gpt-5.6-sol',
    ),
    // Other endpoints
    chat('"tools":[{"type":"function","function":{"name":"f"}},{"type":"function","name":"g"}]'),
    chat('"tools":[{"name":"f","parameters":{}}]'),
    chat('"prompt":"Hi"'),
    chat('"instructions":"Be brief"'),
    chat('"max_output_tokens":5'),
    chat('"reasoning":{"effort":"low"}'),
    chat('"text":{"verbosity":"low"}'),
    responses('"input":"Hi","max_completion_tokens":5'),
    responses('"input":"Hi","response_format":{"type":"text"}'),
    responses('"input":"Hi","reasoning_effort":"low"'),
    envelope('/v1/embeddings', '{"model":"text-embedding-3-small","input":"a","prompt":"a"}'),
    envelope('/v1/embeddings', '{"model":"text-embedding-3-small","input":["a",""]}'),
  ],
  batchOutput: [
    unanswered('batch_expired'),
    unanswered('batch_cancelled'),
    unanswered('server_error'),
    result('{"error":{"message":"Slow down","code":"rate_limit_exceeded"}}', 429),
    answer('{"role":"assistant","content":"Half an ans"}', 'length'),
    answer('{"role":"assistant","content":""}', 'content_filter'),
    answer('{"role":"assistant","content":null,"refusal":"I cannot help."}'),
    answer('{"role":"assistant","content":""}'),
  ],
}

export const LINES: Readonly<Record<string, readonly string[]>> = Object.fromEntries(
  [
    ...new Set([OWN_LINES, RULE_LINES, IMAGE_DATA_LINES].flatMap((lines) => Object.keys(lines))),
  ].map((id) => [
    id,
    [...(OWN_LINES[id] ?? []), ...(RULE_LINES[id] ?? []), ...(IMAGE_DATA_LINES[id] ?? [])],
  ]),
)
