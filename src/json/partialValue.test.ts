import fc from 'fast-check'
import { expect, it } from 'vitest'
import { partialValue } from './partialValue.ts'

function plain(line: string): unknown {
  const value = partialValue(line)
  return value && JSON.parse(JSON.stringify(value))
}

it.each<[string, unknown]>([
  ['{"a":1,"b":[true,"x"],}', { a: 1, b: [true, 'x'] }],
  ['{"a": None, "b": True, "c": NaN}', { a: null, b: true, c: null }],
  ["{'a': 'it', 'b': {'c': 2}}", { a: 'it', b: { c: 2 } }],
  ['{a: 1, b-c: "x"}', { a: 1, 'b-c': 'x' }],
  ['{"a":"b" "c":{"d":1', { a: 'b', c: { d: 1 } }],
  ['{"a":"b","c', { a: 'b' }],
  ['{"a":"b","c":', { a: 'b', c: null }],
  ['{"a":"cut in the mid', { a: 'cut in the mid' }],
  ['{"a":"\\u0041\\"","b":2,,}', { a: 'A"', b: 2 }],
  ['{"a":"say "no" now","b":1}', { a: 'say ' }],
  ['{"a":[1,2},"b":1}', { a: [1, 2] }],
  ['2026-01-01T00:00:00Z stdout F {"a":1}', { a: 1 }],
  ['{"a":1} // why', { a: 1 }],
  ['{"a":1}{"b":2}', { a: 1 }],
  ['“{“a”: “b”}', { a: 'b' }],
])('reads %s as far as it goes', (line, expected) => {
  expect(plain(line)).toEqual(expected)
})

it.each(['', '   ', 'plain text', '<<<<<<< HEAD', '[{"a":1},', '12', '"text"', '{', '{,}'])(
  'takes %j for no object',
  (line) => {
    expect(plain(line)).toBeUndefined()
  },
)

it('reads what is JSON as JSON.parse does', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.jsonValue({ maxDepth: 4 })), (value) => {
      const text = JSON.stringify(value)
      fc.pre(text !== '{}')
      expect(plain(text)).toEqual(JSON.parse(text))
    }),
  )
})

it('ends on any text', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom(...Array.from('{}[]",:\'\\ a1“”;n')) }),
      (text) => {
        partialValue(`{"a":${text}`)
      },
    ),
  )
})
