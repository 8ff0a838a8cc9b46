import { expect, test } from 'vitest'
import { isOpenObject } from './textMarks.ts'

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
