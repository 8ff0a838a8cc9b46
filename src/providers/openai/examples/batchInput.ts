// Lines of batch input files, good and bad: the tests of the format and its documentation.
import type { FormatDefinition } from '../../../formats/defineFormat.ts'
import { callExamples } from './callInput.ts'
import { imageExamples } from './imageInput.ts'
import { partExamples } from './partInput.ts'
import { responsesExamples } from './responsesInput.ts'
import { smallExamples } from './smallInputs.ts'

/** A line with a chat body; the arguments are JSON texts of the members. */
function chat(
  members = '',
  messages = '[{"role":"user","content":"Hi"}]',
  model = 'gpt-6-luna',
): string {
  const rest = members === '' ? '' : `,${members}`
  return envelope('/v1/chat/completions', `{"model":"${model}","messages":${messages}${rest}}`)
}

function envelope(url: string, body: string): string {
  return `{"custom_id":"r-1","method":"POST","url":"${url}","body":${body}}`
}

function embedding(input: string, rest = ''): string {
  return envelope('/v1/embeddings', `{"model":"text-embedding-3-small","input":${input}${rest}}`)
}

function jsonSchema(members: string): string {
  return `"response_format":{"type":"json_schema","json_schema":{${members}}}`
}

function pictured(url: string): string {
  return `[{"role":"user","content":[{"type":"image_url","image_url":{"url":"${url}"}}]}]`
}

const BODY = '{"model":"gpt-6-luna","messages":[{"role":"user","content":"Hi"}]}'

