import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { valueAt } from './jsonPath.ts'
import { createLocator, rangeOfPath } from './locate.ts'
import { allPaths, writtenJson } from './testing/jsonText.ts'

describe('rangeOfPath', () => {
  it('finds each value and key where JSON.parse would take it from', () => {
    fc.assert(
      fc.property(writtenJson, ({ value, text }) => {
        const locator = createLocator(text)
        for (const path of allPaths(value)) {
          const located = locator.rangeOfPath(path)
          const range = located?.value ?? { from: 0, to: 0 }
          const source = text.slice(range.from, range.to)
          expect(JSON.parse(source)).toEqual(valueAt(value, path))
          expect(source).toBe(source.trim())
          const last = path.at(-1)
          if (typeof last === 'string') {
            expect(JSON.parse(text.slice(located?.key?.from, located?.key?.to))).toBe(last)
          } else expect(located?.key).toBeUndefined()
        }
      }),
    )
  })

  it('takes the last of doubled keys, as JSON.parse does', () => {
    const text = '{"a":1,"\\u0061":{"b":2},"c":3}'
    expect(rangeOfPath(text, ['a', 'b'])).toEqual({
      key: { from: 17, to: 20 },
      value: { from: 21, to: 22 },
    })
  })

  it('finds nothing where the path leads nowhere', () => {
    const text = '{"a":[1,{"b":"x"}]}'
    for (const path of [
      ['b'],
      [0],
      ['a', 2],
      ['a', 'b'],
      ['a', 0, 'c'],
      ['a', 1, 'b', 'length'],
      ['a', -1],
    ]) {
      expect(rangeOfPath(text, path), path.join()).toBeUndefined()
    }
  })

  it('is not misled by brackets and quotes inside strings', () => {
    const text = String.raw`{"x":"}]\\","y\"{":["[\"",1]}`
    expect(rangeOfPath(text, ['y"{', 1])?.value).toEqual({
      from: text.length - 3,
      to: text.length - 2,
    })
  })

  it('looks past a byte order mark', () => {
    expect(rangeOfPath('\uFEFF{"a":1}', ['a'])?.value).toEqual({ from: 6, to: 7 })
  })

  it('goes as deep as the text does', () => {
    const depth = 100_000
    const text = `${'['.repeat(depth)}1${']'.repeat(depth)}`
    expect(rangeOfPath(text, [])?.value).toEqual({ from: 0, to: text.length })
    expect(rangeOfPath(text, [0, 0, 0])?.value.from).toBe(3)
  })
})
