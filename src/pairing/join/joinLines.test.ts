import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { keyAt } from './keyColumn.ts'
import { joinLines } from './joinLines.ts'
import {
  answersWithKeyOf,
  countedAnswerOf,
  keyOfRow,
  othersOf,
  outcomeOf,
  requestsWithKeyOf,
} from './pairs.ts'
import type { Pairs } from './pairs.ts'
import { sourceLineOf } from './sideLines.ts'
import { naiveJoin } from './testing/naiveJoin.ts'
import { answerLinesOf, arbitraryPairing, requestLinesOf } from './testing/plainLines.ts'
import type { PlainPairing } from './testing/plainLines.ts'
import { runs } from '../../tooling/runs.ts'

function join(pairing: PlainPairing): Pairs {
  return joinLines(pairing.requests.map(requestLinesOf), pairing.answers.map(answerLinesOf))
}

function rowsOf(pairs: Pairs) {
  return Array.from({ length: pairs.count }, (_, row) => ({
    outcome: outcomeOf(pairs, row),
    request: pairs.requestOf[row] === -1 ? undefined : pairs.requestOf[row],
    answer: pairs.answerOf[row] === -1 ? undefined : pairs.answerOf[row],
    main: pairs.mainOf[row],
  }))
}

const manyRuns = runs(1000)

describe('the join', () => {
  test('is the one over plain arrays and maps', () => {
    fc.assert(
      fc.property(arbitraryPairing, (pairing) => {
        const pairs = join(pairing)
        const naive = naiveJoin(pairing)
        expect(rowsOf(pairs)).toEqual(naive.rows)
        for (const outcome of [
          'succeeded',
          'failed',
          'missing',
          'unexpected',
          'duplicate',
        ] as const)
          expect(pairs.counts[outcome]).toBe(
            naive.rows.filter((row) => row.outcome === outcome).length,
          )
      }),
      manyRuns,
    )
  })

  test('puts each line into one row, and finds it there', () => {
    fc.assert(
      fc.property(arbitraryPairing, (pairing) => {
        const pairs = join(pairing)
        for (let request = 0; request < pairs.requests.count; request++)
          expect(pairs.requestOf[pairs.rowOfRequest[request] as number]).toBe(request)
        for (let answer = 0; answer < pairs.answers.count; answer++)
          expect(pairs.answerOf[pairs.rowOfAnswer[answer] as number]).toBe(answer)
        expect(pairs.requestOf.filter((each) => each >= 0)).toHaveLength(pairs.requests.count)
        expect(pairs.answerOf.filter((each) => each >= 0)).toHaveLength(pairs.answers.count)
      }),
      manyRuns,
    )
  })

  test('finds all lines with the key of a row', () => {
    fc.assert(
      fc.property(arbitraryPairing, (pairing) => {
        const pairs = join(pairing)
        const { rows, requests, answers } = naiveJoin(pairing)
        for (const [row, { main, request, answer }] of rows.entries()) {
          const members = rows.filter((each) => each.main === main)
          const itsRequests = members.flatMap((each) => each.request ?? [])
          const itsAnswers = members.flatMap((each) => each.answer ?? [])
          expect(requestsWithKeyOf(pairs, row)).toEqual(itsRequests)
          expect(answersWithKeyOf(pairs, row)).toEqual(itsAnswers.toSorted((a, b) => a - b))
          expect(countedAnswerOf(pairs, row)).toBe(rows[main]?.answer ?? -1)
          const own = Number(request !== undefined) + Number(answer !== undefined)
          expect(othersOf(pairs, row)).toBe(itsRequests.length + itsAnswers.length - own)
          const line = request === undefined ? answers[answer as number] : requests[request]
          expect(keyOfRow(pairs, row)).toEqual(line?.key)
        }
      }),
      manyRuns,
    )
  })

  test('numbers lines over all sources', () => {
    fc.assert(
      fc.property(arbitraryPairing, (pairing) => {
        const { answers } = join(pairing)
        for (const [place, answer] of pairing.answers.flat().entries()) {
          const { source, lines, entry } = sourceLineOf(answers, place)
          expect(lines).toBe(answers.sources[source])
          expect(keyAt(lines, entry)).toEqual(answer.key)
          expect(answers.classes[answers.classOf[place] as number]).toEqual(answer.is)
        }
      }),
    )
  })

  test('tells keys with equal hashes apart: many ids that differ in little', () => {
    const keys = Array.from(
      { length: 200_000 },
      (_, i) => ({ kind: 'text', text: `id-${i}` }) as const,
    )
    const is = { isBroken: false, model: undefined, wantsJson: false }
    const requests = requestLinesOf(keys.map((key, id) => ({ id, key, is })))
    const pairs = joinLines([requests], [])
    expect(pairs.counts.missing).toBe(keys.length)
    const again = joinLines([requests, requests], [])
    expect(again.counts).toMatchObject({ missing: keys.length, duplicate: keys.length })
  })
})
