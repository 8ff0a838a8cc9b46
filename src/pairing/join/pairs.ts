// The join's answer: every line in exactly one row, as columns over the rows.
import { lastAtMost } from '../../base/bisect.ts'
import { OUTCOMES } from '../outcome.ts'
import type { Outcome } from '../outcome.ts'
import type { AnswerClass, RequestClass } from '../pairLines.ts'
import type { RecordKey } from '../recordKey.ts'
import type { Echoed } from './echoOrder.ts'
import { keyAt, keyTextAt } from './keyColumn.ts'
import { sourceLineOf } from './sideLines.ts'
import type { AnswerLinesOfAll, RequestLinesOfAll } from './sideLines.ts'

export const SUCCEEDED = OUTCOMES.indexOf('succeeded')
export const FAILED = OUTCOMES.indexOf('failed')
export const MISSING = OUTCOMES.indexOf('missing')
export const UNEXPECTED = OUTCOMES.indexOf('unexpected')
export const DUPLICATE = OUTCOMES.indexOf('duplicate')

/**
 * Rows stand in the order of the requests; each is followed at once by the answers that its own
 * supersedes, in their order. Then come unexpected answers, in the same manner. A request that
 * repeats an id has a row at its own place.
 */
export interface Pairs {
  readonly requests: RequestLinesOfAll
  readonly answers: AnswerLinesOfAll
  /** Rows. */
  readonly count: number
  /** [row]: place in OUTCOMES. */
  readonly outcomes: Uint8Array<ArrayBuffer>
  /** [row]: global entry of the request; -1 where there is none. */
  readonly requestOf: Int32Array<ArrayBuffer>
  /** [row]: global entry of the answer; -1 where there is none. */
  readonly answerOf: Int32Array<ArrayBuffer>
  /** [row]: of a duplicate, the row that counts for its id; of others, the row itself. */
  readonly mainOf: Int32Array<ArrayBuffer>
  /** [global entry of a request]: its row. Ascending. */
  readonly rowOfRequest: Int32Array<ArrayBuffer>
  /** [global entry of an answer]: its row. */
  readonly rowOfAnswer: Int32Array<ArrayBuffer>
  /** Rows of repeated requests, by the row that counts for them, then in their order. */
  readonly repeats: Int32Array<ArrayBuffer>
  /** [i]: the row that counts for repeats[i]. */
  readonly repeatsOf: Int32Array<ArrayBuffer>
  /** Rows of each outcome. */
  readonly counts: Readonly<Record<Outcome, number>>
  /** What was joined by the request that an answer repeats. */
  readonly echoed: Echoed
}

export function outcomeOf(pairs: Pairs, row: number): Outcome {
  return OUTCOMES[pairs.outcomes[row] as number] as Outcome
}

export function classOfRequest(pairs: Pairs, row: number): RequestClass | undefined {
  const request = pairs.requestOf[row] as number
  return request < 0 ? undefined : pairs.requests.classes[pairs.requests.classOf[request] as number]
}

export function classOfAnswer(pairs: Pairs, row: number): AnswerClass | undefined {
  const answer = pairs.answerOf[row] as number
  return answer < 0 ? undefined : pairs.answers.classes[pairs.answers.classOf[answer] as number]
}

/** The key of its request, or else of its answer; where they join they are equal. */
export function keyOfRow(pairs: Pairs, row: number): RecordKey {
  const { lines, entry } = keyPositionOf(pairs, row)
  return keyAt(lines, entry)
}

/** As people see it; empty for a missing key. */
export function keyTextOfRow(pairs: Pairs, row: number): string {
  const { lines, entry } = keyPositionOf(pairs, row)
  return keyTextAt(lines, entry)
}

export function keyPositionOf(pairs: Pairs, row: number) {
  const request = pairs.requestOf[row] as number
  return request >= 0
    ? sourceLineOf(pairs.requests, request)
    : sourceLineOf(pairs.answers, pairs.answerOf[row] as number)
}

/** Global entries of all requests with the row's key, in order: the first is the main one. */
export function requestsWithKeyOf(pairs: Pairs, row: number): readonly number[] {
  const main = pairs.mainOf[row] as number
  const request = pairs.requestOf[main] as number
  if (request < 0) return []
  const { repeats, repeatsOf } = pairs
  const found = [request]
  for (let i = lastAtMost(repeatsOf, repeatsOf.length, main - 1) + 1; repeatsOf[i] === main; i++) {
    found.push(pairs.requestOf[repeats[i] as number] as number)
  }
  return found
}

/** Global entries of all answers with the row's key, in order. The one that counts is `countedAnswerOf`. */
export function answersWithKeyOf(pairs: Pairs, row: number): readonly number[] {
  const { mainOf, answerOf, count } = pairs
  const main = mainOf[row] as number
  const counted = answerOf[main] as number
  if (counted < 0) return []
  const found = [counted]
  // Those that it supersedes come right after it.
  for (let next = main + 1; next < count && mainOf[next] === main; next++) {
    if ((answerOf[next] as number) >= 0) found.push(answerOf[next] as number)
  }
  return found.sort((a, b) => a - b)
}

/** Of all answers with the row's key, the one that counts; -1 when there is none. */
export function countedAnswerOf(pairs: Pairs, row: number): number {
  return pairs.answerOf[pairs.mainOf[row] as number] as number
}

/** How many other lines have the row's key, on either side. */
export function othersOf(pairs: Pairs, row: number): number {
  const own =
    ((pairs.requestOf[row] as number) < 0 ? 0 : 1) + ((pairs.answerOf[row] as number) < 0 ? 0 : 1)
  return requestsWithKeyOf(pairs, row).length + answersWithKeyOf(pairs, row).length - own
}
