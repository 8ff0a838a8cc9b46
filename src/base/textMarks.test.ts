import { expect, test } from 'vitest'
import { isBrokenName, isOpenObject } from './textMarks.ts'

test.each([
  ['{"a": 1', true],
  ['{ \n\t"a": {"b": 1}, "c": "', true],
  ['{"', true],
  ['{"a": 1}', false],
  ['{"a": 1} \n', false],
  // Words after the object.
  ['{"a": 1} as you asked', true],
  ['{', false],
  ['{}', false],
  ['{name} is here', false],
  ['[1', false],
  ['', false],
  [7, false],
])('%j', (text, isCut) => {
  expect(isOpenObject(text)).toBe(isCut)
})

test.each(['a b', 'a\tb', 'a\nb', 'a\rb', '<a', 'a|', '\\', 'a/b', '>'])(
  '%j is no name',
  (text) => {
    expect(isBrokenName(text)).toBe(true)
  },
)

test.each(['', 'a', 'José', '王', 'a.b@c', 'a\u00a0b', '\u0120\u013c'])(
  '%j may be a name',
  (text) => {
    expect(isBrokenName(text)).toBe(false)
  },
)
