// One line of each shape with about everything that its requests can have.

const PNG = 'iVBORw0KGgo='

function line(value: object): string {
  return JSON.stringify(value)
}

const SCHEMA = {
  type: 'object',
  properties: { city: { type: 'string' } },
  required: ['city'],
  additionalProperties: false,
}

const chatBody = {
  model: 'gpt-6-luna',
  messages: [
    { role: 'system', content: 'Be brief.' },
    { role: 'developer', content: [{ type: 'text', text: 'Be kind.' }] },
    {
      role: 'user',
      name: 'ann',
      content: [
        { type: 'text', text: 'What is it?', prompt_cache_breakpoint: { mode: 'explicit' } },
        { type: 'image_url', image_url: { url: `data:image/png;base64,${PNG}`, detail: 'low' } },
        { type: 'image_url', image_url: { url: 'https://example.org/a.jpg' } },
        { type: 'input_audio', input_audio: { data: 'AAAA', format: 'wav' } },
        {
          type: 'file',
          file: { filename: 'a.pdf', file_data: 'data:application/pdf;base64,AAAA' },
        },
        { type: 'file', file: { file_id: 'file-1' } },
      ],
    },
    {
      role: 'assistant',
      content: null,
      tool_calls: [
        { id: 'call_1', type: 'function', function: { name: 'weather', arguments: '{"n":1.0}' } },
        { id: 'call_2', type: 'function', function: { name: 'weather', arguments: 'broken' } },
        { id: 'call_3', type: 'custom', custom: { name: 'run', input: 'ls' } },
      ],
    },
    { role: 'tool', tool_call_id: 'call_1', content: 'rain' },
    { role: 'tool', tool_call_id: 'call_2', content: [{ type: 'text', text: 'sun' }] },
    { role: 'tool', tool_call_id: 'call_3', content: '' },
    { role: 'system', content: 'Now be long.' },
    { role: 'assistant', content: 'Well', refusal: 'No.' },
  ],
  tools: [
    {
      type: 'function',
      function: { name: 'weather', description: 'd', parameters: SCHEMA, strict: true },
    },
    { type: 'function', function: { name: 'now' } },
    {
      type: 'custom',
      custom: {
        name: 'run',
        format: { type: 'grammar', grammar: { definition: 'x', syntax: 'lark' } },
      },
    },
  ],
  tool_choice: {
    type: 'allowed_tools',
    allowed_tools: {
      mode: 'required',
      tools: [
        { type: 'function', function: { name: 'weather' } },
        { type: 'function', function: { name: 'now' } },
      ],
    },
  },
  parallel_tool_calls: false,
  response_format: {
    type: 'json_schema',
    json_schema: { name: 'answer_1', description: 'd', schema: SCHEMA, strict: true },
  },
  reasoning_effort: 'minimal',
  max_completion_tokens: 5,
  temperature: 1.7,
  top_p: 0.5,
  stop: ['a', 'b', 'c', 'd'],
  n: 12,
  seed: 9_007_199_254_740_991,
  presence_penalty: 1,
  frequency_penalty: -1,
  logprobs: true,
  top_logprobs: 3,
  logit_bias: { 5: -100 },
  metadata: { run: '7' },
  user: 'u',
  safety_identifier: 's',
  service_tier: 'flex',
  store: true,
  verbosity: 'low',
  prompt_cache_key: 'k',
  modalities: ['text'],
  stream: false,
}

const responsesBody = {
  model: 'gpt-6-luna',
  instructions: 'Be brief.',
  input: [
    { role: 'developer', content: 'Be kind.' },
    {
      type: 'message',
      role: 'user',
      content: [
        { type: 'input_text', text: 'What is it?' },
        { type: 'input_image', image_url: `data:image/png;base64,${PNG}`, detail: 'high' },
        { type: 'input_image', file_id: 'file-1' },
        { type: 'input_file', filename: 'a.pdf', file_data: 'data:application/pdf;base64,AAAA' },
        { type: 'input_file', file_url: 'https://example.org/a.pdf' },
      ],
    },
    { type: 'reasoning', id: 'rs_1', summary: [] },
    {
      type: 'message',
      role: 'assistant',
      id: 'm',
      content: [{ type: 'output_text', text: 'Let me see.', annotations: [] }],
    },
    { type: 'function_call', call_id: 'call_1', name: 'weather', arguments: '{"n":1.0}' },
    { type: 'custom_tool_call', call_id: 'call_2', name: 'run', input: 'ls' },
    { type: 'function_call_output', call_id: 'call_1', output: 'rain' },
    {
      type: 'custom_tool_call_output',
      call_id: 'call_2',
      output: [{ type: 'input_text', text: 'x' }],
    },
    { type: 'web_search_call', id: 'w' },
    { type: 'item_reference', id: 'i' },
  ],
  tools: [
    { type: 'function', name: 'weather', parameters: SCHEMA, strict: true },
    { type: 'web_search' },
    { type: 'custom', name: 'run', format: { type: 'grammar', definition: 'x', syntax: 'lark' } },
  ],
  tool_choice: { type: 'function', name: 'weather' },
  text: {
    format: { type: 'json_schema', name: 'answer', schema: SCHEMA, strict: true },
    verbosity: 'high',
  },
  reasoning: { effort: 'high', summary: 'auto' },
  include: ['message.output_text.logprobs', 'reasoning.encrypted_content'],
  max_output_tokens: 64,
  top_logprobs: 2,
  temperature: 0.5,
  metadata: { run: '7' },
  previous_response_id: 'resp_1',
  truncation: 'auto',
}

