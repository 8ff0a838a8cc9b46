import { expect, test } from 'vitest'
import { invertQuery } from './invertQuery.ts'

test.each([
  ['a = 1', 'not (a = 1)'],
  [' a=1 or b=2 ', 'not (a=1 or b=2)'],
  ['not (a=1 or b=2)', 'a = 1 or b = 2'],
  ['a != 1', 'a = 1'],
  ['a =', undefined],
])('%s becomes %s', (text, inverted) => {
  expect(invertQuery(text)).toBe(inverted)
})
