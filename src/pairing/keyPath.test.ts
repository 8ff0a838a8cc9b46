import fc from 'fast-check'
import { expect, test } from 'vitest'
import { formatPath } from '../json/jsonPath.ts'
import { keyPathOf, parseKeyPath } from './keyPath.ts'
import { findProvider } from './providerRegistry.ts'
import { runs } from '../tooling/runs.ts'

test('paths are read as they are shown', () => {
  const step = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.string(),
    fc.integer({ min: -3, max: 99 }),
  )
  fc.assert(
    fc.property(fc.array(step, { minLength: 1 }), (path) => {
      expect(parseKeyPath(formatPath(path))).toEqual(path)
    }),
    runs(200),
  )
})

test.each([
  ['custom_id', ['custom_id']],
  ['meta.ids[0]', ['meta', 'ids', 0]],
  ['a-b.c d', ['a-b', 'c d']],
  ['["a.b"].c', ['a.b', 'c']],
  ['$.custom_id', ['custom_id']],
  ["['a.b'].c", ['a.b', 'c']],
])('%s is a path', (text, path) => {
  expect(parseKeyPath(text)).toEqual(path)
})

test.each(['', '$', '.', 'a.', 'a..b', 'a[', 'a[x]', 'a.[0]', 'a"b', '[0]a', '["\\x"]'])(
  '%s is none',
  (text) => {
    expect(parseKeyPath(text)).toBeUndefined()
  },
)

test("without a path the key is at the provider's place", () => {
  const provider = findProvider('openai')
  if (!provider) throw new Error('no such provider')
  expect(keyPathOf(provider, 'requests')).toEqual(['custom_id'])
  expect(keyPathOf(provider, 'answers', 'a.b')).toEqual(['a', 'b'])
})
