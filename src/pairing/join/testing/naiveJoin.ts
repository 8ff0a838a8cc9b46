// The join as anyone would write it, over arrays and maps of strings.
import type { Outcome } from '../../outcome.ts'
import type { RecordKey } from '../../recordKey.ts'
import { joinTextOf } from '../../testing/plainKeys.ts'
import type { PlainAnswer, PlainPairing, PlainRequest } from './plainLines.ts'

export interface NaiveRow {
  readonly outcome: Outcome
  /** Place among all requests; undefined where there is none. */
  readonly request: number | undefined
  readonly answer: number | undefined
  /** The row of the first line of its id that counts. */
  main: number
}

export interface NaivePairs {
  readonly requests: readonly PlainRequest[]
  readonly answers: readonly PlainAnswer[]
  readonly rows: readonly NaiveRow[]
}

/** A text for each key that joins; keys that never join have one for each line. */
function joinName(key: RecordKey, line: string): string {
  const text = joinTextOf(key)
  return text === undefined ? `line ${line}` : `text ${text}`
}

export function naiveJoin(pairing: PlainPairing): NaivePairs {
  const requests = pairing.requests.flat()
  const answers = pairing.answers.flat()
  const answersByName = new Map<string, number[]>()
  for (const [place, { key }] of answers.entries()) {
    const name = joinName(key, `answer ${place}`)
    answersByName.set(name, [...(answersByName.get(name) ?? []), place])
  }
  const countedOf = (places: readonly number[]) =>
    places.findLast((place) => answers[place]?.is.isSuccess) ?? places.at(-1)

  const rows: NaiveRow[] = []
  const mainByName = new Map<string, number>()
  const addSuperseded = (name: string, counted: number | undefined, main: number) => {
    for (const answer of answersByName.get(name) ?? []) {
      if (answer !== counted) rows.push({ outcome: 'duplicate', request: undefined, answer, main })
    }
  }
  for (const [request, { key }] of requests.entries()) {
    const name = joinName(key, `request ${request}`)
    const first = mainByName.get(name)
    if (first !== undefined) {
      rows.push({ outcome: 'duplicate', request, answer: undefined, main: first })
      continue
    }
    const main = rows.length
    mainByName.set(name, main)
    const answer = countedOf(answersByName.get(name) ?? [])
    const outcome =
      answer === undefined ? 'missing' : answers[answer]?.is.isSuccess ? 'succeeded' : 'failed'
    rows.push({ outcome, request, answer, main })
    addSuperseded(name, answer, main)
  }
  for (const [answer, { key }] of answers.entries()) {
    const name = joinName(key, `answer ${answer}`)
    if (mainByName.has(name) || countedOf(answersByName.get(name) ?? []) !== answer) continue
    const main = rows.length
    const byItself = answers[answer]?.is.isSuccess ? 'succeeded' : 'failed'
    const outcome = pairing.requests.length > 0 ? 'unexpected' : byItself
    rows.push({ outcome, request: undefined, answer, main })
    addSuperseded(name, answer, main)
  }
  return { requests, answers, rows }
}
