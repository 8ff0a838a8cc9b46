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
])('%s is a path', (text, path) => {
  expect(parsePath(text)).toEqual(path)
})

test.each(['a.', 'a..b', 'a[', 'a[x]', 'a[-1]', '["\\x"]'])('%s is none', (text) => {
  expect(parsePath(text)).toBeUndefined()
})
