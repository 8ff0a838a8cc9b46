// For tests: lines that rules speak about, by format, so that with the examples of the formats each
// rule is read on three lines at least.
import { SCHEMA_LINES } from './schemaLines.ts'
import { chat, envelope, misnamed, responses } from './lineParts.ts'
import { PARAMETER_LINES } from './parameterLines.ts'
import { RELATION_LINES } from './relationLines.ts'

const MODELS = ['gpt-6-luna', 'gpt-4o', 'gpt-6.1-sol']

const URL_FAULTS = [
  '/embeddings',
  '/moderations',
  'https://api.openai.com/v1/embeddings',
  'http://localhost:8000/v1/chat/completions',
  '/v1/embeddings/',
  '/v2/responses',
  '/v3/embeddings',
  '/api/v1/chat/completions',
]

/** An example for preference fine-tuning. */
function preference(asked: string, preferred: string, other: string): string {
  return `{"input":{"messages":[${asked}]},"preferred_output":[${preferred}],"non_preferred_output":[${other}]}`
}

/** Keys of other endpoints, each with the values that people give them. */
const CHAT_STRAYS: Readonly<Record<string, readonly string[]>> = {
  input: ['["Hi","there"]', '[{"role":"user","content":"Hi"}]'],
  prompt: ['["a","b"]', '""'],
  instructions: ['""', 'null'],
  max_output_tokens: ['256', '"256"'],
  reasoning: ['{}', '{"effort":"high","summary":"auto"}'],
  text: ['{}', '{"format":{"type":"text"}}'],
}

const RESPONSES_STRAYS: Readonly<Record<string, readonly string[]>> = {
  max_tokens: ['5', '256', '"256"'],
  max_completion_tokens: ['16', '4096'],
  response_format: ['{"type":"json_object"}', '{"type":"json_schema","json_schema":{"name":"a"}}'],
  reasoning_effort: ['"high"', '"minimal"', '"low"'],
  verbosity: ['"low"', '"high"', '"medium"'],
  functions: ['[]', '[{"name":"f"}]', '[{"name":"g","parameters":{}}]'],
  function_call: ['"auto"', '"none"', '{"name":"f"}'],
  logprobs: ['true', 'false', 'null'],
  n: ['1', '2', '3'],
  seed: ['1', '7', '42'],
  stop: ['"\\n"', '["a","b"]', 'null'],
  logit_bias: ['{}', '{"50256":-100}', 'null'],
  frequency_penalty: ['0', '0.5', '1'],
  presence_penalty: ['0', '0.5', '1'],
  messages: ['[]', '[{"role":"user","content":"Hi"}]'],
}

const image = (endpoint: string, members: string): string =>
  envelope(`/v1/images/${endpoint}`, `{"model":"gpt-image-2","prompt":"a lake",${members}}`)
const edit = (members: string): string => image('edits', `"images":[{"file_id":"f"}],${members}`)
const TWICE = '"image_url":"https://example.com/a.png","file_id":"f"'

function membersOf(strays: Readonly<Record<string, readonly string[]>>): readonly string[] {
  return Object.entries(strays).flatMap(([key, values]) =>
    values.map((value) => `"${key}":${value}`),
  )
}

const tuned = (...messages: readonly string[]): string => `{"messages":[${messages.join()}]}`
const asked = '{"role":"user","content":"What is a river?"}'
const told = '{"role":"system","content":"Answer in one sentence."}'
const answered = '{"role":"assistant","content":"A large stream."}'

