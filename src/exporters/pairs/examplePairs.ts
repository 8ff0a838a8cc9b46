// Lines for the examples of several exporters.

type Pair = readonly [request: string | undefined, answer: string | undefined]

export const GOOD_PAIR: Pair = [
  '{"custom_id":"a-1","method":"POST","url":"/v1/chat/completions","body":{"model":"gpt-6-luna","seed":12345678901234567890,"messages":[{"role":"system","content":"Be brief."},{"role":"user","content":"Hi \\u00e9"}]}}',
  '{"id":"r","custom_id":"a-1","response":{"status_code":200,"body":{"model":"gpt-6-luna-2026","x":1.0,"choices":[{"index":0,"finish_reason":"stop","message":{"role":"assistant","content":"Hello, \\"you\\""}}],"usage":{"prompt_tokens":9,"completion_tokens":3,"total_tokens":12}}},"error":null}',
]

export const FAILED_PAIR: Pair = [
  '{"custom_id":"a-2","method":"POST","url":"/v1/responses","body":{"model":"m","input":"=1+1"}}',
  '{"custom_id":"a-2","response":{"status_code":400,"body":{"error":{"code":"too_long","message":"Too long."}}},"error":null}',
]

/** Without a request; its id is a number and its answer was cut off. */
export const LONE_ANSWER: Pair = [
  undefined,
  '{"custom_id":7,"response":{"status_code":200,"body":{"choices":[{"finish_reason":"length","message":{"content":"cut"}}]}},"error":null}',
]

/** An answer in words, such as JSON. */
export function jsonPair(id: string, words: string): Pair {
  return [
    `{"custom_id":"${id}","url":"/v1/chat/completions","body":{"messages":[]}}`,
    `{"custom_id":"${id}","response":{"status_code":200,"body":{"choices":[{"finish_reason":"stop","message":{"content":${JSON.stringify(words)}}}]}},"error":null}`,
  ]
}
