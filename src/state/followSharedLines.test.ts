import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { ok } from '../base/result.ts'
import { lineNumberOf } from '../base/units.ts'
import {
  COMPARED_AT_A_TIME,
  HASH_LIMIT,
  type HashRange,
  type SharedLines,
} from '../contracts/comparing.ts'
import type { DocumentFacts } from '../contracts/documentApi.ts'
import type { DocumentClient } from '../worker/documentClient.ts'
import { setClient } from './clients.ts'
import { closeScope, openScope } from './documentScope.ts'
import { followSharedLines } from './followSharedLines.ts'
import { blankDocument, type DocumentTab, store, updateDocument } from './store.ts'

/** What each document was told: of which other one, how many lines and the first. */
let told: Record<string, (string | undefined)[]> = {}
/** Hashes of the lines of each document, in the lines' order. */
let hashesOf: Record<string, readonly number[]> = {}
/** Hashes that were asked for at a time. */
let mostAtATime = 0

const factsOf = (revision: number, comparedAs?: string, lines = 4) =>
  ({
    revision,
    lines,
    ...(comparedAs !== undefined && { comparedAs }),
  }) as unknown as DocumentFacts

const within = ({ from, to }: HashRange, hash: number): boolean => hash >= from && hash < to

function tabOf(key: string, comparedAs?: string, lines?: number): DocumentTab {
  openScope(key)
  const client = {
    lineHashes: (range: HashRange) => {
      const hashes = (hashesOf[key] ?? []).filter((hash) => within(range, hash))
      mostAtATime = Math.max(mostAtATime, hashes.length)
      return Promise.resolve(ok(Float64Array.from(hashes)))
    },
    countShared: (others: Float64Array, range: HashRange) => {
      const shared = (hashesOf[key] ?? []).flatMap((hash, i) =>
        within(range, hash) && others.includes(hash) ? [lineNumberOf(i)] : [],
      )
      return Promise.resolve(ok({ count: shared.length, firstLine: shared[0] }))
    },
    tellShared: (shared: SharedLines | undefined) => {
      const words = shared && `${shared.name} ${shared.count} from ${shared.firstLine}`
      told[key] = [...(told[key] ?? []), words]
      return Promise.resolve(ok())
    },
    close: () => {},
  }
  setClient(key, client as unknown as DocumentClient)
  return { ...blankDocument, key, name: `${key}.jsonl`, facts: factsOf(1, comparedAs, lines) }
}

beforeEach(() => {
  vi.useFakeTimers()
  told = {}
  hashesOf = { a: [5, 6, 7], b: [7, 6], c: [7, 6, 5] }
  mostAtATime = 0
  followSharedLines()
})

afterEach(async () => {
  store.setState({ documents: [] })
  await vi.runAllTimersAsync()
  for (const key of ['a', 'b', 'c']) closeScope(key)
  vi.useRealTimers()
})

test('documents of one format are compared with each other, and with no others', async () => {
  store.setState({ documents: [tabOf('a', 'chat'), tabOf('b', 'chat'), tabOf('c')] })
  await vi.runAllTimersAsync()
  expect(told).toEqual({ a: ['b.jsonl 2 from 2'], b: ['a.jsonl 2 from 1'] })
})

test('they are compared again when one has changed, once for changes that follow each other', async () => {
  store.setState({ documents: [tabOf('a', 'chat'), tabOf('b', 'chat')] })
  await vi.runAllTimersAsync()
  updateDocument('a', { facts: factsOf(2, 'chat') })
  updateDocument('a', { facts: factsOf(3, 'chat') })
  await vi.runAllTimersAsync()
  expect(told['b']).toHaveLength(2)
  // Facts that tell of no change of lines.
  updateDocument('a', { facts: factsOf(3, 'chat') })
  await vi.runAllTimersAsync()
  expect(told['b']).toHaveLength(2)
})

test('the one that is left is told that there is nothing to compare it with', async () => {
  const left = tabOf('a', 'chat')
  store.setState({ documents: [left, tabOf('b', 'chat')] })
  await vi.runAllTimersAsync()
  store.setState({ documents: [left] })
  await vi.runAllTimersAsync()
  expect(told['a']).toEqual(['b.jsonl 2 from 2', undefined])
})

test('each is told of the one that shares the most with it', async () => {
  store.setState({ documents: [tabOf('a', 'chat'), tabOf('b', 'chat'), tabOf('c', 'chat')] })
  await vi.runAllTimersAsync()
  expect(told).toEqual({
    a: ['c.jsonl 3 from 1'],
    b: ['a.jsonl 2 from 1'],
    c: ['a.jsonl 3 from 1'],
  })
})

test('those that share nothing are told so', async () => {
  hashesOf = { a: [1, 2], b: [3] }
  store.setState({ documents: [tabOf('a', 'chat'), tabOf('b', 'chat')] })
  await vi.runAllTimersAsync()
  expect(told).toEqual({ a: [undefined], b: [undefined] })
})

test('long ones are compared a range of hashes at a time, and all of it is added up', async () => {
  const step = HASH_LIMIT / 12
  const hashes = Array.from({ length: 12 }, (_, i) => step * i + 1)
  hashesOf = { a: hashes.toReversed(), b: hashes }
  const lines = 4 * COMPARED_AT_A_TIME
  store.setState({ documents: [tabOf('a', 'chat', lines), tabOf('b', 'chat', 12)] })
  await vi.runAllTimersAsync()
  expect(mostAtATime).toBe(3)
  expect(told).toEqual({ a: ['b.jsonl 12 from 1'], b: ['a.jsonl 12 from 1'] })
})

test('a comparison that is overtaken says nothing more', async () => {
  store.setState({ documents: [tabOf('a', 'chat', 4 * COMPARED_AT_A_TIME), tabOf('b', 'chat')] })
  vi.advanceTimersByTime(600)
  updateDocument('a', { facts: factsOf(2, 'chat') })
  vi.advanceTimersByTime(600)
  await vi.runAllTimersAsync()
  expect(told['a']).toHaveLength(1)
})