export const RULE_LINES: Readonly<Record<string, readonly string[]>> = {
  batchInput: [
    ...['"r-1 "', '"\\tr-1"'].map((id) => chat('"n":1').replace('"r-1"', id)),
    ...URL_FAULTS.map((url) => envelope(url, '{"model":"gpt-6-luna","input":"Hi"}')),
    ...['{"model":"sora-2","prompt":"a river"}', '{"model":"sora-2-pro","prompt":"rain"}'].map(
      (body) => envelope('/v1/videos', body),
    ),
    ...['["a","b"]', '[1,2,3]'].map((prompt) =>
      envelope('/v1/completions', `{"model":"davinci-002","prompt":${prompt}}`),
    ),
    ...['params', 'request', 'payload'].flatMap((key) =>
      MODELS.map((model) => misnamed(key, 'body', model)),
    ),
    ...['path', 'endpoint', 'uri'].flatMap((key) =>
      MODELS.map((model) => misnamed(key, 'url', model)),
    ),
    ...['customId', 'request_id', 'id'].flatMap((key) =>
      MODELS.map((model) => misnamed(key, 'custom_id', model)),
    ),
    chat('"background":false'),
    chat('"n":2,"background":true'),
    chat('"background":true,"store":true'),
    chat('"seed":2.25'),
    ...['"in_memory"', '"24h"', 'null'].map((kept) => chat(`"prompt_cache_retention":${kept}`)),
    ...['"none"', '"auto"', '{"name":"find"}'].map((call) =>
      chat(`"functions":[{"name":"find"}],"function_call":${call}`),
    ),
    ...['"auto"', '"disabled"', 'null'].map((kind) =>
      responses(`"input":"Hi","truncation":${kind},"reasoning":{"generate_summary":${kind}}`),
    ),
    ...[18, 40].map((count) =>
      chat(`"metadata":{${Array.from({ length: count }, (_, i) => `"key ${i}":"v"`).join()}}`),
    ),
    ...['20', '0'].map((count) => chat(`"top_logprobs":${count}`)),
    ...['"required"', '"none"'].map((choice) => chat(`"tool_choice":${choice}`)),
    responses('"instructions":"Be brief."'),
    responses('"max_output_tokens":256,"store":false'),
    ...['"type":"object","properties":{}', '"type":"object","required":["b"]'].map((members) =>
      chat(`"response_format":{"type":"json_schema","json_schema":{"name":"a",${members}}}`),
    ),
    ...SCHEMA_LINES,
    chat('"response_format":{"type":"json_schema","json_schema":{"name":"réponse","schema":{}}}'),
    ...['weather.get', '天氣'].map((name) =>
      chat(`"tools":[{"type":"function","function":{"name":"${name}"}}]`),
    ),
    chat('"n":1').replace(
      '"content":"Hi"',
      '"content":[{"type":"image_url","image_url":{"url":"R0lGODlhAQABAAAAACw="}}]',
    ),
    ...['{"name":"weather","parameters":{}}', '{"name":"f","strict":true}'].map((tool) =>
      responses(`"input":"Hi","tools":[{"type":"function","function":${tool}}]`),
    ),
    ...['gpt-5.4-nano', 'gpt-6.1-terra'].map((model) => chat('"max_tokens":200', model)),
    ...['gpt-4', 'o4-mini', 'dall-e-3', 'gpt-5-mini', 'gpt-5-nano', 'o3', 'davinci-002'].map(
      (model) => chat('"n":1', model),
    ),
    ...['babbage-002', 'gpt-3.5-turbo-instruct'].map((model) => chat('"n":1', model)),
    ...['"pmpt_2"', '"pmpt_3","version":"2"'].map((id) => responses(`"prompt":{"id":${id}}`)),
    ...['"low"', '"none"', '"high","n":1'].map((effort) =>
      chat(`"reasoning_effort":${effort}`, 'gpt-4o-mini'),
    ),
    ...['"low"', '"none"', '"high","summary":"auto"'].map((effort) =>
      responses(`"input":"Hi","reasoning":{"effort":${effort}}`).replace('gpt-6-luna', 'gpt-4.1'),
    ),
    ...['', '"reasoning_effort":"low",', '"reasoning_effort":"high","n":1,'].map((effort) =>
      chat(`${effort}"tools":[{"type":"function","function":{"name":"g"}}]`, 'gpt-6-sol'),
    ),
    ...['0', '1.5'].map((temperature) => chat(`"temperature":${temperature}`, 'gpt-5.6-sol')),
    ...['0.1', '0.9'].map((share) => chat(`"top_p":${share}`, 'gpt-5.6-sol')),
    ...['"minimal"', '"none","n":1'].map((effort) =>
      chat(`"reasoning_effort":${effort}`, 'gpt-6.1-sol'),
    ),
    ...['"xhigh"', '"none"', '"max","summary":"auto"'].map((effort) =>
      responses(`"input":"Hi","reasoning":{"effort":${effort}}`).replace(
        'gpt-6-luna',
        'gpt-5-mini',
      ),
    ),
    ...['high', 'medium'].map((effort) =>
      chat(
        `"reasoning_effort":"${effort}","tools":[{"type":"function","function":{"name":"g"}}]`,
        'gpt-5.6-sol',
      ),
    ),
    ...['1', '4096'].map((limit) => chat(`"max_tokens":${limit}`, 'gpt-4o-mini')),
    ...membersOf(CHAT_STRAYS).map((members) => chat(members)),
    ...membersOf(RESPONSES_STRAYS).map((members) => responses(`"input":"Hi",${members}`)),
    chat('"tools":null,"user":null'),
    responses('"input":"Hi","text":null'),
    ...['"resp_2"', '"resp_3"'].map((id) =>
      responses(`"input":"Hi","conversation":{"id":"conv_1"},"previous_response_id":${id}`),
    ),
    ...['"name":"a"', '"name":"b","strict":true'].map((members) =>
      responses(`"input":"Hi","text":{"format":{"type":"json_schema","json_schema":{${members}}}}`),
    ),
    ...['"version":"2"', '"variables":{"name":"Ann"}'].map((members) =>
      responses(`"prompt":{"id":"pmpt_1",${members}}`),
    ),
    ...['my.tool', '天氣'].map((name) =>
      responses(`"input":"Hi","tools":[{"type":"function","name":"${name}"}]`),
    ),
    ...['large', '4096x1024'].map((size) => image('generations', `"size":"${size}"`)),
    ...['[]', '[{"image_url":"https://example.com/a.png"}]'].map((images) =>
      image('generations', `"images":${images}`),
    ),
    image('edits', `"images":[{"file_id":"f"},{${TWICE}}]`),
    edit('"markup":{}'),
    ...['""', '"1024X1024"'].map((size) => edit(`"size":${size}`)),
    edit('"image":"b.png"'),
    image('edits', '"image":["https://example.com/a.png"]'),
    envelope('/v1/completions', '{"model":"m","prompt":"a","max_completion_tokens":5}'),
    envelope('/v1/completions', '{"model":"m","prompt":"a","max_output_tokens":5}'),
    envelope('/v1/completions', '{"model":"m","input":"a"}'),
    envelope('/v1/moderations', '{"prompt":"a"}'),
    edit('"input":"a"'),
    edit('"messages":[]'),
    ...RELATION_LINES,
    ...PARAMETER_LINES,
  ],
  groqBatchInput: ['/openai/v1/embeddings', '/openai/v1/audio/transcriptions'].map((url) =>
    envelope(url, '{"model":"llama-3.1-8b-instant","messages":[{"role":"user","content":"Hi"}]}'),
  ),
  bedrockBatchInput: ['anthropic.claude-3-haiku', 'amazon.nova-lite'].map(
    (model) =>
      `{"recordId":"r-1","modelInput":{"modelId":"${model}","messages":[{"role":"user","content":"Hi"}],"max_tokens":16}}`,
  ),
  anthropicBatchInput: ['r.1', 'eine Frage'].map(
    (id) =>
      `{"custom_id":"${id}","params":{"model":"claude-haiku-4-5","max_tokens":16,"messages":[{"role":"user","content":"Hi"}]}}`,
  ),
  geminiBatchInput: [
    ...['page 1', ''].map(
      (id) => `{"custom_id":"${id}","request":{"contents":[{"parts":[{"text":"Hi"}]}]}}`,
    ),
    ...['gemini-2.5-flash', 'gemini-3-pro'].map((model) =>
      envelope(
        `/v1beta/models/${model}:generateContent`,
        '{"contents":[{"parts":[{"text":"Hi"}]}]}',
      ),
    ),
  ],
  chatFineTuning: [
    tuned(told, asked),
    tuned(asked, asked),
    tuned(asked, answered, '{"role":"user","content":"And a lake?"}'),
    tuned(told, asked, answered, asked),
    tuned(asked, answered.replace('}', ',"weight":0}')),
    tuned(told, asked, answered.replace('}', ',"weight":0}')),
    tuned(told, asked, '{"role":"assistant","content":""}'),
    ...['"one"', '"two"'].map((part) =>
      tuned(
        asked,
        '{"role":"assistant","tool_calls":[{"id":"c","type":"function","function":{"name":"f","arguments":"{}"}}]}',
        `{"role":"tool","tool_call_id":"c","content":[{"type":"text","text":${part}}]}`,
        answered,
      ),
    ),
    tuned(asked.replace('}', ',"name":null}'), answered),
  ],
  preferenceFineTuning: [
    ...['{"role":"assistant"}', '{"role":"assistant","content":null,"refusal":null}'].flatMap(
      (message) => [
        preference('{"role":"user","content":"Hi"}', message, '{"role":"assistant","content":"B"}'),
        preference('{"role":"user","content":"Hi"}', '{"role":"assistant","content":"A"}', message),
      ],
    ),
    ...['""', '[{"type":"text","text":""}]'].map((content) =>
      preference(
        '{"role":"user","content":"Hi"}',
        `{"role":"assistant","content":${content}}`,
        '{"role":"assistant","content":"B"}',
      ),
    ),
  ],
  reinforcementFineTuning: [
    `{"messages":[${told},${asked},${answered}],"reference_answer":"a stream"}`,
  ],
}
