import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import {
  forgetQuery,
  forgetRecentQueries,
  nameQuery,
  queriesStore,
  readQueries,
  rememberQuery,
} from './keptQueries.ts'

const items = new Map<string, string>()

beforeEach(() => {
  items.clear()
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => items.get(key) ?? null,
    setItem: (key: string, value: string) => items.set(key, value),
  })
  queriesStore.setState({ recent: [], named: [] })
})
afterEach(() => vi.unstubAllGlobals())

test('the newest queries come first, each once, and not more than can be looked through', () => {
  for (let i = 0; i < 30; i++) rememberQuery(`a = ${i}`)
  rememberQuery('a = 20')
  rememberQuery('x'.repeat(10_000))
  expect(queriesStore.getState().recent.slice(0, 3)).toEqual(['a = 20', 'a = 29', 'a = 28'])
  expect(queriesStore.getState().recent.length).toBe(20)
  expect(readQueries()).toEqual(queriesStore.getState())
  forgetRecentQueries()
  expect(readQueries().recent).toEqual([])
})

test('a name stands for one query', () => {
  expect(nameQuery(' slow ', 'a > 1')).toBe(true)
  expect(nameQuery('errors', 'a = 1')).toBe(true)
  expect(nameQuery('slow', 'a > 2')).toBe(true)
  expect(nameQuery(' ', 'a > 2')).toBe(false)
  expect(readQueries().named).toEqual([
    { name: 'errors', text: 'a = 1' },
    { name: 'slow', text: 'a > 2' },
  ])
  forgetQuery('errors')
  expect(readQueries().named.map(({ name }) => name)).toEqual(['slow'])
})

test.each(['', '[]', '{"recent":{},"named":[1,{"name":""},{"name":"a","text":1}]}', '{'])(
  'of what makes no sense nothing is read: %s',
  (stored) => {
    items.set('lineproof.queries', stored)
    expect(readQueries()).toEqual({ recent: [], named: [] })
  },
)
