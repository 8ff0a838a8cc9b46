// Lines of output and error files, good ones, bad news and mistakes.
import type { FormatDefinition } from '../../../formats/defineFormat.ts'

const CHAT =
  '{"id":"chatcmpl-1","object":"chat.completion","created":1760000000,"model":"gpt-6-luna","choices":[{"index":0,"message":{"role":"assistant","content":"Yes.","refusal":null},"finish_reason":"stop"}],"usage":{"prompt_tokens":9,"completion_tokens":2,"total_tokens":11}}'

function answered(body: string, status: number | string = 200): string {
  return `{"id":"batch_req_1","custom_id":"r-1","response":{"status_code":${status},"request_id":"req_1","body":${body}},"error":null}`
}

function unanswered(error: string): string {
  return `{"id":"batch_req_1","custom_id":"r-1","response":null,"error":${error}}`
}

const responded = (output: string, rest = '"status":"completed","incomplete_details":null') =>
  answered(`{"id":"resp_1","object":"response","error":null,${rest},"output":${output}}`)

const said = (text: string) =>
  `[{"type":"reasoning","summary":[]},{"type":"message","content":[{"type":"output_text","text":"${text}"}]}]`

const vectors = (data: string) =>
  answered(
    `{"object":"list","data":${data},"model":"text-embedding-3-small","usage":{"prompt_tokens":4,"total_tokens":4}}`,
  )

