import { expect, test } from 'vitest'
import { keptSeed } from './lineSeed.ts'

const storageOf = (stored: Map<string, string>) => () => ({
  getItem: (key: string) => stored.get(key) ?? null,
  setItem: (key: string, value: string) => void stored.set(key, value),
})

test('is the same in every visit', () => {
  const stored = new Map<string, string>()
  const seed = keptSeed(storageOf(stored))
  expect(keptSeed(storageOf(stored))).toBe(seed)
})

test('is a new one where nothing can be kept, or what was kept is none', () => {
  const denied = (): never => {
    throw new Error('denied')
  }
  expect(keptSeed(denied)).not.toBe(keptSeed(denied))
  const stored = new Map([['lineproof.lineSeed', '-1']])
  const seed = keptSeed(storageOf(stored))
  expect(seed).toBeGreaterThanOrEqual(0n)
  expect(stored.get('lineproof.lineSeed')).toBe(seed.toString())
})
