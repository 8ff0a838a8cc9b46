// Answers to requests, in the shapes of the API (batch-format §4), made from the requests themselves.

/** What is answered, by endpoint. */
export function answerBody(
  endpoint: string,
  model: string,
  text: string,
  prompt: string,
): Record<string, unknown> {
  const input = tokensOf(prompt)
  const output = tokensOf(text)
  if (endpoint.endsWith('/responses')) {
    return {
      id: 'resp_1',
      object: 'response',
      status: 'completed',
      model,
      output: [
        {
          type: 'message',
          role: 'assistant',
          status: 'completed',
          content: [{ type: 'output_text', text, annotations: [] }],
        },
      ],
      usage: { input_tokens: input, output_tokens: output, total_tokens: input + output },
    }
  }
  if (endpoint.endsWith('/embeddings')) {
    return {
      object: 'list',
      model,
      data: [{ object: 'embedding', index: 0, embedding: [0.25, -0.5, prompt.length] }],
      usage: { prompt_tokens: input, total_tokens: input },
    }
  }
  if (endpoint.endsWith('/moderations')) {
    return { id: 'modr-1', model, results: [{ flagged: false, categories: {} }] }
  }
  const choice = endpoint.endsWith('/chat/completions')
    ? { message: { role: 'assistant', content: text, refusal: null } }
    : { text }
  return {
    id: 'chatcmpl-1',
    object: endpoint.endsWith('/chat/completions') ? 'chat.completion' : 'text_completion',
    created: 1_790_000_000,
    model,
    choices: [{ index: 0, ...choice, finish_reason: 'stop' }],
    usage: { prompt_tokens: input, completion_tokens: output, total_tokens: input + output },
  }
}

/** About four bytes a token; what matters is that it is the same each time. */
function tokensOf(text: string): number {
  return Math.ceil(Buffer.byteLength(text) / 4)
}

export interface ErrorBody {
  readonly error: {
    readonly message: string
    readonly type: string
    readonly param: string | null
    readonly code: string | null
  }
}

export function errorBody(
  message: string,
  code: string | null = null,
  param: string | null = null,
  type = 'invalid_request_error',
): ErrorBody {
  return { error: { message, type, param, code } }
}

/** A line of an output or error file. */
export function resultLine(
  customId: string,
  response: { readonly status: number; readonly body: unknown } | undefined,
  error: { readonly code: string; readonly message: string } | undefined,
): string {
  return JSON.stringify({
    id: `batch_req_${customId}`,
    custom_id: customId,
    response: response
      ? { status_code: response.status, request_id: `req_${customId}`, body: response.body }
      : null,
    error: error ?? null,
  })
}
