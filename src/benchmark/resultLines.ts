// Lines of batch output files, spelled as OpenAI's API writes them: answers to chat completions, and
// embedding vectors.
import { lazy } from './lazy.ts'
import { requestId } from './requestLines.ts'
import { scramble, seededRandom } from './seededRandom.ts'
import { createTextPool, POOL_SIZE } from './textPool.ts'

const texts = lazy(() => createTextPool('ascii', 600, 2))

/** Answers come in any order: ids are shuffled within runs of this many lines, a power of two. */
const RUN = 4096
/** Odd, so that it puts the lines of a run into another order and repeats none. */
const STRIDE = 1597

/** The 1-based number of the request that line `index` answers; each number once. */
export function numberOf(index: number): number {
  const place = index % RUN
  return index - place + ((place * STRIDE + 311) % RUN) + 1
}

/** What an answer to the request of a 1-based number is sent in. `index` makes its ids differ. */
export interface Envelope {
  readonly number: number
  readonly index: number
  readonly status: number
  /** JSON. */
  readonly body: string
}

export function benchResultLine({ number, index, status, body }: Envelope): string {
  const mark = hex(scramble(number))
  return (
    `{"id": "${resultId(number)}", "custom_id": "${requestId(number)}", ` +
    `"response": {"status_code": ${status}, "request_id": "${mark}${hex(index)}4f0c9d1ea7b25c38", ` +
    `"body": ${body}}, "error": null}`
  )
}

/** What the API calls the answer to the request of a 1-based number. */
export function resultId(number: number): string {
  return `batch_req_69${hex(number)}8190${hex(scramble(number))}`
}

export function chatAnswer(index: number): string {
  const text = texts()[scramble(index) & (POOL_SIZE - 1)] as string
  const body = chatBody(index, text, 'stop')
  return benchResultLine({ number: numberOf(index), index, status: 200, body })
}

/** The body of an answer; `text` is the inside of a JSON string. */
export function chatBody(index: number, text: string, finishReason: 'stop' | 'length'): string {
  const random = scramble(index)
  const prompt = 100 + ((random >>> 9) & 63)
  const completion = 120 + ((random >>> 15) & 63)
  return (
    `{"id": "chatcmpl-C${hex(random)}${hex(index)}", "object": "chat.completion", ` +
    `"created": ${1_760_000_000 + (index >>> 5)}, "model": "gpt-5.4-mini-2026-03-17", ` +
    `"choices": [{"index": 0, "message": {"role": "assistant", "content": "${text}", ` +
    `"refusal": null, "annotations": []}, "logprobs": null, "finish_reason": "${finishReason}"}], ` +
    `"usage": {"prompt_tokens": ${prompt}, "completion_tokens": ${completion}, ` +
    `"total_tokens": ${prompt + completion}, ` +
    '"prompt_tokens_details": {"cached_tokens": 0, "audio_tokens": 0}, ' +
    '"completion_tokens_details": {"reasoning_tokens": 0, "audio_tokens": 0, ' +
    '"accepted_prediction_tokens": 0, "rejected_prediction_tokens": 0}}, ' +
    '"service_tier": "default", "system_fingerprint": "fp_51db84afab"}'
  )
}

/** Numbers of a vector, as text-embedding-3-small gives them. */
export const DIMENSIONS = 1536
/** A vector is put together from runs of this many numbers. */
const RUN_OF_NUMBERS = 48
const RUNS = DIMENSIONS / RUN_OF_NUMBERS

/** 32-bit floats around zero, written with all the digits of a double, as the API writes them. */
const numberRuns = lazy(() => {
  const random = seededRandom(3)
  return Array.from({ length: POOL_SIZE }, () =>
    Array.from({ length: RUN_OF_NUMBERS }, () => {
      const value = Math.fround((random() + random() + random() - 1.5) * 0.05)
      return Math.abs(value) < 1e-4 ? value.toExponential() : String(value)
    }).join(', '),
  )
})

export function embeddingAnswer(index: number): string {
  const pool = numberRuns()
  const first = scramble(index)
  let vector = ''
  for (let run = 0; run < RUNS; run++) {
    vector += (run === 0 ? '' : ', ') + (pool[(first + run * 37) & (POOL_SIZE - 1)] as string)
  }
  const body =
    '{"object": "list", "data": [{"object": "embedding", "index": 0, ' +
    `"embedding": [${vector}]}], "model": "text-embedding-3-small", ` +
    '"usage": {"prompt_tokens": 42, "total_tokens": 42}}'
  return benchResultLine({ number: numberOf(index), index, status: 200, body })
}

export function hex(value: number): string {
  return value.toString(16).padStart(8, '0')
}
