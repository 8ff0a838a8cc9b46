import { defineExamples } from '../../pairing/testing/defineExamples.ts'

function answered(output: string): string {
  return `{"recordId":"REC0001","modelInput":{},"modelOutput":${output}}`
}

export const examples = defineExamples({
  requests: [
    {
      shows: 'a body of Anthropic',
      line: '{"recordId":"REC0001","modelInput":{"anthropic_version":"bedrock-2023-05-31","max_tokens":300,"messages":[{"role":"user","content":"Hi"}]}}',
      reads: {
        key: { kind: 'text', text: 'REC0001' },
        isConversation: true,
        model: undefined,
        modelPath: undefined,
        promptPreview: 'Hi',
        tokenLimit: { path: ['modelInput', 'max_tokens'], value: 300 },
      },
    },
    {
      shows: 'Converse, with blocks that have no type and a schema that is text',
      line: '{"recordId":"REC0002","modelInput":{"system":[{"text":"Be brief."}],"messages":[{"role":"user","content":[{"text":"Look"},{"image":{"format":"png","source":{"bytes":"AAAA"}}}]}],"inferenceConfig":{"maxTokens":20},"outputConfig":{"textFormat":{"type":"json_schema","structure":{"jsonSchema":{"name":"n","schema":"{\\"type\\":\\"object\\"}"}}}}}}',
      reads: {
        isConversation: true,
        promptPreview: 'Look [image]',
        wantsJson: { schema: { type: 'object' }, isStrict: true },
        tokenLimit: { path: ['modelInput', 'inferenceConfig', 'maxTokens'], value: 20 },
      },
    },
    {
      shows: 'a body of an open model in the manner of OpenAI',
      line: '{"recordId":"REC0003","modelInput":{"messages":[{"role":"user","content":"Hi"}],"max_completion_tokens":10}}',
      reads: {
        isConversation: true,
        tokenLimit: { path: ['modelInput', 'max_completion_tokens'] },
      },
    },
    {
      shows: 'Titan text',
      line: '{"modelInput":{"inputText":"Once","textGenerationConfig":{"maxTokenCount":9}}}',
      reads: {
        key: { kind: 'missing' },
        isConversation: false,
        promptPreview: 'Once',
        tokenLimit: { path: ['modelInput', 'textGenerationConfig', 'maxTokenCount'], value: 9 },
      },
    },
    {
      shows: 'Titan embeddings',
      line: '{"recordId":"REC0004","modelInput":{"inputText":"Once","dimensions":256}}',
      reads: { isConversation: false, inputCount: 1 },
    },
    {
      shows: 'Llama',
      line: '{"recordId":"REC0005","modelInput":{"prompt":"Once","max_gen_len":7}}',
      reads: {
        isConversation: false,
        tokenLimit: { path: ['modelInput', 'max_gen_len'], value: 7 },
      },
    },
  ],
  results: [
    {
      shows: 'a message of Anthropic',
      line: answered(
        '{"type":"message","model":"claude-sonnet-5","content":[{"type":"text","text":"Yes."}],"stop_reason":"end_turn","usage":{"input_tokens":4,"output_tokens":2}}',
      ),
      reads: {
        key: { kind: 'text', text: 'REC0001' },
        status: undefined,
        isSuccess: true,
        model: 'claude-sonnet-5',
        answers: [{ text: 'Yes.', ending: 'complete' }],
        usage: { prompt: 4, completion: 2, total: 6 },
      },
    },
    {
      shows: 'Converse',
      line: answered(
        '{"output":{"message":{"role":"assistant","content":[{"reasoningContent":{"reasoningText":{"text":"Hm"}}},{"text":"Yes."},{"toolUse":{"toolUseId":"t1","name":"f","input":{}}}]}},"stopReason":"tool_use","usage":{"inputTokens":4,"cacheReadInputTokens":6,"outputTokens":2,"totalTokens":12}}',
      ),
      reads: {
        isSuccess: true,
        finishReason: 'tool_use',
        answers: [{ text: 'Yes.', toolCalls: [{ name: 'f', input: '{}' }], ending: 'complete' }],
        usage: { prompt: 10, cached: 6, completion: 2, total: 12 },
      },
    },
    {
      shows: 'Titan text',
      line: answered(
        '{"inputTextTokenCount":8,"results":[{"tokenCount":3,"outputText":"blue","completionReason":"LENGTH"}]}',
      ),
      reads: {
        answers: [{ text: 'blue', ending: 'cutOff' }],
        usage: { prompt: 8, completion: 3, total: 11 },
      },
    },
    {
      shows: 'Llama',
      line: answered(
        '{"generation":"blue","prompt_token_count":5,"generation_token_count":1,"stop_reason":"stop"}',
      ),
      reads: {
        answers: [{ text: 'blue', ending: 'complete' }],
        usage: { prompt: 5, completion: 1 },
      },
    },
    {
      shows: 'an embedding',
      line: answered('{"embedding":[0,2],"inputTextTokenCount":3}'),
      reads: {
        answers: [{ embeddings: { count: 1, dimensions: 2, norm: 2 } }],
        usage: { prompt: 3 },
      },
    },
    {
      shows: 'an error instead of the output',
      line: '{"recordId":"REC0001","modelInput":{},"error":{"errorCode":400,"errorMessage":"bad request"}}',
      reads: {
        status: 400,
        isSuccess: false,
        errorCode: 'http_400',
        errorMessage: 'bad request',
        answers: [],
      },
    },
    {
      shows: 'neither an output nor an error',
      line: '{"recordId":"REC0001","modelInput":{},"modelOutput":null}',
      reads: { isSuccess: false, errorCode: 'no_response' },
    },
  ],
})
