import { afterEach, expect, test, vi } from 'vitest'
import { batchStore } from './batch/batchStore.ts'
import { conversionStore } from './conversion/conversionStore.ts'
import { entriesStore } from './conversion/entriesStore.ts'
import { languageStore } from './language.ts'
import {
  readAlwaysIgnored,
  readDrawerWidths,
  readLanguage,
  readTheme,
  storeAlwaysIgnored,
  storeDrawerWidths,
  storeLanguage,
  storeTheme,
} from './persistence.ts'
import { lineLookStore } from './lineLook.ts'
import { exportPairsStore } from './pairing/exportPairs.ts'
import { newBatchStore } from './newBatch/newBatchStore.ts'
import { pairingStore } from './pairing/pairingStore.ts'
import { resultCacheStore } from './resultCache.ts'
import { queriesStore } from './queries/keptQueries.ts'
import { speedStore } from './speedStore.ts'
import { storageByStore } from './storageByStore.ts'
import { store } from './store.ts'
import { tokenLimitsStore } from './tokenLimit/tokenLimits.ts'

afterEach(() => vi.unstubAllGlobals())

const stores = {
  store,
  pairingStore,
  exportPairsStore,
  batchStore,
  newBatchStore,
  conversionStore,
  entriesStore,
  speedStore,
  resultCacheStore,
  languageStore,
  lineLookStore,
  tokenLimitsStore,
  queriesStore,
}

const sources = import.meta.glob<string>(['../state/**/*.ts', '../ui/**/*.{ts,tsx}'], {
  query: '?raw',
  import: 'default',
  eager: true,
})

test('only the theme, the language, the widths of drawers, how lines are shown, columns, whether edits are kept, limits of tokens, recent files, codes that are always ignored, queries, kept templates, runs and where they were sent outlive the page', () => {
  const kept = Object.entries(storageByStore).flatMap(([name, storageByKey]) =>
    Object.entries(storageByKey)
      .filter(([, storage]) => storage !== 'nowhere')
      .map(([key, storage]) => [`${name}.${key}`, storage]),
  )
  expect(Object.fromEntries(kept)).toEqual({
    'store.theme': 'localStorage',
    'store.alwaysIgnored': 'localStorage',
    'store.drawerWidths': 'localStorage',
    'store.recentFiles': 'indexedDB',
    'batchStore.access': 'sessionStorage',
    'batchStore.runs': 'localStorage',
    'newBatchStore.kept': 'indexedDB',
    'languageStore.choice': 'localStorage',
    'lineLookStore.look': 'localStorage',
    'tokenLimitsStore.limits': 'localStorage',
    'columnsStore.wishes': 'localStorage',
    'columnsStore.widths': 'localStorage',
    'columnsStore.pins': 'localStorage',
    'recoveryStore.isOn': 'localStorage',
    'queriesStore.recent': 'localStorage',
    'queriesStore.named': 'localStorage',
  })
})

test('every store is decided', () => {
  const names = Object.entries(sources)
    .filter(([path]) => !path.includes('.test.'))
    .flatMap(([, source]) => [...source.matchAll(/(\w+) = createStore\b/g)].map(([, name]) => name))
  expect(new Set(names)).toEqual(new Set(Object.keys(storageByStore)))
})

test.each(Object.entries(stores))('every key that %s has at the start is decided', (name, each) => {
  const decided = Object.entries(storageByStore).find(([of]) => of === name)?.[1] ?? {}
  expect(Object.keys(decided)).toEqual(expect.arrayContaining(Object.keys(each.getInitialState())))
})

test('the theme and the language come back as they were stored; what is none does not', () => {
  const entries = new Map<string, string>()
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => entries.get(key) ?? null,
    setItem: (key: string, value: string) => void entries.set(key, value),
  })
  expect([readTheme(), readLanguage()]).toEqual(['system', 'browser'])
  storeTheme('dark')
  storeLanguage('zh-TW')
  expect([readTheme(), readLanguage()]).toEqual(['dark', 'zh-TW'])
  for (const key of entries.keys()) entries.set(key, 'purple')
  expect([readTheme(), readLanguage()]).toEqual(['system', 'browser'])
})

test('the widths of drawers come back; what is none does not', () => {
  let stored = ''
  vi.stubGlobal('localStorage', {
    getItem: () => stored || null,
    setItem: (_: string, value: string) => (stored = value),
  })
  expect(readDrawerWidths()).toEqual({})
  storeDrawerWidths({ line: 500 })
  expect(readDrawerWidths()).toEqual({ line: 500 })
  stored = '{"line": "wide", "pair": 610, "other": 3}'
  expect(readDrawerWidths()).toEqual({ pair: 610 })
  stored = '[500'
  expect(readDrawerWidths()).toEqual({})
})

test('the codes that are always ignored come back; what is none does not', () => {
  let stored = ''
  vi.stubGlobal('localStorage', {
    getItem: () => stored || null,
    setItem: (_: string, value: string) => (stored = value),
  })
  expect(readAlwaysIgnored()).toEqual([])
  storeAlwaysIgnored(['duplicate-key', 'unknown-key'])
  expect(readAlwaysIgnored()).toEqual(['duplicate-key', 'unknown-key'])
  stored = '["crlf", 7]'
  expect(readAlwaysIgnored()).toEqual(['crlf'])
  for (stored of ['{"crlf": true}', '["crlf"']) expect(readAlwaysIgnored()).toEqual([])
})

test('a browser that keeps nothing still has a theme and a language', () => {
  const refuse = () => {
    throw new DOMException('denied', 'SecurityError')
  }
  vi.stubGlobal('localStorage', { getItem: refuse, setItem: refuse })
  storeTheme('dark')
  storeLanguage('zh-TW')
  expect([readTheme(), readLanguage()]).toEqual(['system', 'browser'])
})
