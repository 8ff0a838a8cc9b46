import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Bin } from '../../../pairing/distribution.ts'
import { histogramBars } from './histogramBars.ts'

const arbitraryBins: fc.Arbitrary<readonly Bin[]> = fc
  .tuple(
    fc.nat(1000),
    fc.array(fc.tuple(fc.integer({ min: 1, max: 50 }), fc.nat(9)), { maxLength: 200 }),
  )
  .map(([start, widths]) => {
    let from = start
    return widths.map(([width, count]) => {
      const bin = { from, to: from + width, count }
      from += width
      return bin
    })
  })

describe('histogramBars', () => {
  it('has nothing to draw without bins', () => {
    expect(histogramBars([], 24)).toEqual([])
  })

  it('keeps bins as they are while there is room', () => {
    const bins = [
      { from: 3, to: 4, count: 1 },
      { from: 4, to: 6, count: 0 },
      { from: 6, to: 8, count: 100 },
    ]
    expect(histogramBars(bins, 3)).toEqual([
      { ...bins[0], height: 0.06 },
      { ...bins[1], height: 0 },
      { ...bins[2], height: 1 },
    ])
  })

  it('loses no answers, and its bars adjoin', () => {
    fc.assert(
      fc.property(arbitraryBins, fc.integer({ min: 1, max: 40 }), (bins, maxBars) => {
        const bars = histogramBars(bins, maxBars)
        expect(bars.length).toBeLessThanOrEqual(maxBars)
        const sum = (list: readonly Bin[]) => list.reduce((all, { count }) => all + count, 0)
        expect(sum(bars)).toBe(sum(bins))
        expect(bars[0]?.from).toBe(bins[0]?.from)
        expect(bars.at(-1)?.to).toBe(bins.at(-1)?.to)
        for (const [i, bar] of bars.entries()) {
          if (i > 0) expect(bar.from).toBe(bars[i - 1]?.to)
          expect(bar.height > 0).toBe(bar.count > 0)
          expect(bar.height).toBeLessThanOrEqual(1)
        }
      }),
    )
  })
})