const messagesBody = {
  max_tokens: 2000,
  system: [{ type: 'text', text: 'Be brief.', cache_control: { type: 'ephemeral' } }],
  messages: [
    {
      role: 'user',
      content: [
        { type: 'text', text: 'What is it?' },
        { type: 'image', source: { type: 'base64', media_type: 'image/png', data: PNG } },
        { type: 'image', source: { type: 'url', url: 'https://example.org/a.jpg' } },
        {
          type: 'document',
          title: 'A',
          source: { type: 'base64', media_type: 'application/pdf', data: 'AAAA' },
        },
        { type: 'document', source: { type: 'text', media_type: 'text/plain', data: 'words' } },
        { type: 'document', source: { type: 'file', file_id: 'file_1' } },
        { type: 'search_result', source: 's', title: 't', content: [] },
      ],
    },
    {
      role: 'assistant',
      content: [
        { type: 'thinking', thinking: 'Hm', signature: 'x' },
        { type: 'text', text: 'Let me see.' },
        { type: 'tool_use', id: 'toolu_1', name: 'weather', input: { city: 'Bath' } },
      ],
    },
    {
      role: 'user',
      content: [
        {
          type: 'tool_result',
          tool_use_id: 'toolu_1',
          is_error: true,
          content: [
            { type: 'text', text: 'rain' },
            { type: 'image', source: { type: 'base64', media_type: 'image/png', data: PNG } },
          ],
        },
        { type: 'text', text: 'And now?' },
      ],
    },
    { role: 'system', content: 'Be long.' },
    { role: 'assistant', content: 'The answer is' },
  ],
  tools: [
    { name: 'weather', description: 'd', input_schema: SCHEMA, strict: true },
    { type: 'web_search_20250305', name: 'web_search' },
  ],
  tool_choice: { type: 'any', disable_parallel_tool_use: true },
  output_config: { format: { type: 'json_schema', schema: SCHEMA } },
  thinking: { type: 'enabled', budget_tokens: 1024 },
  temperature: 1.0,
  top_k: 5,
  stop_sequences: ['a', 'b', 'c', 'd', 'e', 'f'],
  metadata: { user_id: 'u' },
  service_tier: 'auto',
}

const geminiBody = {
  system_instruction: { parts: [{ text: 'Be brief.' }] },
  contents: [
    {
      role: 'user',
      parts: [
        { text: 'What is it?' },
        { inlineData: { mimeType: 'image/png', data: PNG } },
        { fileData: { mimeType: 'application/pdf', fileUri: 'https://example.org/a.pdf' } },
        { file_data: { mime_type: 'video/mp4', file_uri: 'gs://b/a.mp4' } },
        { inlineData: { mimeType: 'audio/ogg', data: 'AAAA' } },
      ],
    },
    {
      role: 'model',
      parts: [
        { text: 'Hm', thought: true },
        { functionCall: { name: 'weather.now', args: { n: 1 } }, thoughtSignature: 'x' },
      ],
    },
    {
      role: 'user',
      parts: [
        { functionResponse: { name: 'weather.now', response: { output: 'rain' } } },
        { functionResponse: { name: 'other', response: { a: 1 } } },
      ],
    },
  ],
  tools: [
    {
      functionDeclarations: [
        {
          name: 'weather.now',
          parameters: { type: 'OBJECT', properties: { n: { type: 'INTEGER', nullable: true } } },
        },
      ],
    },
    { googleSearch: {} },
  ],
  toolConfig: { functionCallingConfig: { mode: 'ANY', allowedFunctionNames: ['weather.now'] } },
  generationConfig: {
    maxOutputTokens: 30,
    temperature: 2,
    topK: 3,
    candidateCount: 2,
    seed: 7,
    stopSequences: ['x'],
    responseMimeType: 'application/json',
    responseSchema: {
      type: 'OBJECT',
      properties: { a: { type: 'STRING' } },
      propertyOrdering: ['a'],
    },
    thinkingConfig: { thinkingBudget: 9000, includeThoughts: true },
    responseLogprobs: true,
    logprobs: 4,
    mediaResolution: 'MEDIA_RESOLUTION_LOW',
  },
  safetySettings: [{ category: 'HARM_CATEGORY_HARASSMENT', threshold: 'BLOCK_NONE' }],
  cachedContent: 'cachedContents/1',
}

