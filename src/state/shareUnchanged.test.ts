import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { listOf, type Message, msg, verbatim } from '../i18n/message.ts'
import { isUnchanged, shareUnchanged } from './shareUnchanged.ts'

const plain = fc.jsonValue({ maxDepth: 4 })

describe('sharing what did not change', () => {
  test('a copy becomes the object of before', () => {
    fc.assert(
      fc.property(plain, (value) => {
        expect(shareUnchanged(value, structuredClone(value))).toBe(value)
      }),
    )
  })

  test('the answer equals what came, whatever was before, and neither is changed', () => {
    fc.assert(
      fc.property(plain, plain, (before, next) => {
        const copies = structuredClone([before, next])
        expect(shareUnchanged(before, next)).toEqual(next)
        expect([before, next]).toEqual(copies)
      }),
    )
  })

  test('beside a part that changed the others stay the same objects', () => {
    fc.assert(
      fc.property(plain, plain, fc.integer(), (left, right, count) => {
        const before = { left, right: [right], count }
        const shared = shareUnchanged(before, { ...structuredClone(before), count: count + 1 })
        expect(shared).not.toBe(before)
        expect(shared.left).toBe(before.left)
        expect(shared.right).toBe(before.right)
      }),
    )
  })

  test('a key that is gone or new makes another object, also when its value is undefined', () => {
    const before: object = { a: 1, b: undefined }
    expect(Object.keys(shareUnchanged(before, { a: 1 }))).toEqual(['a'])
    expect(Object.keys(shareUnchanged({ a: 1 }, before))).toEqual(['a', 'b'])
    expect(Object.keys(shareUnchanged({ a: 1, c: undefined }, before))).toEqual(['a', 'b'])
  })

  test('a message that says the same stays the same object', () => {
    const found = (name: string): Message =>
      msg('{count, plural, one {# line} other {# lines}}: {names}', {
        count: 3,
        names: listOf([name, verbatim('b')], 'and'),
      })
    const before = { title: found('a') }
    expect(shareUnchanged(before, { title: found('a') })).toBe(before)
    expect(isUnchanged(found('a'), found('a'))).toBe(true)
    expect(isUnchanged(found('a'), found('c'))).toBe(false)
    expect(isUnchanged(undefined, found('a'))).toBe(false)
  })

  test('a list that grew keeps its items', () => {
    const first = { code: 'x' }
    const shared = shareUnchanged([first], [{ code: 'x' }, { code: 'y' }])
    expect(shared[0]).toBe(first)
    expect(shared).toHaveLength(2)
  })
})
