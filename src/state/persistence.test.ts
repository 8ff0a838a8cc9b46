import { afterEach, expect, test, vi } from 'vitest'
import { readTheme, storageByKey, storeTheme } from './persistence.ts'
import { store } from './store.ts'

afterEach(() => vi.unstubAllGlobals())

test('only the theme and the list of recent files outlive the page', () => {
  const kept = Object.entries(storageByKey).filter(([, storage]) => storage !== 'nowhere')
  expect(Object.fromEntries(kept)).toEqual({ theme: 'localStorage', recentFiles: 'indexedDB' })
})

test('every key of the state that is there at the start is decided', () => {
  expect(Object.keys(storageByKey)).toEqual(
    expect.arrayContaining(Object.keys(store.getInitialState())),
  )
})

test('the theme comes back as it was stored; what is not a theme does not', () => {
  const entries = new Map<string, string>()
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => entries.get(key) ?? null,
    setItem: (key: string, value: string) => void entries.set(key, value),
  })
  expect(readTheme()).toBe('system')
  storeTheme('dark')
  expect(readTheme()).toBe('dark')
  for (const key of entries.keys()) entries.set(key, 'purple')
  expect(readTheme()).toBe('system')
})

test('a browser that keeps nothing still has a theme', () => {
  const refuse = () => {
    throw new DOMException('denied', 'SecurityError')
  }
  vi.stubGlobal('localStorage', { getItem: refuse, setItem: refuse })
  storeTheme('dark')
  expect(readTheme()).toBe('system')
})