const converseBody = {
  system: [{ text: 'Be brief.' }, { cachePoint: { type: 'default' } }],
  messages: [
    {
      role: 'user',
      content: [
        { text: 'What is it?' },
        { image: { format: 'png', source: { bytes: PNG } } },
        { document: { format: 'pdf', name: 'A', source: { bytes: 'AAAA' } } },
        { video: { format: 'mp4', source: { s3Location: { uri: 's3://b/a.mp4' } } } },
      ],
    },
    {
      role: 'assistant',
      content: [
        { reasoningContent: { reasoningText: { text: 'Hm' } } },
        { toolUse: { toolUseId: 't1', name: 'weather', input: { n: 1 } } },
      ],
    },
    {
      role: 'user',
      content: [
        { toolResult: { toolUseId: 't1', content: [{ json: { a: 1 } }], status: 'error' } },
      ],
    },
  ],
  inferenceConfig: { maxTokens: 20, temperature: 0.5, topP: 0.9, stopSequences: ['x'] },
  toolConfig: {
    tools: [
      { toolSpec: { name: 'weather', inputSchema: { json: SCHEMA } } },
      { cachePoint: { type: 'default' } },
    ],
    toolChoice: { tool: { name: 'weather' } },
  },
  outputConfig: {
    textFormat: {
      type: 'json_schema',
      structure: { jsonSchema: { name: 'n', schema: JSON.stringify(SCHEMA) } },
    },
    effort: 'max',
  },
  requestMetadata: { run: '7' },
  guardrailConfig: { guardrailIdentifier: 'g' },
}

const mistralBody = {
  ...chatBody,
  model: 'mistral-small-latest',
  messages: [
    ...chatBody.messages.slice(0, 1),
    {
      role: 'user',
      content: [
        { type: 'image_url', image_url: 'https://example.org/a.jpg' },
        { type: 'document_url', document_url: 'https://example.org/a.pdf', document_name: 'A' },
        { type: 'input_audio', input_audio: 'AAAA' },
      ],
    },
    { role: 'assistant', content: 'So', prefix: true },
  ],
  random_seed: 3,
  safe_prompt: true,
  tool_choice: 'any',
}

/** By the id of the shape. */
export const richLines: Readonly<Record<string, string>> = {
  openaiChat: line({
    custom_id: 'r/1',
    method: 'POST',
    url: '/v1/chat/completions',
    body: chatBody,
  }),
  openaiResponses: line({
    custom_id: 'r-1',
    method: 'POST',
    url: '/v1/responses',
    body: responsesBody,
  }),
  openaiEmbeddings: line({
    custom_id: 'r-1',
    method: 'POST',
    url: '/v1/embeddings',
    body: { model: 'text-embedding-3-small', input: ['a', 'b'], dimensions: 256, user: 'u' },
  }),
  anthropicMessages: line({
    custom_id: 'r-1',
    params: { model: 'claude-sonnet-5', ...messagesBody },
  }),
  gemini: line({ key: 'r-1', request: geminiBody }),
  mistral: line({ custom_id: 'r-1', body: mistralBody }),
  azureChat: line({ custom_id: 'r-1', method: 'POST', url: '/chat/completions', body: chatBody }),
  azureResponses: line({
    custom_id: 'r-1',
    method: 'POST',
    url: '/responses',
    body: responsesBody,
  }),
  azureEmbeddings: line({
    custom_id: 'r-1',
    method: 'POST',
    url: '/embeddings',
    body: { model: 'batch', input: 'a' },
  }),
  bedrockAnthropic: line({
    recordId: 'r-1',
    modelInput: { anthropic_version: 'bedrock-2023-05-31', ...messagesBody },
  }),
  bedrockConverse: line({ recordId: 'r-1', modelInput: converseBody }),
  bedrockOpenai: line({ recordId: 'r-1', modelInput: { ...chatBody, model: undefined } }),
}
