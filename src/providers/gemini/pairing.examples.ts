import { defineExamples } from '../../pairing/testing/defineExamples.ts'

export const examples = defineExamples({
  requests: [
    {
      shows: 'contents with a system instruction and a schema in the dialect of OpenAPI',
      line: '{"key":"r-1","request":{"systemInstruction":{"parts":[{"text":"Be brief."}]},"contents":[{"role":"user","parts":[{"text":"Hi"},{"inlineData":{"mimeType":"audio/mp3","data":"AAAA"}}]},{"role":"model","parts":[{"functionCall":{"name":"f","args":{"a":1}}}]}],"generationConfig":{"maxOutputTokens":50,"responseMimeType":"application/json","responseSchema":{"type":"OBJECT","properties":{"n":{"type":"INTEGER","nullable":true}},"propertyOrdering":["n"]}}}}',
      reads: {
        key: { kind: 'text', text: 'r-1' },
        isConversation: true,
        model: undefined,
        modelPath: undefined,
        promptPreview: 'Hi [audio]',
        tokenLimit: { path: ['request', 'generationConfig', 'maxOutputTokens'], value: 50 },
        wantsJson: {
          isStrict: true,
          schema: {
            type: 'object',
            properties: { n: { anyOf: [{ type: 'integer' }, { type: 'null' }] } },
          },
        },
        conversation: [
          { role: 'system', parts: [{ kind: 'text', text: 'Be brief.' }] },
          {
            role: 'user',
            parts: [
              { kind: 'text', text: 'Hi' },
              {
                kind: 'media',
                media: 'audio',
                source: { kind: 'inline', mediaType: 'audio/mp3', byteLength: 3 },
              },
            ],
          },
          {
            role: 'assistant',
            parts: [{ kind: 'toolCall', id: undefined, name: 'f', input: '{"a":1}' }],
          },
        ],
      },
    },
    {
      shows: 'names in snake case',
      line: '{"key":"r-2","request":{"system_instruction":{"parts":{"text":"S"}},"contents":"Hi","generation_config":{"response_mime_type":"application/json"}}}',
      reads: {
        promptPreview: 'Hi',
        wantsJson: { schema: undefined, isStrict: false },
        tokenLimit: { path: ['request', 'generation_config', 'max_output_tokens'] },
      },
    },
    {
      shows: 'a text to embed',
      line: '{"key":"r-3","request":{"content":{"parts":[{"text":"Hi"}]}}}',
      reads: { isConversation: false, inputCount: 1, promptPreview: 'Hi' },
    },
    {
      shows: 'Vertex AI, without a key',
      line: '{"request":{"contents":[{"role":"user","parts":[{"fileData":{"fileUri":"gs://b/a.mp4","mimeType":"video/mp4"}}]}]}}',
      reads: { key: { kind: 'missing' }, promptPreview: '[video]' },
    },
  ],
  results: [
    {
      shows: 'an answer with thoughts',
      line: '{"key":"r-1","response":{"candidates":[{"content":{"role":"model","parts":[{"text":"Hm","thought":true},{"text":"Yes."}]},"finishReason":"STOP","index":0}],"modelVersion":"gemini-3.8-flash","responseId":"x1","usageMetadata":{"promptTokenCount":10,"candidatesTokenCount":2,"thoughtsTokenCount":5,"cachedContentTokenCount":4,"totalTokenCount":17}}}',
      reads: {
        key: { kind: 'text', text: 'r-1' },
        isSuccess: true,
        errorCode: undefined,
        errorMessage: undefined,
        finishReason: 'STOP',
        model: 'gemini-3.8-flash',
        requestId: 'x1',
        answers: [{ text: 'Yes.', ending: 'complete' }],
        usage: { prompt: 10, cached: 4, completion: 7, reasoning: 5, total: 17 },
      },
    },
    {
      shows: 'answers that were cut off and filtered',
      line: '{"key":"r-1","response":{"candidates":[{"content":{"parts":[{"text":"Y"}]},"finishReason":"MAX_TOKENS"},{"finishReason":"SAFETY"}]}}',
      reads: {
        isSuccess: true,
        usage: undefined,
        answers: [
          { text: 'Y', ending: 'cutOff' },
          { text: undefined, ending: 'filtered' },
        ],
      },
    },
    {
      shows: 'a prompt that was blocked',
      line: '{"key":"r-1","response":{"promptFeedback":{"blockReason":"PROHIBITED_CONTENT"}}}',
      reads: {
        isSuccess: true,
        finishReason: 'PROHIBITED_CONTENT',
        answers: [{ ending: 'filtered' }],
      },
    },
    {
      shows: 'an embedding',
      line: '{"key":"r-1","response":{"embedding":{"values":[3,4]}}}',
      reads: { isSuccess: true, answers: [{ embeddings: { count: 1, dimensions: 2, norm: 5 } }] },
    },
    {
      shows: 'an error with a number of google.rpc',
      line: '{"key":"r-1","error":{"code":3,"message":"Bad argument"}}',
      reads: {
        status: undefined,
        isSuccess: false,
        errorCode: 'INVALID_ARGUMENT',
        errorMessage: 'Bad argument',
      },
    },
    {
      shows: 'a status object with an HTTP status',
      line: '{"key":"r-1","status":{"code":429,"status":"RESOURCE_EXHAUSTED","message":"Slow down"}}',
      reads: { status: 429, isSuccess: false, errorCode: 'RESOURCE_EXHAUSTED' },
    },
    {
      shows: 'nothing at all',
      line: '{"key":"r-1","response":null}',
      reads: { isSuccess: false, errorCode: 'no_response' },
    },
    {
      shows: 'Vertex AI: the request comes back, and the status is empty',
      line: '{"status":"","request":{"contents":[]},"response":{"candidates":[{"content":{"parts":[{"text":"A"}]},"finishReason":"STOP"}]}}',
      reads: { key: { kind: 'missing' }, isSuccess: true, answers: [{ text: 'A' }] },
    },
    {
      shows: 'Vertex AI: an error inside a sentence',
      line: '{"status":"Bad Request: {\\"error\\":{\\"code\\":400,\\"message\\":\\"No such model\\",\\"status\\":\\"INVALID_ARGUMENT\\"}}","request":{"contents":[]},"response":{}}',
      reads: {
        status: 400,
        isSuccess: false,
        errorCode: 'INVALID_ARGUMENT',
        errorMessage: 'No such model',
      },
    },
    {
      shows: "Vertex AI: a key of the user's own comes back",
      line: '{"custom_id":"7","status":"","request":{"contents":[]},"response":{"candidates":[{"content":{"parts":[{"text":"A"}]},"finishReason":"MAX_TOKENS"}]}}',
      reads: {
        key: { kind: 'text', text: '7' },
        answers: [{ text: 'A' }],
        finishReason: 'MAX_TOKENS',
      },
    },
  ],
})
