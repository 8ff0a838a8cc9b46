import { expect, test } from 'vitest'
import { pinnedCount } from './pinnedCount.ts'

const columns = ['a', 'b', 'c'].map((id) => ({ id }))

test('those at the front that are pinned stay', () => {
  expect(pinnedCount(columns, [])).toBe(0)
  expect(pinnedCount(columns, ['b', 'a'])).toBe(2)
  expect(pinnedCount(columns, ['a', 'c'])).toBe(1)
  expect(pinnedCount(columns, ['c', 'gone'])).toBe(0)
})

test('the last is none of them', () => {
  expect(pinnedCount(columns, ['a', 'b', 'c'])).toBe(2)
  expect(pinnedCount([{ id: 'a' }], ['a'])).toBe(0)
  expect(pinnedCount([], ['a'])).toBe(0)
})
