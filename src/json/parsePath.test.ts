import fc from 'fast-check'
import { expect, test } from 'vitest'
import { runs } from '../tooling/runs.ts'
import { formatPath } from './jsonPath.ts'
import { parsePath } from './parsePath.ts'

test('paths are read as they are shown', () => {
  const step = fc.oneof(
    fc.constantFrom('$', '', 'a.b', '__proto__'),
    fc.string({ unit: 'binary' }),
    fc.string({ unit: fc.constantFrom('$', 'a', '.', '[', ']', '"', '\\', ' ', '\u2028') }),
    fc.integer({ min: -3, max: 99 }),
  )
  fc.assert(
    fc.property(fc.array(step), (path) => {
      expect(parsePath(formatPath(path), { allowsFromEnd: true })).toEqual(path)
    }),
    runs(1000),
  )
})

test.each([
  ['$', []],
  ['$.a', ['a']],
  ['$[0].a', [0, 'a']],
  ['["$"].a', ['$', 'a']],
  ['$id', ['$id']],
  ['a.$', ['a', '$']],
  ['.a', ['a']],
  ["['it\\'s']", ["it's"]],
  ['[“a b”]', ['a b']],
  [' a . "b c" [ 0 ] ', ['a', 'b c', 0]],
  ['max tokens.x', ['max tokens', 'x']],
  ['a[-0]', ['a', 0]],
])('%s is a path', (text, path) => {
  expect(parsePath(text)).toEqual(path)
})

test.each([
  'a.',
  'a..b',
  'a[',
  'a[x]',
  'a[-1]',
  'a[*]',
  'a[]',
  'a.*',
  'a.[0]',
  '[0]a',
  'a"b',
  'a"b"',
  'a[99999999999999999]',
  '["\\x"]',
  '["\\u12"]',
])('%s is none', (text) => {
  expect(parsePath(text)).toBeUndefined()
})
