import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { exactJson, isSameJson, shownJson } from './jsonReading.ts'

describe('JSON values', () => {
  test('are the same when their JSON text is', () => {
    const pair = fc.oneof(
      fc.jsonValue().map((value) => [value, structuredClone(value)] as const),
      fc.tuple(fc.jsonValue(), fc.jsonValue()),
    )
    fc.assert(
      fc.property(pair, ([a, b]) => {
        expect(isSameJson(a, b)).toBe(JSON.stringify(a) === JSON.stringify(b))
      }),
    )
  })

  test('are not the same with keys in another order, or an array for an object', () => {
    expect(isSameJson({ a: 1, b: 2 }, { b: 2, a: 1 })).toBe(false)
    expect(isSameJson([], {})).toBe(false)
    expect(isSameJson({ a: undefined }, {})).toBe(false)
  })

  test('are shown cut, and not at all where they nest too deep', () => {
    expect(shownJson({ a: [1] })).toBe('{"a":[1]}')
    expect(shownJson('x'.repeat(1_000_000)).length).toBeLessThan(3000)
    const deep: unknown = JSON.parse('['.repeat(20_000) + ']'.repeat(20_000))
    expect(exactJson(deep)).toBeUndefined()
    expect(shownJson(deep)).toBe('…')
  })
})
