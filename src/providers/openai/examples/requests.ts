import type { ProviderExamples } from '../../../pairing/testing/defineExamples.ts'

export const requests: ProviderExamples['requests'] = [
  {
    shows: 'a chat request with an image, which is measured and not kept',
    line: '{"custom_id":"r-1","method":"POST","url":"/v1/chat/completions","body":{"model":"gpt-6-luna","messages":[{"role":"system","content":"Be brief."},{"role":"user","content":[{"type":"text","text":"What is\\n this?"},{"type":"image_url","image_url":{"url":"data:image/png;base64,iVBORw0KGgo="}}]}],"max_completion_tokens":300}}',
    reads: {
      key: { kind: 'text', text: 'r-1' },
      isConversation: true,
      model: 'gpt-6-luna',
      modelPath: ['body', 'model'],
      url: '/v1/chat/completions',
      promptPreview: 'What is this? [image]',
      tokenLimit: { path: ['body', 'max_completion_tokens'], value: 300 },
      conversation: [
        { role: 'system', parts: [{ kind: 'text', text: 'Be brief.' }] },
        {
          role: 'user',
          parts: [
            { kind: 'text', text: 'What is\n this?' },
            {
              kind: 'media',
              media: 'image',
              source: { kind: 'inline', mediaType: 'image/png', byteLength: 8 },
            },
          ],
        },
      ],
    },
  },
  {
    shows: 'a chat request with tools, refusals and a schema',
    line: '{"custom_id":"r-2","method":"POST","url":"/v1/chat/completions","body":{"model":"m","messages":[{"role":"assistant","content":null,"tool_calls":[{"id":"call_1","type":"function","function":{"name":"weather","arguments":"{\\"city\\":\\"Bath\\"}"}}]},{"role":"tool","tool_call_id":"call_1","content":"rain"},{"role":"assistant","content":[{"type":"refusal","refusal":"No."}]}],"response_format":{"type":"json_schema","json_schema":{"name":"w","strict":true,"schema":{"type":"object"}}}}}',
    reads: {
      wantsJson: { schema: { type: 'object' }, isStrict: true },
      tokenLimit: { path: ['body', 'max_completion_tokens'], value: undefined },
      conversation: [
        {
          role: 'assistant',
          parts: [{ kind: 'toolCall', id: 'call_1', name: 'weather', input: '{"city":"Bath"}' }],
        },
        {
          role: 'tool',
          parts: [
            { kind: 'toolResult', callId: 'call_1', parts: [{ kind: 'text', text: 'rain' }] },
          ],
        },
        { role: 'assistant', parts: [{ kind: 'refusal', text: 'No.' }] },
      ],
    },
  },
  {
    shows: 'the older name of the limit, sound, and a file by its id',
    line: '{"custom_id":"r-3","method":"POST","url":"https://api.openai.com/v1/chat/completions/","body":{"model":"m","max_tokens":5,"messages":[{"role":"user","content":[{"type":"input_audio","input_audio":{"data":"AAAA","format":"wav"}},{"type":"file","file":{"file_id":"file-1","filename":"a.pdf"}}]}],"response_format":{"type":"json_object"}}}',
    reads: {
      isConversation: true,
      wantsJson: { schema: undefined, isStrict: false },
      tokenLimit: { path: ['body', 'max_tokens'], value: 5 },
      conversation: [
        {
          role: 'user',
          parts: [
            {
              kind: 'media',
              media: 'audio',
              source: { kind: 'inline', mediaType: 'wav', byteLength: 3 },
            },
            {
              kind: 'media',
              media: 'file',
              title: 'a.pdf',
              source: { kind: 'id', id: 'file-1' },
            },
          ],
        },
      ],
    },
  },
  {
    shows: 'a Responses request with instructions, items and a flat schema',
    line: '{"custom_id":"r-4","method":"POST","url":"/v1/responses","body":{"model":"gpt-6-luna","instructions":"Be kind.","max_output_tokens":64,"input":[{"role":"user","content":[{"type":"input_text","text":"Hello"},{"type":"input_image","image_url":"https://example.org/a.png","detail":"low"}]},{"type":"function_call","call_id":"c1","name":"f","arguments":"{}"},{"type":"function_call_output","call_id":"c1","output":"7"}],"text":{"format":{"type":"json_schema","name":"n","schema":{"type":"array"}}}}}',
    reads: {
      isConversation: true,
      promptPreview: 'Hello [image]',
      wantsJson: { schema: { type: 'array' }, isStrict: false },
      tokenLimit: { path: ['body', 'max_output_tokens'], value: 64 },
      conversation: [
        { role: 'system', parts: [{ kind: 'text', text: 'Be kind.' }] },
        {
          role: 'user',
          parts: [
            { kind: 'text', text: 'Hello' },
            {
              kind: 'media',
              media: 'image',
              source: { kind: 'url', url: 'https://example.org/a.png' },
            },
          ],
        },
        {
          role: 'assistant',
          parts: [{ kind: 'toolCall', id: 'c1', name: 'f', input: '{}' }],
        },
        {
          role: 'tool',
          parts: [{ kind: 'toolResult', callId: 'c1', parts: [{ kind: 'text', text: '7' }] }],
        },
      ],
    },
  },
  {
    shows: 'embeddings of several texts',
    line: '{"custom_id":"r-5","method":"POST","url":"/v1/embeddings","body":{"model":"text-embedding-3-small","input":["one","two"]}}',
    reads: {
      isConversation: false,
      inputCount: 2,
      promptPreview: 'one two',
      tokenLimit: undefined,
    },
  },
  {
    shows: 'embeddings of the tokens of one text',
    line: '{"custom_id":"r-6","method":"POST","url":"/v1/embeddings","body":{"model":"text-embedding-3-small","input":[1,2,3]}}',
    reads: { isConversation: false, inputCount: 1, promptPreview: '[3 tokens]' },
  },
  {
    shows: 'moderation of an image',
    line: '{"custom_id":"r-7","method":"POST","url":"/v1/moderations","body":{"model":"omni-moderation-latest","input":[{"type":"image_url","image_url":{"url":"https://example.org/b.jpg"}}]}}',
    reads: { isConversation: false, promptPreview: '[image]' },
  },
  {
    shows: 'completions by their prompt',
    line: '{"custom_id":"r-8","method":"POST","url":"/v1/completions","body":{"model":"davinci-002","prompt":"Once","max_tokens":9}}',
    reads: {
      isConversation: false,
      promptPreview: 'Once',
      tokenLimit: { path: ['body', 'max_tokens'], value: 9 },
    },
  },
  {
    shows: 'a request for an image',
    line: '{"custom_id":"r-9","method":"POST","url":"/v1/images/generations","body":{"model":"gpt-image-2","prompt":"A gull"}}',
    reads: { isConversation: false, promptPreview: 'A gull' },
  },
  {
    shows: 'Azure, with its own url and an id that is a number',
    line: '{"custom_id":5,"method":"POST","url":"/chat/completions","body":{"model":"deployment","messages":[]}}',
    reads: { key: { kind: 'number', text: '5' }, isConversation: true, model: 'deployment' },
  },
  {
    shows: 'Mistral, with the endpoint on the job',
    line: '{"custom_id":" a","body":{"messages":[{"role":"user","content":"Hi"}]}}',
    reads: {
      key: { kind: 'text', text: ' a' },
      isConversation: true,
      model: undefined,
      url: undefined,
    },
  },
  {
    shows: 'a line that lost its id',
    line: '{"method":"POST","url":"/v1/responses","body":{"model":"m","input":"Hi"}}',
    reads: { key: { kind: 'missing' }, isConversation: true, promptPreview: 'Hi' },
  },
]
