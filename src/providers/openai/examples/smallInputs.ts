// Lines for /v1/completions and /v1/moderations in batch input files, good and bad.
import type { FormatDefinition } from '../../../formats/defineFormat.ts'

function envelope(url: string, body: string): string {
  return `{"custom_id":"r-1","method":"POST","url":"${url}","body":${body}}`
}

function moderation(input: string, members = ''): string {
  return envelope('/v1/moderations', `{"input":${input}${members}}`)
}

function completion(members: string): string {
  return envelope('/v1/completions', `{"model":"ft:davinci-002:team::x"${members}}`)
}

/** Said of all lines of the endpoint: its models are gone. */
const LEGACY = 'endpoint-legacy'

export const smallExamples: Pick<FormatDefinition['examples'], 'valid' | 'invalid'> = {
  valid: [
    moderation('"text"'),
    moderation('["a","b"]', ',"model":"omni-moderation-latest"'),
    moderation(
      '[{"type":"text","text":"a"},{"type":"image_url","image_url":{"url":"https://example.com/a.png"}}]',
    ),
  ],
  invalid: [
    { line: envelope('/v1/moderations', '{}'), codes: ['missing:body.input'] },
    { line: moderation('7'), codes: ['type:body.input'] },
    { line: moderation('["a",1]'), codes: ['type:body.input[]'] },
    {
      line: moderation('[{"type":"image","image_url":{"url":"u"}}]'),
      codes: ['value:body.input[].type'],
    },
    {
      line: moderation('[{"type":"image_url","image_url":"https://example.com/a.png"}]'),
      codes: ['type:body.input[].image_url'],
    },
    { line: moderation('"a"', ',"model":""'), codes: ['too-small:body.model'] },
    {
      line: moderation(
        '[{"type":"text","text":"a"},{"type":"image_url","image_url":{"url":"https://example.com/a.png"}}]',
        ',"model":"text-moderation-latest"',
      ),
      codes: ['moderation-text-model'],
    },
    { line: moderation('"a"', ',"stream":true'), codes: ['streaming-unsupported'] },
    { line: moderation('"a"', ',"threshold":1'), codes: ['unknown-key'] },
    {
      line: envelope('/v1/moderations', '{"messages":[{"role":"user","content":"a"}]}'),
      codes: ['missing:body.input', 'misplaced:body.messages'],
    },
    { line: completion(''), codes: [LEGACY, 'missing:body.prompt'] },
    { line: completion(',"prompt":"a","n":0'), codes: [LEGACY, 'too-small:body.n'] },
    { line: completion(',"prompt":"a","logprobs":-1'), codes: [LEGACY, 'too-small:body.logprobs'] },
    { line: completion(',"prompt":"a","logprobs":true'), codes: [LEGACY, 'type:body.logprobs'] },
    { line: completion(',"prompt":{"text":"a"}'), codes: [LEGACY, 'type:body.prompt'] },
    { line: completion(',"prompt":"a","best_of":21'), codes: [LEGACY, 'too-big:body.best_of'] },
    { line: completion(',"prompt":"a","best_of":1,"n":2'), codes: [LEGACY, 'best-of-below-n'] },
    {
      line: completion(',"prompt":"a","stop":["a","b","c","d","e"]'),
      codes: [LEGACY, 'too-big:body.stop'],
    },
    {
      line: completion(',"messages":[]'),
      codes: [LEGACY, 'missing:body.prompt', 'misplaced:body.messages'],
    },
  ],
}