export const batchOutputExamples: FormatDefinition['examples'] = {
  valid: [
    answered(CHAT),
    answered('{"object":"list","data":[{"index":0,"embedding":[0.1]}],"model":"e"}'),
    answered(
      '{"id":"resp_1","object":"response","error":null,"output":[{"type":"reasoning"},{"type":"message","content":[{"type":"output_text","text":"Yes."}]}]}',
    ),
    responded(said('Yes.')),
    responded(said('{\\"answer\\": true}\\n')),
    responded('[{"type":"function_call","call_id":"c","name":"f","arguments":"{}"}]'),
    responded(
      '[{"type":"future_call","x":1},{"type":"message","content":[{"type":"output_text","text":"Yes."}]}]',
    ),
    answered(
      CHAT.replace('"Yes."', '[{"type":"thinking","thinking":[]},{"type":"text","text":"Yes."}]'),
    ),
    answered(
      CHAT.replace(
        '"content":"Yes."',
        '"content":null,"tool_calls":[{"id":"c","type":"function","function":{"name":"f","arguments":"{}"}}]',
      ).replace('"stop"', '"tool_calls"'),
    ),
    answered(CHAT.replace('"stop"', '"a_reason_of_tomorrow"')),
    answered(CHAT.replace('"Yes."', '"{name} is the placeholder"')),
    vectors('[{"object":"embedding","index":0,"embedding":"AACAPw=="}]'),
    answered(
      '{"id":"cmpl-1","object":"text_completion","model":"m","choices":[{"text":" upon","index":0,"logprobs":null,"finish_reason":"stop"}]}',
    ),
    answered(
      '{"id":"modr-1","model":"omni-moderation-latest","results":[{"flagged":false,"categories":{"hate":false},"category_scores":{"hate":0.1}}]}',
    ),
    answered(
      '{"created":1760000000,"data":[{"b64_json":"AAAA"}],"output_format":"png","usage":{"input_tokens":3,"output_tokens":5,"total_tokens":8}}',
    ),
    answered(
      '{"created":1760000000,"data":[{"url":"https://example.com/a.png","revised_prompt":"A."}]}',
    ),
    // Of APIs that are not known here.
    answered('{"id":"video_1","object":"video","status":"completed"}'),
    answered('{"object":"list","data":[{"index":0,"object":"score","score":0.5}],"model":"m"}'),
  ],
  attention: [
    {
      line: answered(CHAT.replace('"Yes."', '"{\\"answer\\": tr"')),
      codes: ['answer-json-broken'],
    },
    {
      line: answered(CHAT.replace('"Yes."', '"{\\"answer\\": true} as asked"')),
      codes: ['answer-json-broken'],
    },
    { line: responded(said('{ \\"answer\\": \\"Ye')), codes: ['answer-json-broken'] },
    { line: responded('[]'), codes: ['answer-empty'] },
    { line: responded(said('')), codes: ['answer-empty'] },
    {
      line: responded('[{"type":"message","content":[{"type":"refusal","refusal":"No."}]}]'),
      codes: ['answer-refused'],
    },
    {
      line: responded(
        said('Ye'),
        '"status":"incomplete","incomplete_details":{"reason":"max_output_tokens"}',
      ),
      codes: ['answer-cut-off'],
    },
    {
      line: responded(
        said('Ye'),
        '"status":"incomplete","incomplete_details":{"reason":"content_filter"}',
      ),
      codes: ['answer-filtered'],
    },
    { line: responded('[]', '"status":"failed"'), codes: ['request-failed'] },
    { line: responded('[]', '"status":"cancelled"'), codes: ['request-failed'] },
    { line: answered(CHAT.replace('"Yes."', '""')), codes: ['answer-empty'] },
    { line: answered(CHAT.replace('"Yes."', 'null')), codes: ['answer-empty'] },
    {
      line: answered(CHAT.replace(/"choices":\[.*?\}\]/, '"choices":[]')),
      codes: ['answer-empty'],
    },
    {
      line: answered(CHAT.replace(/"choices":\[.*?\}\]/, '"choices":null')),
      codes: ['answer-empty'],
    },
    { line: vectors('[]'), codes: ['answer-empty'] },
    {
      line: vectors('[{"index":0,"embedding":[0.5]},{"index":1,"embedding":[]}]'),
      codes: ['answer-empty'],
    },
    { line: vectors('[{"index":0,"embedding":null}]'), codes: ['answer-empty'] },
    { line: answered('{"created":1760000000,"data":[{"b64_json":""}]}'), codes: ['answer-empty'] },
    { line: answered('{"id":"modr-1","model":"m","results":[]}'), codes: ['answer-empty'] },
    { line: answered('{}'), codes: ['answer-empty'] },
    { line: answered('{"error":{"message":"Not here"}}', 404), codes: ['request-failed'] },
    { line: answered('{"error":"Upstream is down"}'), codes: ['request-failed'] },
    { line: answered('{"error":{"message":"x"}}', 0), codes: ['request-failed'] },
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
    {
      line: answered(CHAT.replace('"Yes."', '7')),
      codes: ['type:response.body.choices[].message.content'],
    },
    {
      line: answered('{"choices":{"message":{}}}'),
      codes: ['type:response.body.choices'],
    },
    {
      line: answered('{"choices":["Yes."]}'),
      codes: ['type:response.body.choices[]', 'answer-empty'],
    },
    {
      line: answered('{"choices":[{"message":"Yes."}]}'),
      codes: ['type:response.body.choices[].message', 'answer-empty'],
    },
    {
      line: answered(CHAT.replace('"stop"', '0')),
      codes: ['type:response.body.choices[].finish_reason'],
    },
    {
      line: answered(
        CHAT.replace(
          '"content":"Yes."',
          '"content":null,"tool_calls":[{"id":"c","function":{"name":"f","arguments":{}}}]',
        ),
      ),
      codes: ['type:response.body.choices[].message.tool_calls[].function.arguments'],
    },
    {
      line: answered(
        CHAT.replace(
          '"content":"Yes."',
          '"content":null,"tool_calls":[{"id":"c","function":{"arguments":"{}"}}]',
        ),
      ),
      codes: ['missing:response.body.choices[].message.tool_calls[].function.name'],
    },
    {
      line: answered(CHAT.replace('"prompt_tokens":9', '"prompt_tokens":"9"')),
      codes: ['type:response.body.usage.prompt_tokens'],
    },
    { line: responded('"Yes."'), codes: ['type:response.body.output'] },
    { line: responded('["Yes."]'), codes: ['type:response.body.output[]'] },
    { line: responded('[{"content":[]}]'), codes: ['missing:response.body.output[].type'] },
    { line: vectors('{"embedding":[1]}'), codes: ['type:response.body.data'] },
    { line: vectors('[[0.5]]'), codes: ['type:response.body.data[]'] },
    { line: vectors('[{"embedding":{"0":1}}]'), codes: ['type:response.body.data[].embedding'] },
    { line: answered('{"results":[true]}'), codes: ['type:response.body.results[]'] },
    {
      line: answered('{"results":[{"flagged":"no"}]}'),
      codes: ['type:response.body.results[].flagged'],
    },
  ],
}
