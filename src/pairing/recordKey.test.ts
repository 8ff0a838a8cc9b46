import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readKey } from './recordKey.ts'
import { joinTextOf, nearFormOf, nearMissOf } from './testing/plainKeys.ts'

const keyOf = (value: unknown) => readKey({ custom_id: value }, ['custom_id'])

describe('keys', () => {
  test('are read with their kind', () => {
    expect(keyOf('a')).toEqual({ kind: 'text', text: 'a' })
    expect(keyOf('')).toEqual({ kind: 'text', text: '' })
    expect(keyOf(5)).toEqual({ kind: 'number', text: '5' })
    expect(keyOf({ a: [1] })).toEqual({ kind: 'other', text: '{"a":[1]}' })
    expect(keyOf(true)).toEqual({ kind: 'other', text: 'true' })
    expect(keyOf(null)).toEqual({ kind: 'missing' })
    expect(readKey({}, ['custom_id'])).toEqual({ kind: 'missing' })
    expect(readKey({ meta: { id: 'x' } }, ['meta', 'id'])).toEqual({ kind: 'text', text: 'x' })
    expect(readKey('text', ['custom_id'])).toEqual({ kind: 'missing' })
  })

  test('join only as texts', () => {
    expect(joinTextOf(keyOf('5'))).toBe('5')
    expect(joinTextOf(keyOf(5))).toBeUndefined()
    expect(joinTextOf(keyOf({}))).toBeUndefined()
    expect(joinTextOf(keyOf(null))).toBeUndefined()
  })

  test.each([
    ['a', ' a', 'spaces'],
    ['a\t', 'a ', 'spaces'],
    [5, '5', 'type'],
    [5, ' 5', 'type'],
    [5, 5, 'notText'],
    [{ a: 1 }, { a: 1 }, 'notText'],
    ['a', 'a', undefined],
    ['a', 'A', undefined],
    ['a', 'b', undefined],
    [5, 6, undefined],
    [null, null, undefined],
    [null, 'null', undefined],
  ] as const)('%j and %j: %s', (a, b, miss) => {
    expect(nearMissOf(keyOf(a), keyOf(b))).toBe(miss)
  })

  test('near misses are the same both ways, share their near form, and never join', () => {
    const key = fc
      .oneof(
        fc.stringMatching(/^ ?[a-b5]? ?$/),
        fc.constantFrom(5, '5', null, {}, [], true, 'true'),
      )
      .map(keyOf)
    fc.assert(
      fc.property(key, key, (a, b) => {
        const miss = nearMissOf(a, b)
        expect(nearMissOf(b, a)).toBe(miss)
        const joins = joinTextOf(a) !== undefined && joinTextOf(a) === joinTextOf(b)
        if (miss !== undefined) expect(nearFormOf(a)).toBe(nearFormOf(b))
        expect(miss !== undefined && joins).toBe(false)
        const hasForm = nearFormOf(a) !== undefined
        if (hasForm && nearFormOf(a) === nearFormOf(b))
          expect(joins || miss !== undefined).toBe(true)
      }),
    )
  })
})
