// For tests: lines whose parameters ask for something of each other, for messages.
import { chat, envelope, responses } from './lineParts.ts'

function image(members: string, model = 'gpt-image-2'): string {
  return envelope('/v1/images/generations', `{"model":"${model}","prompt":"a lake",${members}}`)
}

function moderation(model: string, members: string): string {
  return envelope('/v1/moderations', `{"model":"${model}","input":[${members}]}`)
}

function completion(members: string): string {
  return envelope('/v1/completions', `{"model":"davinci-002","prompt":"a",${members}}`)
}

function embedding(model: string, dimensions: number): string {
  return envelope('/v1/embeddings', `{"model":"${model}","input":"a","dimensions":${dimensions}}`)
}

function said(part: string): string {
  return responses(
    `"input":[{"role":"user","content":"Hi"},{"role":"assistant","content":[${part}]}]`,
  )
}

/** A chat in which the model answered so often, its answers with further members. */
function talked(members: string, turns: number): string {
  const user = '{"role":"user","content":"Hi"}'
  const turn = `${user},{"role":"assistant","content":"Yes?",${members}},`
  return envelope(
    '/v1/chat/completions',
    `{"model":"gpt-6-luna","messages":[${turn.repeat(turns)}${user}]}`,
  )
}

const PICTURE = '{"type":"image_url","image_url":{"url":"https://example.com/a.png"}}'

/** Of batch input. */
export const PARAMETER_LINES: readonly string[] = [
  image('"output_compression":50,"output_format":null'),
  image('"partial_images":1,"output_format":"svg","output_compression":9'),
  image('"response_format":"url"', 'chatgpt-image-latest'),
  image('"style":"natural"', 'gpt-image-1.5'),
  image('"style":"vivid","n":2'),
  chat('"modalities":["audio"]'),
  chat('"modalities":["audio","text"],"audio":null'),
  ...['\\u0041/b', '\\\\', ''].map((name) => talked(`"name":"${name}"`, 1)),
  ...[1, 2].map((turns) => talked('"tool_calls":null', turns)),
  ...['find', 'f 1', ''].map((name) =>
    responses(
      `"input":"Hi","tools":[{"type":"custom","name":"${name}"},{"type":"custom","name":"g"},{"type":"custom","name":"${name}"}]`,
    ),
  ),
  completion('"best_of":1,"n":5'),
  completion('"best_of":0,"n":2,"logprobs":1'),
  moderation('text-moderation-stable', PICTURE),
  moderation('text-moderation-007', `${PICTURE},${PICTURE}`),
  embedding('text-embedding-ada-002', 1536),
  embedding('text-embedding-3-large', 4096),
  said('{"type":"output_text","text":"a"},{"type":"input_text","text":"b"}'),
  said('{"type":"input_image","image_url":"https://example.com/a.png"}'),
  responses(
    '"input":"Hi","text":{"format":{"type":"json_schema","name":"a","strict":true,"schema":{"type":"object","properties":{"b":{"type":"integer","default":3}},"required":["b"],"additionalProperties":false}}}',
  ),
]
