import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createLogHistogram } from './distribution.ts'
import type { Histogram } from './distribution.ts'
import { quantiles } from './testing/quantiles.ts'

const kinds: readonly (readonly [string, () => Histogram])[] = [
  ['log', () => createLogHistogram()],
  ['log, one bin a doubling', () => createLogHistogram(1)],
]

const value = fc.oneof(
  fc.nat({ max: 100 }),
  fc.nat({ max: 200_000 }),
  fc.integer({ min: 0, max: 52 }).map((exponent) => 2 ** exponent),
  fc.integer({ min: 1, max: 52 }).map((exponent) => 2 ** exponent - 1),
)

describe.each(kinds)('%s', (_, create) => {
  test('bins adjoin, cover all values, and count what lies in them', () => {
    fc.assert(
      fc.property(fc.array(value, { minLength: 1 }), (values) => {
        const histogram = create()
        for (const each of values) histogram.add(each)
        const bins = histogram.bins()
        for (const [i, bin] of bins.entries()) {
          const inside = values.filter((each) => bin.from <= each && each < bin.to)
          expect(bin.count).toBe(inside.length)
          expect(bin.to).toBe(bins[i + 1]?.from ?? bin.to)
          expect(Number.isInteger(bin.from)).toBe(true)
        }
        expect(bins.reduce((sum, { count }) => sum + count, 0)).toBe(values.length)
        expect(bins[0]?.count).toBeGreaterThan(0)
        expect(bins.at(-1)?.count).toBeGreaterThan(0)
      }),
    )
  })

  test('taking values away undoes adding them', () => {
    fc.assert(
      fc.property(fc.array(value), fc.array(value), (kept, taken) => {
        const histogram = create()
        for (const each of [...kept, ...taken]) histogram.add(each)
        for (const each of taken) histogram.add(each, -1)
        const counted = histogram.bins().filter(({ count }) => count > 0)
        for (const { from, to, count } of counted) {
          expect(kept.filter((each) => from <= each && each < to)).toHaveLength(count)
        }
        expect(counted.reduce((sum, { count }) => sum + count, 0)).toBe(kept.length)
      }),
    )
  })

  test('has no bins without values', () => {
    expect(create().bins()).toEqual([])
  })
})

test('bins of a log histogram are as narrow as promised', () => {
  fc.assert(
    fc.property(value, fc.constantFrom(1, 2, 4, 16), (each, perDoubling) => {
      const histogram = createLogHistogram(perDoubling)
      histogram.add(each)
      const [bin] = histogram.bins()
      if (!bin) throw new Error('no bin')
      expect(bin.from <= each && each < bin.to).toBe(true)
      expect(bin.to - bin.from).toBeLessThanOrEqual(Math.max(1, bin.from / perDoubling))
    }),
  )
})

describe('quantiles', () => {
  test('are values, by nearest rank', () => {
    expect(quantiles(Uint32Array.of(40, 10, 30, 20), [0, 0.25, 0.5, 0.9, 1])).toEqual([
      10, 10, 20, 40, 40,
    ])
    expect(quantiles(new Uint32Array(0), [0.5])).toEqual([Number.NaN])
  })

  test('are the smallest value that covers the fraction', () => {
    fc.assert(
      fc.property(
        fc.array(fc.nat(), { minLength: 1 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (values, q) => {
          const [found] = quantiles(Uint32Array.from(values), [q]) as [number]
          const atMost = (limit: number) => values.filter((each) => each <= limit).length
          expect(values).toContain(found)
          expect(atMost(found)).toBeGreaterThanOrEqual(q * values.length)
          for (const smaller of values.filter((each) => each < found)) {
            expect(atMost(smaller)).toBeLessThan(q * values.length)
          }
        },
      ),
    )
  })
})
