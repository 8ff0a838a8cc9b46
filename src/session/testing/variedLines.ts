// For tests: lines as programs write them, in which everything varies that does so in real files:
// ids, seeds, limits, texts, token counts, error messages, the turns of a conversation.

/** 0 to 1, exclusive; the same sequence for the same seed. */
export type Random = () => number

/** By Tommy Ettinger's mulberry32. */
export function randomFrom(seed: number): Random {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = Math.imul(state ^ (state >>> 15), state | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32
  }
}

const WORDS = ['the', 'quick', 'façade', '東京', 'naïve', 'say "hi"', 'a\nb', '😀', 'x_1', '42']

export function whole(random: Random, from: number, to: number): number {
  return from + Math.floor(random() * (to - from + 1))
}

export function some<T>(random: Random, list: readonly T[]): T {
  return list[Math.floor(random() * list.length)] as T
}

export function times<T>(count: number, make: (i: number) => T): T[] {
  return Array.from({ length: count }, (_, i) => make(i))
}

export function text(random: Random): string {
  return times(whole(random, 1, 12), () => some(random, WORDS)).join(' ')
}

export function id(random: Random, prefix: string): string {
  return prefix + Math.floor(random() * 2 ** 52).toString(36)
}

export function decimal(random: Random, most: number): number {
  return Number((random() * most).toFixed(whole(random, 1, 6)))
}

function toolCall(random: Random): unknown {
  return {
    id: id(random, 'call_'),
    type: 'function',
    function: { name: id(random, 'f_'), arguments: JSON.stringify({ q: text(random) }) },
  }
}

function imagePart(random: Random): unknown {
  return {
    type: 'image_url',
    image_url: {
      url: `https://example.com/${id(random, '')}.png`,
      detail: some(random, ['auto', 'low', 'high']),
    },
  }
}

function textPart(random: Random): unknown {
  return { type: 'text', text: text(random) }
}

/** A conversation of any length with questions, pictures, answers and calls of tools. */
export function messages(random: Random): unknown[] {
  const turns = times(whole(random, 1, 12), () => {
    const question =
      random() < 0.3
        ? times(whole(random, 1, 4), () => (random() < 0.5 ? imagePart(random) : textPart(random)))
        : text(random)
    const user = { role: 'user', content: question }
    const answer = { role: 'assistant', content: text(random) }
    if (random() < 0.7) return [user, answer]
    const calls = times(whole(random, 1, 3), () => toolCall(random))
    const results = calls.map((call) => ({
      role: 'tool',
      tool_call_id: (call as { id: string }).id,
      content: text(random),
    }))
    return [user, { role: 'assistant', content: null, tool_calls: calls }, ...results, answer]
  }).flat()
  return random() < 0.5 ? [{ role: 'system', content: text(random) }, ...turns] : turns
}

/** A request for a chat completion with nearly all parameters that there are. */
export function chatRequest(random: Random): unknown {
  const names = times(whole(random, 1, 5), () => id(random, 'f_'))
  return {
    custom_id: id(random, 'request-'),
    method: 'POST',
    url: '/v1/chat/completions',
    body: {
      model: 'gpt-4o-mini',
      messages: messages(random),
      seed: Math.floor(random() * 2 ** some(random, [31, 53, 62])),
      temperature: decimal(random, 2),
      top_p: decimal(random, 1),
      max_completion_tokens: whole(random, 1, 100_000),
      frequency_penalty: decimal(random, 2),
      presence_penalty: decimal(random, 2) - 1,
      n: whole(random, 1, 128),
      logprobs: true,
      top_logprobs: whole(random, 0, 20),
      user: id(random, 'user-'),
      safety_identifier: id(random, 's-'),
      prompt_cache_key: id(random, 'k-'),
      metadata: { run: id(random, ''), note: text(random), part: String(whole(random, 1, 1e6)) },
      logit_bias: { '50256': whole(random, -100, 100) },
      stop: times(whole(random, 1, 4), () => text(random)),
      tools: names.map((name) => ({
        type: 'function',
        function: {
          name,
          description: text(random),
          parameters: { type: 'object', properties: { [id(random, 'p')]: { type: 'string' } } },
        },
      })),
      tool_choice: { type: 'function', function: { name: some(random, names) } },
      response_format: {
        type: 'json_schema',
        json_schema: { name: id(random, 'n'), schema: { title: text(random) } },
      },
    },
  }
}

/** A request for embeddings of a text, texts, tokens, or token lists. */
export function embeddingRequest(random: Random): unknown {
  const tokens = (): number[] => times(whole(random, 1, 300), () => whole(random, 0, 100_000))
  const input = some<() => unknown>(random, [
    () => text(random),
    () => times(whole(random, 1, 100), () => text(random)),
    tokens,
    () => times(whole(random, 1, 20), tokens),
  ])()
  return {
    custom_id: id(random, 'request-'),
    method: 'POST',
    url: '/v1/embeddings',
    body: {
      model: 'text-embedding-3-small',
      input,
      dimensions: whole(random, 1, 1536),
      user: id(random, 'u'),
    },
  }
}

/** A result: an answer with log-probabilities, a refused request, or one that was not run. */
export function result(random: Random): unknown {
  const common = { id: id(random, 'batch_req_'), custom_id: id(random, 'request-') }
  const request_id = id(random, 'req_')
  const kind = random()
  if (kind < 0.05) {
    return { ...common, response: null, error: { code: 'batch_expired', message: text(random) } }
  }
  if (kind < 0.2) {
    const error = {
      message: `Limit reached for ${id(random, 'org-')}: try again in ${decimal(random, 60)}s.`,
      type: some(random, ['tokens', 'requests']),
      code: some(random, ['rate_limit_exceeded', 'context_length_exceeded', null]),
    }
    const status_code = some(random, [400, 429, 500, 503])
    return { ...common, response: { status_code, request_id, body: { error } }, error: null }
  }
  const prompt_tokens = whole(random, 1, 1e6)
  const completion_tokens = whole(random, 1, 1e5)
  const body = {
    id: id(random, 'chatcmpl-'),
    object: 'chat.completion',
    created: whole(random, 1.7e9, 1.8e9),
    model: 'gpt-4o-mini-2024-07-18',
    choices: times(whole(random, 1, 4), (index) => ({
      index,
      message:
        random() < 0.2
          ? { role: 'assistant', content: null, tool_calls: [toolCall(random)] }
          : { role: 'assistant', content: text(random), refusal: null },
      logprobs: {
        content: times(whole(random, 1, 20), () => ({
          token: some(random, WORDS),
          logprob: -decimal(random, 9),
          bytes: times(whole(random, 1, 4), () => whole(random, 0, 255)),
          top_logprobs: [],
        })),
      },
      finish_reason: some(random, ['stop', 'length', 'tool_calls']),
    })),
    usage: { prompt_tokens, completion_tokens, total_tokens: prompt_tokens + completion_tokens },
    system_fingerprint: id(random, 'fp_'),
  }
  return { ...common, response: { status_code: 200, request_id, body }, error: null }
}

/** An example for fine-tuning; all answers but the last may count for nothing. */
export function trainingExample(random: Random): unknown {
  let all = messages(random)
  // More images in one would be told.
  while (JSON.stringify(all).split('"image_url":').length > 11) all = messages(random)
  const conversation = all.map((message, i) => {
    const { role, content } = message as { role: string; content: unknown }
    const isAnswer = role === 'assistant' && content !== null && i < all.length - 1
    return isAnswer ? { ...(message as object), weight: whole(random, 0, 1) } : message
  })
  return { messages: conversation, parallel_tool_calls: random() < 0.5 }
}