export const batchInputExamples: FormatDefinition['examples'] = {
  valid: [
    chat(),
    chat('"modalities":["text","audio"],"audio":{"voice":"alloy","format":"wav"}'),
    chat('"modalities":["text"]'),
    chat('', '[{"role":"user","name":"José.Ñ@x","content":"Hi"}]'),
    embedding('"a"', ',"dimensions":1536'),
    chat('', pictured(`data:image/png;base64,iVBORw0KGgoA${'A'.repeat(60)}`)),
    chat('"temperature":0,"max_completion_tokens":200,"seed":9007199254740993'),
    chat('"stop":["a","b"],"logit_bias":{"50256":-100},"metadata":{"run":"7"},"n":2'),
    chat(
      '"prompt_cache_options":{"ttl":"30m"}',
      '[{"role":"user","content":[{"type":"text","text":"x","prompt_cache_breakpoint":{"mode":"explicit","ttl":"12h"}}]}]',
    ),
    chat(
      jsonSchema(
        '"name":"page","strict":true,"schema":{"type":"object","properties":{"a":{"type":"array","items":{"type":"string"}}},"required":["a"],"additionalProperties":false}',
      ),
    ),
    chat(jsonSchema('"name":"page","schema":{"type":"object","properties":{"a":{}}}')),
    chat('"stream":false,"store":null,"reasoning_effort":"none","verbosity":"low"'),
    chat(
      '"response_format":{"type":"json_schema","json_schema":{"name":"answer","schema":{"type":"object","properties":{},"required":[],"additionalProperties":false},"strict":true}}',
    ),
    chat(
      '"tools":[{"type":"function","function":{"name":"find","parameters":{"type":"object","properties":{}}}}],"tool_choice":"auto"',
    ),
    chat(
      '',
      '[{"role":"system","content":"Be brief."},{"role":"user","content":[{"type":"text","text":"What is it?"},{"type":"image_url","image_url":{"url":"https://example.com/a.png","detail":"low"}}]}]',
    ),
    chat(
      '',
      '[{"role":"user","content":"Hi"},{"role":"assistant","content":null,"tool_calls":[{"id":"c1","type":"function","function":{"name":"find","arguments":"{}"}}]},{"role":"tool","tool_call_id":"c1","content":"none"}]',
    ),
    chat(
      '',
      '[{"role":"developer","content":[{"type":"text","text":"Be brief."}]},{"role":"assistant","tool_calls":[{"id":"c1","type":"custom","custom":{"name":"run","input":"ls"}}]},{"role":"tool","tool_call_id":"c1","content":"a"}]',
    ),
    embedding('"text"'),
    embedding('["a","b"]', ',"dimensions":256,"encoding_format":"base64"'),
    embedding('[1,2,3]'),
    embedding('[[1,2],[3]]'),
    ...responsesExamples.valid,
    ...callExamples.valid,
    ...partExamples.valid,
    ...smallExamples.valid,
    ...imageExamples.valid,
    // Only a hint: ids that other providers refuse.
    `{"custom_id":"任務 7","method":"POST","url":"/v1/chat/completions","body":${BODY}}`,
    `{"custom_id":"${'a'.repeat(65)}","method":"POST","url":"/v1/chat/completions","body":${BODY}}`,
  ],
  notices: [
    {
      line: chat(
        '"user":null,"tools":null,"parallel_tool_calls":null',
        '[{"role":"user","content":"Hi","name":null}]',
      ),
      codes: ['null-for-nothing'],
    },
    {
      line: embedding('"a"', ',"encoding_format":null,"dimensions":null,"user":null'),
      codes: ['null-for-nothing'],
    },
    {
      line: envelope(
        '/v1/images/edits',
        '{"model":"gpt-image-2","prompt":"x","images":[{"file_id":"file-1"}],"mask":null}',
      ),
      codes: ['null-for-nothing'],
    },
    ...responsesExamples.notices,
  ],
  invalid: [
    {
      line: chat(
        '',
        '[{"role":"user","content":"Hi"},{"role":"assistant","content":"y","tool_calls":null}]',
      ),
      codes: ['null-tool-calls'],
    },
    {
      line: chat('', '[{"role":"user","name":"Ada Lovelace","content":"Hi"}]'),
      codes: ['speaker-name-characters'],
    },
    ...responsesExamples.invalid,
    ...callExamples.invalid,
    ...partExamples.invalid,
    ...smallExamples.invalid,
    ...imageExamples.invalid,
    {
      line: chat('', '[{"role":"assistant","content":null,"refusal":null}]'),
      codes: ['assistant-without-content'],
    },
    {
      line: chat('', '[{"role":"assistant","content":"x","tool_calls":[]}]'),
      codes: ['too-small:body.messages[].tool_calls'],
    },
    {
      line: chat(
        '"response_format":{"type":"json_schema","json_schema":{"name":"a","strict":true}}',
      ),
      codes: ['absent-schema'],
    },
    {
      line: chat('"response_format":{"type":"json_schema","json_schema":{"name":"b"}}'),
      codes: ['absent-schema'],
    },
    {
      line: chat(jsonSchema('"name":"a","properties":{}')),
      codes: ['missing:body.response_format.json_schema.schema', 'unknown-key'],
    },
    {
      line: chat(jsonSchema('"name":"my answer","schema":{"type":"object"}')),
      codes: ['schema-name-characters'],
    },
    {
      line: chat('"tools":[{"type":"function","function":{"name":"my tool"}}]'),
      codes: ['tool-name-characters'],
    },
    {
      line: chat('', pictured(`iVBORw0KGgoA${'A'.repeat(60)}`)),
      codes: ['bare-base64-image'],
    },
    {
      line: envelope(
        '/v1/responses',
        `{"model":"gpt-6-luna","input":[{"role":"user","content":[{"type":"input_image","image_url":"\\/9j\\/${'A'.repeat(60)}"}]}]}`,
      ),
      codes: ['bare-base64-image'],
    },
    {
      line: chat(
        jsonSchema('"name":"a","strict":true,"schema":{"type":"array","items":{"type":"string"}}'),
      ),
      codes: ['strict-schema-root'],
    },
    {
      line: chat(
        jsonSchema(
          '"name":"a","strict":true,"schema":{"type":"object","properties":{"b":{"type":"string"}},"required":["b"]}',
        ),
      ),
      codes: ['strict-schema-open'],
    },
    {
      line: chat(
        jsonSchema(
          '"name":"a","strict":true,"schema":{"type":"object","properties":{"b":{"type":"string"}},"additionalProperties":false}',
        ),
      ),
      codes: ['strict-schema-optional'],
    },
    { line: '[]', codes: ['not-an-object'] },
    { line: '{}', codes: ['missing:custom_id', 'missing:method', 'missing:url', 'missing:body'] },
    {
      line: `{"method":"POST","url":"/v1/chat/completions","body":${BODY}}`,
      codes: ['missing:custom_id'],
    },
    {
      line: `{"custom_id":{"a":1},"method":"POST","url":"/v1/chat/completions","body":${BODY}}`,
      codes: ['type:custom_id'],
    },
    {
      line: `{"custom_id":7,"method":"POST","url":"/v1/chat/completions","body":${BODY}}`,
      codes: ['type:custom_id'],
    },
    {
      line: `{"custom_id":"","method":"POST","url":"/v1/chat/completions","body":${BODY}}`,
      codes: ['too-small:custom_id'],
    },
    {
      line: `{"custom_id":"${'a'.repeat(513)}","method":"POST","url":"/v1/chat/completions","body":${BODY}}`,
      codes: ['too-big:custom_id'],
    },
    {
      line: `{"custom_id":" a","method":"POST","url":"/v1/chat/completions","body":${BODY}}`,
      codes: ['custom-id-spaces', 'custom-id-portability'],
    },
    {
      line: `{"custom_id":"a","method":"post","url":"/v1/chat/completions","body":${BODY}}`,
      codes: ['value:method'],
    },
    {
      line: `{"custom_id":"a","url":"/v1/chat/completions","body":${BODY}}`,
      codes: ['missing:method'],
    },
    { line: `{"custom_id":"a","method":"POST","body":${BODY}}`, codes: ['missing:url'] },
    {
      line: `{"custom_id":"a","method":"POST","url":"/v1/audio/speech","body":${BODY}}`,
      codes: ['value:url'],
    },
    {
      line: `{"custom_id":"a","method":"GET","url":null,"body":${BODY}}`,
      codes: ['type:url', 'value:method'],
    },
    { line: envelope('/chat/completions', BODY), codes: ['url-without-version'] },
    {
      line: envelope('https://api.openai.com/v1/chat/completions', BODY),
      codes: ['url-with-host'],
    },
    { line: envelope('/v1/chat/completions/', BODY), codes: ['url-slash'] },
    { line: envelope('v1/chat/completions', BODY), codes: ['url-slash'] },
    { line: envelope('/v4/chat/completions', BODY), codes: ['url-version'] },
    { line: envelope('/openai/v1/chat/completions', BODY), codes: ['url-with-prefix'] },
    {
      line: envelope('/v1/videos', '{"model":"sora-2","prompt":"a bridge"}'),
      codes: ['endpoint-shut-down'],
    },
    {
      line: envelope('/v1/completions', '{"model":"davinci-002","prompt":"a"}'),
      codes: ['model-shut-down', 'endpoint-legacy'],
    },
    {
      line: `{"custom_id":"a","method":"POST","url":"/v1/chat/completions"}`,
      codes: ['missing:body'],
    },
    { line: envelope('/v1/chat/completions', '"text"'), codes: ['type:body'] },
    { line: BODY, codes: ['bare-body'] },
    { line: '{"custom_id":"a","model":"gpt-6-luna","messages":[]}', codes: ['bare-body'] },
    { line: '{"model":"text-embedding-3-small","input":"text"}', codes: ['bare-body'] },
    {
      line: `{"custom_id":"a","method":"POST","url":"/v1/chat/completions","params":${BODY}}`,
      codes: ['misnamed:params'],
    },
    {
      line: `{"custom_id":"a","method":"POST","path":"/v1/chat/completions","request":${BODY}}`,
      codes: ['misnamed:path', 'misnamed:request'],
    },
    {
      line: `{"custom_id":"a","method":"POST","url":"/v1/chat/completions","body":${BODY},"note":1}`,
      codes: ['unknown-key'],
    },
    { line: chat('"stream":true'), codes: ['streaming-unsupported'] },
    { line: chat('"temperature":2.5'), codes: ['too-big:body.temperature'] },
    { line: chat('"temperature":"0.5"'), codes: ['type:body.temperature'] },
    {
      line: chat('"top_p":-0.1,"n":0,"frequency_penalty":3'),
      codes: ['too-small:body.top_p', 'too-small:body.n', 'too-big:body.frequency_penalty'],
    },
    {
      line: chat('"n":1.5,"seed":1.5'),
      codes: ['type:body.n', 'seed-not-whole', 'deprecated:body.seed'],
    },
    { line: chat('"foo":1'), codes: ['unknown-key'] },
    { line: chat('"input":"Hi"'), codes: ['misplaced:body.input'] },
    { line: chat('"max_tokens":5', undefined, 'gpt-4.1'), codes: ['deprecated:body.max_tokens'] },
    {
      line: chat('"max_tokens":5', undefined, 'gpt-5.4-mini'),
      codes: ['model-refuses:max_tokens'],
    },
    { line: chat('"max_tokens":5', undefined, 'gpt-6-luna'), codes: ['model-refuses:max_tokens'] },
    { line: chat('"n":1', undefined, 'gpt-4-turbo'), codes: ['model-shut-down'] },
    {
      line: chat('"reasoning_effort":"low"', undefined, 'gpt-4o-mini'),
      codes: ['model-without-reasoning:reasoning_effort'],
    },
    {
      line: chat('"tools":[{"type":"function","function":{"name":"f"}}]', undefined, 'gpt-6-sol'),
      codes: ['model-refuses:tools'],
    },
    { line: chat('"top_p":0.5', undefined, 'gpt-5.6-sol'), codes: ['model-refuses:top_p'] },
    {
      line: chat('"response_format":{"type":"object"}'),
      codes: ['value:body.response_format.type'],
    },
    {
      line: chat('"response_format":{"properties":{}}'),
      codes: ['missing:body.response_format.type'],
    },
    {
      line: chat('"response_format":{"type":"json_schema"}'),
      codes: ['missing:body.response_format.json_schema'],
    },
    { line: chat('"stop":[]'), codes: ['too-small:body.stop'] },
    { line: chat('"stop":["a","b","c","d","e"]'), codes: ['too-big:body.stop'] },
    { line: chat('"stop":5'), codes: ['type:body.stop'] },
    {
      line: chat('"tool_choice":"any","tools":[{"type":"function","function":{"name":"f"}}]'),
      codes: ['value:body.tool_choice'],
    },
    { line: chat('"tool_choice":"auto"'), codes: ['tool-choice-alone'] },
    {
      line: chat('"tools":[{"type":"function","name":"f"}]'),
      codes: ['flat-tool'],
    },
    { line: chat('"metadata":{"a":1,"b":2}'), codes: ['type:body.metadata.*'] },
    { line: chat('"logit_bias":{"5":"x"}'), codes: ['type:body.logit_bias.*'] },
    { line: chat('"reasoning_effort":"High"'), codes: ['value:body.reasoning_effort'] },
    { line: chat('"service_tier":""'), codes: ['value:body.service_tier'] },
    { line: chat('"reasoning_effort":"huge"'), codes: ['unknown-value:body.reasoning_effort'] },
    { line: chat('"top_logprobs":5'), codes: ['top-logprobs-alone'] },
    { line: chat('"modalities":["text","audio"]'), codes: ['audio-without-parameters'] },
    { line: embedding('"a"', ',"dimensions":2000'), codes: ['model-refuses:dimensions'] },
    {
      line: chat('"stream":false,"stream_options":{"include_usage":true}'),
      codes: ['stream-options-alone'],
    },
    { line: chat('"stream_options":{}'), codes: ['stream-options-alone'] },
    {
      line: chat('"stream":null,"stream_options":{"include_obfuscation":false}'),
      codes: ['stream-options-alone'],
    },
    { line: chat('', '[]'), codes: ['too-small:body.messages'] },
    { line: chat('', '"Hi"'), codes: ['type:body.messages'] },
    { line: chat('', '["Hi"]'), codes: ['type:body.messages[]'] },
    { line: chat('', '[{"content":"Hi"}]'), codes: ['missing:body.messages[].role'] },
    {
      line: chat('', '[{"role":"human","content":"Hi"},{"role":"bot","content":"Hi"}]'),
      codes: ['value:body.messages[].role'],
    },
    { line: chat('', '[{"role":"user"}]'), codes: ['missing:body.messages[].content'] },
    { line: chat('', '[{"role":"user","content":null}]'), codes: ['type:body.messages[].content'] },
    {
      line: chat('', '[{"role":"user","content":[]}]'),
      codes: ['too-small:body.messages[].content'],
    },
    {
      line: chat('', '[{"role":"user","content":[{"type":"image","url":"x"}]}]'),
      codes: ['value:body.messages[].content[].type'],
    },
    {
      line: chat(
        '',
        '[{"role":"user","content":[{"type":"image_url","image_url":"https://example.com/a.png"}]}]',
      ),
      codes: ['type:body.messages[].content[].image_url'],
    },
    {
      line: chat('', '[{"role":"user","content":["Hi"]}]'),
      codes: ['type:body.messages[].content[]'],
    },
    { line: chat('', '[{"role":"assistant"}]'), codes: ['assistant-without-content'] },
    {
      line: chat(
        '',
        '[{"role":"assistant","tool_calls":[{"id":"c","type":"function","function":{"name":"f","arguments":{}}}]},{"role":"tool","tool_call_id":"c","content":"1"}]',
      ),
      codes: ['type:body.messages[].tool_calls[].function.arguments'],
    },
    {
      line: chat('', '[{"role":"tool","content":"x"}]'),
      codes: ['missing:body.messages[].tool_call_id'],
    },
    {
      line: envelope('/v1/chat/completions', '{"model":"gpt-6-luna"}'),
      codes: ['missing:body.messages'],
    },
    {
      line: envelope('/v1/chat/completions', '{"messages":[{"role":"user","content":"Hi"}]}'),
      codes: ['missing:body.model'],
    },
    { line: embedding('""'), codes: ['too-small:body.input'] },
    { line: embedding('[]'), codes: ['too-small:body.input'] },
    { line: embedding('["a",""]'), codes: ['too-small:body.input[]'] },
    { line: embedding('["a",1,"b"]'), codes: ['type:body.input[]'] },
    { line: embedding('{"text":"a"}'), codes: ['type:body.input'] },
    { line: embedding('"a"', ',"dimensions":0'), codes: ['too-small:body.dimensions'] },
    { line: embedding('"a"', ',"messages":[]'), codes: ['misplaced:body.messages'] },
  ],
}
