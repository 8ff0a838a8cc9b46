import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compareNatural, naturalOrder } from './naturalOrder.ts'
import { runs } from '../tooling/runs.ts'

function sorted(ids: readonly string[]): string[] {
  return [...naturalOrder(ids)].map((place) => ids[place] as string)
}

/** Ids as programs make them, and ones that try to break the order. */
const id = fc.oneof(
  fc.stringMatching(/^[a-b0-2_-]{0,6}$/),
  fc.stringMatching(/^row-0{0,2}[0-9]{1,3}$/),
  fc.string({ unit: 'binary', maxLength: 5 }),
  fc.string({
    unit: fc.constantFrom('\0', '0', '1', '\u3007', '\uD800', '\uFFFF', '/'),
    maxLength: 5,
  }),
)

describe('natural order', () => {
  test.each([
    ['counts', ['request-1', 'request-2', 'request-10']],
    ['bare numbers', ['1', '9', '10']],
    ['text before numbers', ['a2', 'a10', 'b1']],
    ['several numbers', ['doc-2_part-9', 'doc-2_part-10', 'doc-10_part-1']],
    ['text that is not ASCII', ['文件-9', '文件-10']],
    ['beginnings', ['a', 'a1', 'a1b', 'ab']],
    ['numbers beyond all types', ['1', '9'.repeat(299), '8'.repeat(300), '9'.repeat(300)]],
  ])('of %s', (_, ids) => {
    expect(sorted(ids.toReversed())).toEqual(ids)
  })

  test('ids that differ only in leading zeros are neighbours, and not equal', () => {
    expect(sorted(['a2', 'a1', 'a01', 'a001'])).toEqual(['a001', 'a01', 'a1', 'a2'])
    expect(compareNatural('a01', 'a1')).not.toBe(0)
  })

  test('compares as a total order that is consistent with equality', () => {
    fc.assert(
      fc.property(id, id, id, (a, b, c) => {
        const sign = (x: string, y: string) => Math.sign(compareNatural(x, y))
        expect(sign(a, b) === 0).toBe(a === b)
        expect(sign(a, b) + sign(b, a)).toBe(0)
        if (sign(a, b) <= 0 && sign(b, c) <= 0) expect(sign(a, c)).toBeLessThanOrEqual(0)
      }),
      runs(2000),
    )
  })

  test('numbers inside ids compare as numbers', () => {
    fc.assert(
      fc.property(fc.nat(), fc.nat(), fc.stringMatching(/^[a-z_-]{0,4}$/), (a, b, text) => {
        const order = compareNatural(`${text}${a}${text}`, `${text}${b}${text}`)
        expect(Math.sign(order)).toBe(Math.sign(a - b))
      }),
    )
  })

  test('naturalOrder is the stable sort by compareNatural', () => {
    const ids = fc.oneof(
      fc.array(id, { maxLength: 200 }),
      // Long enough for stretches that are sorted by their images, level by level.
      fc.array(fc.stringMatching(/^ab[0-3]{0,9}c?$/), { minLength: 200, maxLength: 400 }),
      fc.array(fc.constantFrom('a', 'a\0', 'a0', 'a00', 'a0\0', 'a\0\0b'), {
        minLength: 150,
        maxLength: 200,
      }),
    )
    fc.assert(
      fc.property(ids, (list) => {
        const expected = list
          .map((_, place) => place)
          .sort((a, b) => compareNatural(list[a] as string, list[b] as string) || a - b)
        expect([...naturalOrder(list)]).toEqual(expected)
      }),
    )
  })
})
