import type { ProviderExamples } from '../../../pairing/testing/defineExamples.ts'

/** Line of a result with a response. */
function responded(status: number | string, body: string): string {
  return `{"id":"batch_req_1","custom_id":"r-1","response":{"status_code":${status},"request_id":"req_9","body":${body}},"error":null}`
}

function unanswered(error: string): string {
  return `{"id":"batch_req_1","custom_id":"r-1","response":null,"error":${error}}`
}

function chat(choices: string, usage = '{"prompt_tokens":9,"completion_tokens":2}'): string {
  return `{"id":"chatcmpl-1","object":"chat.completion","model":"gpt-6-luna","choices":${choices},"usage":${usage}}`
}

function response(status: string, rest: string): string {
  return `{"id":"resp_1","object":"response","model":"gpt-6-luna","status":"${status}",${rest}}`
}

const VECTOR = '"AACAPwAAAAAAAAAA"'

export const results: ProviderExamples['results'] = [
  {
    shows: 'a chat answer',
    line: responded(
      200,
      chat(
        '[{"index":0,"message":{"role":"assistant","content":"Yes.","refusal":null},"finish_reason":"stop"}]',
        '{"prompt_tokens":9,"completion_tokens":7,"total_tokens":16,"prompt_tokens_details":{"cached_tokens":4},"completion_tokens_details":{"reasoning_tokens":5}}',
      ),
    ),
    reads: {
      key: { kind: 'text', text: 'r-1' },
      status: 200,
      isSuccess: true,
      errorCode: undefined,
      errorMessage: undefined,
      finishReason: 'stop',
      model: 'gpt-6-luna',
      requestId: 'req_9',
      answerPreview: 'Yes.',
      answers: [{ text: 'Yes.', refusal: undefined, toolCalls: [], ending: 'complete' }],
      usage: { prompt: 9, cached: 4, completion: 7, reasoning: 5, total: 16 },
    },
  },
  {
    shows: 'several choices, put in order',
    line: responded(
      200,
      chat(
        '[{"index":1,"message":{"content":"B"},"finish_reason":"length"},{"index":0,"message":{"content":"A"},"finish_reason":"stop"}]',
      ),
    ),
    reads: {
      isSuccess: true,
      finishReason: 'stop',
      usage: { prompt: 9, completion: 2, total: 11 },
      answers: [
        { text: 'A', ending: 'complete' },
        { text: 'B', ending: 'cutOff' },
      ],
    },
  },
  {
    shows: 'a refusal, a tool call and a filtered answer',
    line: responded(
      200,
      chat(
        '[{"message":{"content":null,"refusal":"I cannot."},"finish_reason":"stop"},{"message":{"content":null,"tool_calls":[{"id":"c","type":"function","function":{"name":"f","arguments":"{}"}}]},"finish_reason":"tool_calls"},{"message":{"content":""},"finish_reason":"content_filter"}]',
      ),
    ),
    reads: {
      isSuccess: true,
      answerPreview: 'I cannot.',
      answers: [
        { text: undefined, refusal: 'I cannot.', ending: 'refused' },
        { text: undefined, toolCalls: [{ name: 'f', input: '{}' }], ending: 'complete' },
        { text: undefined, finishReason: 'content_filter', ending: 'filtered' },
      ],
    },
  },
  {
    shows: 'a Responses answer whose first item is a thought, with an error key that is null',
    line: responded(
      200,
      response(
        'completed',
        '"error":null,"incomplete_details":null,"output":[{"type":"reasoning","id":"rs_1","summary":[{"type":"summary_text","text":"Hm."}]},{"type":"message","status":"completed","role":"assistant","content":[{"type":"output_text","text":"Four."}]}],"usage":{"input_tokens":10,"input_tokens_details":{"cached_tokens":0},"output_tokens":8,"output_tokens_details":{"reasoning_tokens":6},"total_tokens":18}',
      ),
    ),
    reads: {
      isSuccess: true,
      finishReason: 'completed',
      answerPreview: 'Four.',
      usage: { prompt: 10, cached: 0, completion: 8, reasoning: 6, total: 18 },
      answers: [
        {
          text: 'Four.',
          ending: 'complete',
          parts: [
            { kind: 'reasoning', text: 'Hm.' },
            { kind: 'text', text: 'Four.' },
          ],
        },
      ],
    },
  },
  {
    shows: 'a Responses answer with several messages, the first cut off',
    line: responded(
      200,
      response(
        'completed',
        '"output":[{"type":"message","status":"incomplete","content":[{"type":"output_text","text":"Fo"}]},{"type":"message","status":"completed","content":[{"type":"output_text","text":"Four."}]}]',
      ),
    ),
    reads: { isSuccess: true, answers: [{ text: 'Four.' }], usage: undefined },
  },
  {
    shows: 'a Responses answer whose last message was cut off after a whole one',
    line: responded(
      200,
      response(
        'completed',
        '"output":[{"type":"message","status":"completed","content":[{"type":"output_text","text":"Four."}]},{"type":"message","status":"incomplete","content":[{"type":"output_text","text":"Fo"}]}]',
      ),
    ),
    reads: { answers: [{ text: 'Four.' }] },
  },
  {
    shows: 'a Responses answer with a remark before and after the message that is called final',
    line: responded(
      200,
      response(
        'completed',
        '"output":[{"type":"message","phase":"commentary","status":"completed","content":[{"type":"output_text","text":"I look."}]},{"type":"message","phase":"final_answer","status":"completed","content":[{"type":"output_text","text":"Four."}]},{"type":"message","phase":"commentary","status":"completed","content":[{"type":"output_text","text":"Done."}]}]',
      ),
    ),
    reads: { answers: [{ text: 'Four.' }] },
  },
  {
    shows: 'a Responses answer that came to its limit while thinking',
    line: responded(
      200,
      response(
        'incomplete',
        '"error":null,"incomplete_details":{"reason":"max_output_tokens"},"output":[{"type":"reasoning","summary":[]}]',
      ),
    ),
    reads: {
      isSuccess: true,
      finishReason: 'max_output_tokens',
      answers: [{ text: undefined, ending: 'cutOff' }],
    },
  },
  {
    shows: 'a Responses answer that failed behind a good status',
    line: responded(
      200,
      response('failed', '"error":{"code":"server_error","message":"Sorry."},"output":[]'),
    ),
    reads: {
      status: 200,
      isSuccess: false,
      errorCode: 'server_error',
      errorMessage: 'Sorry.',
      answerPreview: 'Sorry.',
    },
  },
  {
    shows: 'embeddings as numbers',
    line: responded(
      200,
      '{"object":"list","data":[{"index":0,"embedding":[0.6,0.8]},{"index":1,"embedding":[1,0]}],"model":"text-embedding-3-small","usage":{"prompt_tokens":4,"total_tokens":4}}',
    ),
    reads: {
      isSuccess: true,
      answers: [{ embeddings: { count: 2, dimensions: 2, norm: 1 } }],
      answerPreview: '2 × 2 dimensions',
      usage: { prompt: 4, completion: 0, total: 4 },
    },
  },
  {
    shows: 'embeddings as base64',
    line: responded(200, `{"data":[{"index":0,"embedding":${VECTOR}}],"model":"e"}`),
    reads: { answers: [{ embeddings: { count: 1, dimensions: 3, norm: 1 } }] },
  },
  {
    shows: 'a moderation',
    line: responded(
      200,
      '{"id":"modr-1","model":"omni-moderation-2024-09-26","results":[{"flagged":true,"categories":{"hate":false,"violence":true}}]}',
    ),
    reads: {
      isSuccess: true,
      answerPreview: 'violence',
      answers: [{ moderation: { isFlagged: true, categories: ['violence'] } }],
    },
  },
  {
    shows: 'completions',
    line: responded(
      200,
      '{"object":"text_completion","model":"davinci-002","choices":[{"text":" upon","index":0,"finish_reason":"length"}]}',
    ),
    reads: { answers: [{ text: ' upon', ending: 'cutOff' }] },
  },
  {
    shows: 'an image',
    line: responded(
      200,
      '{"created":1,"data":[{"b64_json":"AAAAAAAA"}],"output_format":"png","usage":{"input_tokens":3,"output_tokens":5,"total_tokens":8}}',
    ),
    reads: {
      isSuccess: true,
      answerPreview: '[image]',
      usage: { prompt: 3, completion: 5, total: 8 },
      answers: [
        {
          parts: [
            {
              kind: 'media',
              media: 'image',
              source: { kind: 'inline', mediaType: 'image/png', byteLength: 6 },
            },
          ],
        },
      ],
    },
  },
  {
    shows: 'an HTTP error, with the error beside the response null',
    line: responded(
      400,
      '{"error":{"message":"Too long.","type":"invalid_request_error","param":"messages","code":"context_length_exceeded"}}',
    ),
    reads: {
      status: 400,
      isSuccess: false,
      errorCode: 'context_length_exceeded',
      errorMessage: 'Too long.',
      answers: [],
      finishReason: undefined,
      answerPreview: 'Too long.',
    },
  },
  {
    shows: 'an HTTP error with no code, which is named by its type',
    line: responded(401, '{"error":{"message":"No.","type":"auth","code":null}}'),
    reads: { isSuccess: false, errorCode: 'auth' },
  },
  {
    shows: 'an HTTP error with no body, which is named by its status',
    line: responded(500, 'null'),
    reads: { isSuccess: false, errorCode: 'http_500', errorMessage: undefined },
  },
  {
    shows: 'an expired request',
    line: unanswered('{"code":"batch_expired","message":"It took too long."}'),
    reads: {
      status: undefined,
      isSuccess: false,
      errorCode: 'batch_expired',
      errorMessage: 'It took too long.',
      usage: undefined,
    },
  },
  {
    shows: 'a cancelled request',
    line: unanswered('{"code":"batch_cancelled","message":"Cancelled.","param":null,"line":null}'),
    reads: { isSuccess: false, errorCode: 'batch_cancelled' },
  },
  {
    shows: 'a call that timed out',
    line: unanswered('{"code":"request_timeout","message":"Timed out."}'),
    reads: { isSuccess: false, errorCode: 'request_timeout' },
  },
  {
    shows: 'neither a response nor an error',
    line: unanswered('null'),
    reads: { isSuccess: false, errorCode: 'no_response', errorMessage: undefined },
  },
  {
    shows: 'a status of 0',
    line: responded(0, 'null'),
    reads: { status: 0, isSuccess: false, errorCode: 'http_0' },
  },
  {
    shows: 'a good status with nothing behind it',
    line: responded(200, 'null'),
    reads: { status: 200, isSuccess: false, errorCode: 'no_body' },
  },
  {
    shows: 'a status that is text',
    line: responded('"200"', chat('[{"message":{"content":"A"},"finish_reason":"stop"}]')),
    reads: { status: 200, isSuccess: true },
  },
  {
    shows: 'Azure: an object for a message, and no code',
    line: unanswered(
      '{"code":null,"message":{"error":{"code":"429","message":"Too many requests"}}}',
    ),
    reads: { isSuccess: false, errorCode: '429', errorMessage: 'Too many requests' },
  },
  {
    shows: 'vLLM: a status in the response, and the error as a text',
    line: '{"id":"vllm-1","custom_id":"r-1","response":{"status_code":400,"request_id":"vllm-batch-1","body":null},"error":"The model does not exist."}',
    reads: {
      status: 400,
      isSuccess: false,
      errorCode: 'http_400',
      errorMessage: 'The model does not exist.',
      requestId: 'vllm-batch-1',
    },
  },
  {
    shows: 'vLLM: the error as an object of its own',
    line: '{"id":"vllm-1","custom_id":"r-1","response":{"status_code":400,"body":null},"error":{"object":"error","message":"Too long","type":"BadRequestError","param":null,"code":400}}',
    reads: { isSuccess: false, errorCode: 'BadRequestError', errorMessage: 'Too long' },
  },
  {
    shows: 'a local runner: no status, no error key',
    line: '{"custom_id":"r-1","response":{"body":{"model":"m","choices":[{"message":{"reasoning_content":"Hm","content":"A"},"finish_reason":"stop"}]}}}',
    reads: {
      status: undefined,
      isSuccess: true,
      answers: [
        {
          text: 'A',
          parts: [
            { kind: 'reasoning', text: 'Hm' },
            { kind: 'text', text: 'A' },
          ],
        },
      ],
    },
  },
  {
    shows: 'Fireworks: the body is the response',
    line: '{"custom_id":"r-1","response":{"model":"m","choices":[{"message":{"content":"A"},"finish_reason":"stop"}]}}',
    reads: { isSuccess: true, model: 'm', answers: [{ text: 'A' }] },
  },
  {
    shows: 'xAI: thoughts counted beside the completion',
    line: responded(
      200,
      chat(
        '[{"message":{"content":"A"},"finish_reason":"stop"}]',
        '{"prompt_tokens":10,"completion_tokens":3,"total_tokens":20,"completion_tokens_details":{"reasoning_tokens":7}}',
      ),
    ),
    reads: { usage: { prompt: 10, completion: 10, reasoning: 7, total: 20 } },
  },
  {
    shows: 'a gateway: an error behind a good status',
    line: responded(200, '{"error":{"message":"Upstream is down","code":502}}'),
    reads: { isSuccess: false, errorCode: '502', errorMessage: 'Upstream is down' },
  },
  {
    shows: 'a flat result: the answer of the API beside the id',
    line: '{"custom_id":"r-1","model":"m","choices":[{"message":{"content":"A"},"finish_reason":"length"}],"usage":{"prompt_tokens":9,"completion_tokens":2}}',
    reads: {
      isSuccess: true,
      answerPreview: 'A',
      finishReason: 'length',
      model: 'm',
      usage: { total: 11 },
    },
  },
]
