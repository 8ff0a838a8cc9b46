import { describe, expect, it } from 'vitest'
import { MAX_CUSTOM_ID } from '../limits.ts'
import { freeKey, keyOfText } from './freeKey.ts'

function among(...taken: readonly string[]): (key: string) => boolean {
  return (key) => taken.includes(key)
}

describe('freeKey', () => {
  it('is the base where that is free', () => {
    expect(freeKey('a', among('b'))).toBe('a')
    expect(freeKey('a', among('b'), true)).toBe('a-2')
  })

  it('is the first free number', () => {
    expect(freeKey('a', among('a', 'a-2', 'a-3'))).toBe('a-4')
    expect(freeKey('a', among('a', 'a-3'))).toBe('a-2')
  })

  it('asks a few times only when ten thousand lines have the id', () => {
    const taken = new Set(Array.from({ length: 10_000 }, (_, index) => `a-${index}`).concat('a'))
    let asked = 0
    const key = freeKey('a', (each) => {
      asked++
      return taken.has(each)
    })
    expect(key).toBe('a-10000')
    expect(asked).toBeLessThan(50)
  })

  it('stays within the limit and cuts no surrogate pair', () => {
    const long = 'x'.repeat(MAX_CUSTOM_ID)
    expect(freeKey(long, among(long))).toBe(`${'x'.repeat(MAX_CUSTOM_ID - 2)}-2`)
    const emoji = `${'x'.repeat(MAX_CUSTOM_ID - 3)}😀😀`
    expect(freeKey(emoji, among())).toBe(`${'x'.repeat(MAX_CUSTOM_ID - 3)}-2`)
  })
})

it('makes the same id of the same line, and another of another', () => {
  expect(keyOfText('{}', among())).toBe(keyOfText('{}', among()))
  expect(keyOfText('{}', among())).not.toBe(keyOfText('{ }', among()))
  const first = keyOfText('{}', among())
  expect(keyOfText('{}', among(first))).toBe(`${first}-2`)
})
