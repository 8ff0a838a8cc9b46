// Pairs requests with answers by their keys: a hash join over bytes.
import { OUTCOMES } from '../outcome.ts'
import type { Outcome } from '../outcome.ts'
import type { AnswerLines, RequestLines } from '../pairLines.ts'
import { createColumnCursor } from './columnCursor.ts'
import { joinEchoesInOrder } from './echoOrder.ts'
import type { Echoed } from './echoOrder.ts'
import { firstEqual } from './firstEqual.ts'
import { ECHO_KEY } from './keyColumn.ts'
import { DUPLICATE, FAILED, MISSING, SUCCEEDED, UNEXPECTED } from './pairs.ts'
import type { Pairs } from './pairs.ts'
import { answerSide, requestSide } from './sideLines.ts'
import type { AnswerLinesOfAll, RequestLinesOfAll } from './sideLines.ts'

/**
 * Sources in their order: of several answers to a request, those of later sources count as later. The
 * latest success counts, and without one the latest answer. Keys that are not text never join. Of a
 * million short ids on each side in any order some 0.4 s; beside the answer some 40 bytes a line are
 * needed for that time.
 */
export function joinLines(
  requestSources: readonly RequestLines[],
  answerSources: readonly AnswerLines[],
): Pairs {
  const requests = requestSide(requestSources)
  const answers = answerSide(answerSources)
  return layOut(requests, answers, internKeys(requests, answers))
}

/**
 * Keys by refs: the ref of a request's key is the global entry of the first request that has it; the
 * ref of any other key is the first answer that has it, counted from the end of the requests.
 */
interface KeyRefs {
  readonly ofRequest: Int32Array
  readonly ofAnswer: Int32Array
  readonly echoed: Echoed
}

function internKeys(requests: RequestLinesOfAll, answers: AnswerLinesOfAll): KeyRefs {
  const columns = [...requests.sources, ...answers.sources]
  const cursor = createColumnCursor(columns)
  const first = firstEqual(requests.count + answers.count, cursor, cursor.joins)
  const hasEchoes = columns.some(({ keyKinds }) => keyKinds.includes(ECHO_KEY))
  const echoed = joinEchoesInOrder(first, requests.count, cursor, hasEchoes)
  return {
    ofRequest: first.subarray(0, requests.count),
    ofAnswer: first.subarray(requests.count),
    echoed,
  }
}

function layOut(requests: RequestLinesOfAll, answers: AnswerLinesOfAll, refs: KeyRefs): Pairs {
  const isSuccess = Uint8Array.from(answers.classes, (each) => Number(each.isSuccess))
  const counted = countAnswers(requests.count, answers, refs.ofAnswer, isSuccess)
  const superseded = chainSuperseded(counted, refs.ofAnswer)

  const rows = requests.count + answers.count - countPaired(counted, requests.count)
  const outcomes = new Uint8Array(rows)
  const requestOf = new Int32Array(rows)
  const answerOf = new Int32Array(rows)
  const mainOf = new Int32Array(rows)
  const rowOfRequest = new Int32Array(requests.count)
  const rowOfAnswer = new Int32Array(answers.count)
  let count = 0

  function addRow(outcome: number, request: number, answer: number, main: number): void {
    outcomes[count] = outcome
    requestOf[count] = request
    answerOf[count] = answer
    mainOf[count] = main
    if (request >= 0) rowOfRequest[request] = count
    if (answer >= 0) rowOfAnswer[answer] = count
    count++
  }

  function addSuperseded(ref: number, main: number): void {
    for (let answer = superseded.first(ref); answer >= 0; answer = superseded.next(answer)) {
      addRow(DUPLICATE, -1, answer, main)
    }
  }

  /** Without any file of requests no answer can be unexpected. */
  const isAsked = requests.sources.length > 0
  const repeats: number[] = []
  for (let request = 0; request < requests.count; request++) {
    const ref = refs.ofRequest[request] as number
    const main = count
    if (ref !== request) {
      repeats.push(main)
      addRow(DUPLICATE, request, -1, rowOfRequest[ref] as number)
      continue
    }
    const answer = (counted[ref] as number) - 1
    if (answer < 0) addRow(MISSING, request, -1, main)
    else {
      const isGood = isSuccess[answers.classOf[answer] as number] === 1
      addRow(isGood ? SUCCEEDED : FAILED, request, answer, main)
      addSuperseded(ref, main)
    }
  }
  for (let answer = 0; answer < answers.count; answer++) {
    const ref = refs.ofAnswer[answer] as number
    if (ref < requests.count || counted[ref] !== answer + 1) continue
    const main = count
    const isGood = isSuccess[answers.classOf[answer] as number] === 1
    addRow(isAsked ? UNEXPECTED : isGood ? SUCCEEDED : FAILED, -1, answer, main)
    addSuperseded(ref, main)
  }

  const sorted = Int32Array.from(repeats).sort(
    (a, b) => (mainOf[a] as number) - (mainOf[b] as number) || a - b,
  )
  return {
    requests,
    answers,
    count,
    outcomes,
    requestOf,
    answerOf,
    mainOf,
    rowOfRequest,
    rowOfAnswer,
    repeats: sorted,
    repeatsOf: sorted.map((row) => mainOf[row] as number),
    counts: countOutcomes(outcomes),
    echoed: refs.echoed,
  }
}

/** Requests that have an answer beside them: both take one row. */
function countPaired(counted: Int32Array, requests: number): number {
  let paired = 0
  for (let ref = 0; ref < requests; ref++) if (counted[ref] !== 0) paired++
  return paired
}

/** [ref]: the answer that counts for the key, plus 1; 0 for none. */
function countAnswers(
  requests: number,
  { count, classOf }: AnswerLinesOfAll,
  refOfAnswer: Int32Array,
  isSuccess: Uint8Array,
): Int32Array {
  const counted = new Int32Array(requests + count)
  for (let answer = 0; answer < count; answer++) {
    const ref = refOfAnswer[answer] as number
    const before = (counted[ref] as number) - 1
    const keepsBefore =
      before >= 0 &&
      isSuccess[classOf[before] as number] === 1 &&
      isSuccess[classOf[answer] as number] === 0
    if (!keepsBefore) counted[ref] = answer + 1
  }
  return counted
}

/** The answers of each key that do not count, in order. Nothing is allocated when there are none. */
function chainSuperseded(counted: Int32Array, refOfAnswer: Int32Array) {
  let hasAny = false
  for (let answer = 0; answer < refOfAnswer.length && !hasAny; answer++) {
    hasAny = counted[refOfAnswer[answer] as number] !== answer + 1
  }
  const firsts = new Int32Array(hasAny ? counted.length : 0)
  const nexts = new Int32Array(hasAny ? refOfAnswer.length : 0)
  if (hasAny) {
    for (let answer = refOfAnswer.length - 1; answer >= 0; answer--) {
      const ref = refOfAnswer[answer] as number
      if (counted[ref] === answer + 1) continue
      nexts[answer] = firsts[ref] as number
      firsts[ref] = answer + 1
    }
  }
  return {
    first: (ref: number) => (firsts[ref] ?? 0) - 1,
    next: (answer: number) => (nexts[answer] ?? 0) - 1,
  }
}

function countOutcomes(outcomes: Uint8Array): Record<Outcome, number> {
  const counts = OUTCOMES.map(() => 0)
  for (const outcome of outcomes) counts[outcome] = (counts[outcome] as number) + 1
  return Object.fromEntries(OUTCOMES.map((outcome, i) => [outcome, counts[i]])) as Record<
    Outcome,
    number
  >
}
