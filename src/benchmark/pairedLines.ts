// A batch as it comes back: requests, an output file in any order, and an error file. Lines are pure
// functions of the place of their request, so that what became of each is known without the files.
import { lazy } from './lazy.ts'
import { benchRequestLine, requestId } from './requestLines.ts'
import { chatBody, resultId, benchResultLine } from './resultLines.ts'
import { scramble } from './seededRandom.ts'
import { createTextPool, POOL_SIZE } from './textPool.ts'

/** `rejected` stands in the output file with a status of 4xx, `expired` in the error file. */
export type Fate = 'succeeded' | 'rejected' | 'expired' | 'missing'

/** Bytes of a request, and of an answer, with the line feed, on average. */
export const PAIRED_LINE_BYTES = 1000

/** In every so many requests each fate has the same part. */
const PERIOD = 200

const prompts = lazy(() => createTextPool('ascii', 742, 5))
const answers = lazy(() => createTextPool('ascii', 184, 6))

/** Of the request of a 0-based index: 0.5 % are rejected, expired and missing each. */
export function fateOf(index: number): Fate {
  // Not always at the same place of its 200, so that no pattern of lines gives it away.
  const place = (index + scramble(Math.floor(index / PERIOD))) % PERIOD
  if (place === 0) return 'rejected'
  if (place === 1) return 'expired'
  return place === 2 ? 'missing' : 'succeeded'
}

export function pairedRequest(index: number): string {
  return benchRequestLine(index + 1, prompts()[scramble(index) & (POOL_SIZE - 1)] as string)
}

/** The line of the output file, or of the error file; undefined for a request without answer. */
export function pairedResult(index: number): string | undefined {
  const number = index + 1
  switch (fateOf(index)) {
    case 'succeeded': {
      const random = scramble(index)
      const text = answers()[random & (POOL_SIZE - 1)] as string
      const body = chatBody(index, text, (random >>> 9) % 50 === 0 ? 'length' : 'stop')
      return benchResultLine({ number, index, status: 200, body })
    }
    case 'rejected':
      return index % 2 === 0
        ? benchResultLine({ number, index, status: 400, body: TOO_LONG })
        : benchResultLine({ number, index, status: 429, body: TOO_MANY })
    case 'expired':
      return (
        `{"id": "${resultId(number)}", "custom_id": "${requestId(number)}", "response": null, ` +
        '"error": {"code": "batch_expired", "message": "This request could not be executed before ' +
        'the completion window expired."}}'
      )
    case 'missing':
      return undefined
  }
}

const TOO_LONG =
  '{"error": {"message": "This model\'s maximum context length is 8192 tokens.", ' +
  '"type": "invalid_request_error", "param": "messages", "code": "context_length_exceeded"}}'
const TOO_MANY =
  '{"error": {"message": "Rate limit reached.", "type": "requests", "param": null, ' +
  '"code": "rate_limit_exceeded"}}'

/**
 * The numbers below `count`, each once, in an order that looks random: that of answers.
 * @internal For tests.
 */
export function* shuffledIndices(count: number): Generator<number> {
  // Multiplying by an odd number and folding the upper half of the bits onto the lower one give each
  // number of so many bits once; those that are too large are passed over.
  const bits = Math.max(2, Math.ceil(Math.log2(Math.max(count, 2))))
  const mask = 2 ** bits - 1
  const half = bits >>> 1
  for (let place = 0; place <= mask; place++) {
    let mixed = place
    for (const factor of [0x9e3779b1, 0x85ebca6b]) {
      mixed = Math.imul(mixed, factor) & mask
      mixed ^= mixed >>> half
    }
    if (mixed < count) yield mixed
  }
}
