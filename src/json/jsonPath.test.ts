import { describe, expect, it } from 'vitest'
import { formatPath, patternOf, valueAt } from './jsonPath.ts'

describe('formatPath and patternOf', () => {
  it('write paths for people and paths without indexes', () => {
    const path = ['body', 'messages', 3, 'role']
    expect(formatPath(path)).toBe('body.messages[3].role')
    expect(patternOf(path)).toBe('body.messages[].role')
    expect(formatPath([])).toBe('')
    expect(formatPath([0, 'a b', ''])).toBe('[0]["a b"][""]')
    expect(patternOf([0, 'a"b'])).toBe('[]["a\\"b"]')
  })
})

describe('valueAt', () => {
  const value = { a: [1, { b: null }], s: 'text' }

  it('reads keys and indexes, also from the end', () => {
    expect(valueAt(value, [])).toBe(value)
    expect(valueAt(value, ['a', 0])).toBe(1)
    expect(valueAt(value, ['a', -1, 'b'])).toBe(null)
    expect(valueAt(value, ['a', -2])).toBe(1)
  })

  it('gives undefined for what is not there, inherited properties included', () => {
    for (const path of [
      ['x'],
      ['a', 2],
      ['a', -3],
      ['a', 'length'],
      ['s', 0],
      ['s', 'length'],
      ['toString'],
    ]) {
      expect(valueAt(value, path), path.join()).toBeUndefined()
    }
    expect(valueAt(JSON.parse('{"__proto__":1}'), ['__proto__'])).toBe(1)
  })
})
