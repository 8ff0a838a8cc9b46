import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { ok } from '../base/result.ts'
import type { OtherLines } from '../contracts/comparing.ts'
import type { DocumentFacts } from '../contracts/documentApi.ts'
import type { DocumentClient } from '../worker/documentClient.ts'
import { setClient } from './clients.ts'
import { closeScope, openScope } from './documentScope.ts'
import { followSharedLines } from './followSharedLines.ts'
import { blankDocument, type DocumentTab, store, updateDocument } from './store.ts'

/** By document, the names of those that it was compared with, each time. */
let told: Record<string, (readonly string[])[]> = {}

const factsOf = (revision: number, comparedAs?: string) =>
  ({
    revision,
    ...(comparedAs !== undefined && { comparedAs }),
  }) as unknown as DocumentFacts

function tabOf(key: string, comparedAs?: string): DocumentTab {
  openScope(key)
  const client = {
    lineHashes: () => Promise.resolve(ok(new Float64Array(0))),
    compareLines: (others: readonly OtherLines[]) => {
      told[key] = [...(told[key] ?? []), others.map(({ name }) => name)]
      return Promise.resolve(ok())
    },
    close: () => {},
  }
  setClient(key, client as unknown as DocumentClient)
  return { ...blankDocument, key, name: `${key}.jsonl`, facts: factsOf(1, comparedAs) }
}

beforeEach(() => {
  vi.useFakeTimers()
  told = {}
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
  expect(told).toEqual({ a: [['b.jsonl']], b: [['a.jsonl']] })
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
  expect(told['a']).toEqual([['b.jsonl'], []])
})
