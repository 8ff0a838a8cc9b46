import { defineExamples } from '../../pairing/testing/defineExamples.ts'

function succeeded(rest: string): string {
  return `{"custom_id":"r-1","result":{"type":"succeeded","message":{"id":"msg_1","type":"message","role":"assistant","model":"claude-sonnet-5",${rest}}}}`
}

export const examples = defineExamples({
  requests: [
    {
      shows: 'messages with a system prompt, an image and a tool',
      line: '{"custom_id":"r-1","params":{"model":"claude-sonnet-5","max_tokens":1024,"system":[{"type":"text","text":"Be brief."}],"messages":[{"role":"user","content":[{"type":"image","source":{"type":"base64","media_type":"image/jpeg","data":"AAAA"}},{"type":"text","text":"Look"}]},{"role":"assistant","content":[{"type":"tool_use","id":"t1","name":"find","input":{"q":"x"}}]},{"role":"user","content":[{"type":"tool_result","tool_use_id":"t1","content":"found"}]}]}}',
      reads: {
        key: { kind: 'text', text: 'r-1' },
        isConversation: true,
        model: 'claude-sonnet-5',
        modelPath: ['params', 'model'],
        url: undefined,
        promptPreview: 'found',
        tokenLimit: { path: ['params', 'max_tokens'], value: 1024 },
        conversation: [
          { role: 'system', parts: [{ kind: 'text', text: 'Be brief.' }] },
          {
            role: 'user',
            parts: [
              {
                kind: 'media',
                media: 'image',
                source: { kind: 'inline', mediaType: 'image/jpeg', byteLength: 3 },
              },
              { kind: 'text', text: 'Look' },
            ],
          },
          {
            role: 'assistant',
            parts: [{ kind: 'toolCall', id: 't1', name: 'find', input: '{"q":"x"}' }],
          },
          {
            role: 'user',
            parts: [{ kind: 'toolResult', callId: 't1', parts: [{ kind: 'text', text: 'found' }] }],
          },
        ],
      },
    },
    {
      shows: 'an answer asked for by a schema',
      line: '{"custom_id":"r-2","params":{"model":"m","max_tokens":9,"messages":[{"role":"user","content":"Hi"}],"output_config":{"format":{"type":"json_schema","schema":{"type":"object"}}}}}',
      reads: { wantsJson: { schema: { type: 'object' }, isStrict: true }, promptPreview: 'Hi' },
    },
  ],
  results: [
    {
      shows: 'an answer with thoughts and cached tokens',
      line: succeeded(
        '"content":[{"type":"thinking","thinking":"Hm.","signature":"s"},{"type":"text","text":"Yes."}],"stop_reason":"end_turn","usage":{"input_tokens":10,"cache_read_input_tokens":100,"cache_creation_input_tokens":50,"cache_creation":{"ephemeral_5m_input_tokens":20,"ephemeral_1h_input_tokens":30},"output_tokens":7}',
      ),
      reads: {
        key: { kind: 'text', text: 'r-1' },
        status: undefined,
        isSuccess: true,
        errorCode: undefined,
        finishReason: 'end_turn',
        model: 'claude-sonnet-5',
        answerPreview: 'Yes.',
        answers: [{ text: 'Yes.', ending: 'complete' }],
        usage: {
          prompt: 160,
          cached: 100,
          cacheWritten: 50,
          cacheWrittenHour: 30,
          completion: 7,
          total: 167,
        },
      },
    },
    {
      shows: 'an answer that was cut off',
      line: succeeded('"content":[{"type":"text","text":"Ye"}],"stop_reason":"max_tokens"'),
      reads: { isSuccess: true, answers: [{ text: 'Ye', ending: 'cutOff' }], usage: undefined },
    },
    {
      shows: 'a refusal',
      line: succeeded('"content":[],"stop_reason":"refusal"'),
      reads: { isSuccess: true, answers: [{ text: undefined, ending: 'refused' }] },
    },
    {
      shows: 'an error inside an error',
      line: '{"custom_id":"r-1","result":{"type":"errored","error":{"type":"error","error":{"type":"invalid_request_error","message":"Bad."},"request_id":"req_2"}}}',
      reads: {
        isSuccess: false,
        errorCode: 'invalid_request_error',
        errorMessage: 'Bad.',
        requestId: 'req_2',
      },
    },
    {
      shows: 'a canceled request',
      line: '{"custom_id":"r-1","result":{"type":"canceled"}}',
      reads: { isSuccess: false, errorCode: 'canceled', errorMessage: undefined, answers: [] },
    },
    {
      shows: 'an expired request',
      line: '{"custom_id":"r-1","result":{"type":"expired"}}',
      reads: { isSuccess: false, errorCode: 'expired' },
    },
    {
      shows: 'success without its message',
      line: '{"custom_id":"r-1","result":{"type":"succeeded"}}',
      reads: { isSuccess: false, errorCode: 'no_body' },
    },
    {
      shows: 'a flat result: what is inside the result without it',
      line: '{"custom_id":"r-1","type":"succeeded","content":[{"type":"text","text":"Hello"}],"stop_reason":"max_tokens","usage":{"input_tokens":3,"output_tokens":2}}',
      reads: {
        key: { kind: 'text', text: 'r-1' },
        isSuccess: true,
        answerPreview: 'Hello',
        finishReason: 'max_tokens',
        usage: { prompt: 3, completion: 2 },
      },
    },
    {
      shows: 'a flat failure',
      line: '{"custom_id":"r-1","type":"errored","error":{"type":"overloaded_error","message":"Busy."}}',
      reads: { isSuccess: false, errorCode: 'overloaded_error', errorMessage: 'Busy.' },
    },
    {
      shows: 'a result that is null',
      line: '{"custom_id":"r-1","result":null}',
      reads: { isSuccess: false, errorCode: 'no_response' },
    },
  ],
})
