// Lines of batch output files of the endpoints beside chat completions and embeddings, as the API writes
// their bodies. Pure functions of a 0-based index.
import { longText } from './endpointRequests.ts'
import { benchResultLine, hex, numberOf } from './resultLines.ts'
import { scramble } from './seededRandom.ts'

function answer(index: number, body: string): string {
  return benchResultLine({ number: numberOf(index), index, status: 200, body })
}

export function responsesAnswer(index: number): string {
  const id = hex(scramble(index))
  const output = 100 + (index % 400)
  return answer(
    index,
    `{"id": "resp_${id}", "object": "response", "created_at": ${1_760_000_000 + (index >>> 5)}, ` +
      '"status": "completed", "error": null, "incomplete_details": null, "model": "gpt-5.4-mini", ' +
      `"output": [{"id": "rs_${id}", "type": "reasoning", "summary": []}, {"id": "msg_${id}", ` +
      '"type": "message", "status": "completed", "role": "assistant", "content": ' +
      `[{"type": "output_text", "text": "${longText(index)}", "annotations": []}]}], ` +
      `"usage": {"input_tokens": 90, "input_tokens_details": {"cached_tokens": 0}, "output_tokens": ${output}, ` +
      `"output_tokens_details": {"reasoning_tokens": 64}, "total_tokens": ${90 + output}}, "metadata": {}}`,
  )
}

/** An answer that calls tools, each call with an id of its own. */
export function callingAnswer(index: number): string {
  const calls = Array.from({ length: 1 + (scramble(index) % 3) }, (_, i) =>
    JSON.stringify({
      id: `call_${hex(scramble(index + i * 7919))}${hex(index)}`,
      type: 'function',
      function: { name: 'find_report', arguments: `{"page": ${index % 1000}}` },
    }),
  )
  return answer(
    index,
    `{"id": "chatcmpl-${hex(index)}", "object": "chat.completion", "created": ${1_760_000_000 + (index >>> 5)}, ` +
      '"model": "gpt-5.4-mini", "choices": [{"index": 0, "message": {"role": "assistant", "content": null, ' +
      `"tool_calls": [${calls.join(', ')}], "refusal": null}, "logprobs": null, "finish_reason": "tool_calls"}], ` +
      '"usage": {"prompt_tokens": 90, "completion_tokens": 30, "total_tokens": 120}}',
  )
}

export function completionsAnswer(index: number): string {
  return answer(
    index,
    `{"id": "cmpl-${hex(index)}", "object": "text_completion", "created": ${1_760_000_000 + (index >>> 5)}, ` +
      `"model": "gpt-3.5-turbo-instruct", "choices": [{"text": "${longText(index)}", "index": 0, ` +
      '"logprobs": null, "finish_reason": "stop"}], "usage": {"prompt_tokens": 90, "completion_tokens": 30, "total_tokens": 120}}',
  )
}

const CATEGORIES = ['harassment', 'hate', 'illicit', 'self-harm', 'sexual', 'violence'] as const

export function moderationsAnswer(index: number): string {
  const flags = CATEGORIES.map((name, i) => [name, (scramble(index) >>> i) % 16 === 0])
  const scores = CATEGORIES.map((name, i) => [name, scramble(index + i) / 2 ** 33])
  const types = CATEGORIES.map((name) => [name, ['text']])
  const result = {
    flagged: flags.some(([, isFlagged]) => isFlagged === true),
    categories: Object.fromEntries(flags) as object,
    category_scores: Object.fromEntries(scores) as object,
    category_applied_input_types: Object.fromEntries(types) as object,
  }
  return answer(
    index,
    `{"id": "modr-${hex(index)}", "model": "omni-moderation-latest", "results": [${JSON.stringify(result)}]}`,
  )
}

/** An image in base64: of made-up bytes, of which only the beginning tells that it is one. */
export function imageAnswer(index: number): string {
  let image = 'iVBORw0KGgoAAAANSUhEUg'
  for (let i = 0; i < 500; i++) image += hex(scramble(index + i * 7919))
  return answer(
    index,
    `{"created": ${1_760_000_000 + (index >>> 5)}, "background": "opaque", "data": [{"b64_json": "${image}"}], ` +
      '"output_format": "png", "quality": "high", "size": "1024x1536", ' +
      '"usage": {"input_tokens": 50, "output_tokens": 4000, "total_tokens": 4050}}',
  )
}
