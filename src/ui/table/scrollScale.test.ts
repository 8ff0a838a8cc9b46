import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ROW_HEIGHT } from './rowHeight.ts'
import {
  createScale,
  isNearWindowEnd,
  maxOffset,
  maxTop,
  offsetOf,
  offsetToReveal,
  placeAfter,
  placeNear,
  placeOf,
  rowsInSight,
  type ScrollPlace,
  type ScrollScale,
  scaleAtThumb,
} from './scrollScale.ts'
import { runs } from '../../tooling/runs.ts'

const rowCounts = fc.oneof(
  fc.integer({ min: 0, max: 200 }),
  fc.integer({ min: 189_000, max: 194_000 }),
  fc.integer({ min: 0, max: 100_000_000 }),
)
const viewHeights = fc.integer({ min: 0, max: 2_200 })
const ratios = fc.constantFrom(0.5, 1, 1.1, 1.25, 1.5, 2, 3, 4, 5)
const shares = fc.double({ min: 0, max: 1, noNaN: true })
const scales = fc
  .tuple(rowCounts, viewHeights, ratios)
  .map(([rowCount, viewHeight, ratio]) => createScale(rowCount, viewHeight, ratio))
/** A scale and an offset that a reader can be at. */
const places = fc
  .tuple(scales, shares)
  .map(([scale, share]) => ({ scale, offset: Math.round(share * maxOffset(scale)) }))

function expectSound({ scale, top }: ScrollPlace): void {
  expect(scale.baseRow).toBeGreaterThanOrEqual(0)
  expect(Number.isInteger(scale.baseRow)).toBe(true)
  expect(scale.baseRow + scale.windowRows).toBeLessThanOrEqual(scale.rowCount)
  expect(top).toBeGreaterThanOrEqual(0)
  expect(top).toBeLessThanOrEqual(maxTop(scale))
}

describe('the canvas', () => {
  test('is never taller than a browser can lay out', () => {
    fc.assert(
      fc.property(rowCounts, viewHeights, ratios, (rowCount, viewHeight, ratio) => {
        const height = createScale(rowCount, viewHeight, ratio).windowRows * ROW_HEIGHT
        expect(height).toBeLessThanOrEqual(5_000_000)
        expect(height * ratio).toBeLessThan(2 ** 24)
      }),
    )
  })

  test('holds all rows of a file of 190,000 lines, plainly', () => {
    const scale = createScale(190_000, 800, 3)
    expect(scale.windowRows).toBe(190_000)
    expect(placeOf(scale, 123_456)).toEqual({ scale, top: 123_456 })
    expect(scaleAtThumb(scale, 4_000_000)).toBe(scale)
  })
})

describe('placeOf', () => {
  test('puts every offset where it is read back exactly', () => {
    fc.assert(
      fc.property(places, ({ scale, offset }) => {
        const place = placeOf(scale, offset)
        expectSound(place)
        expect(offsetOf(place.scale, place.top)).toBe(offset)
      }),
      runs(1000),
    )
  })

  test('leaves room to scroll on, or has reached the end of the rows', () => {
    fc.assert(
      fc.property(places, ({ scale, offset }) => {
        const place = placeOf(scale, offset)
        expect(isNearWindowEnd(place.scale, place.top)).toBe(false)
      }),
      runs(1000),
    )
  })

  test('does not depend on the window before', () => {
    fc.assert(
      fc.property(places, shares, ({ scale, offset }, share) => {
        const other = scaleAtThumb(scale, share * maxTop(scale))
        expect(placeOf(other, offset)).toEqual(placeOf(scale, offset))
      }),
    )
  })

  test('reaches both ends exactly and goes no further', () => {
    fc.assert(
      fc.property(scales, (scale) => {
        const first = placeOf(scale, -1e9)
        expect(offsetOf(first.scale, first.top)).toBe(0)
        const last = placeOf(scale, 1e12)
        expect(offsetOf(last.scale, last.top)).toBe(maxOffset(scale))
        expect(last.top).toBe(maxTop(last.scale))
        expect(rowsInSight(last.scale, maxOffset(scale)).to).toBe(scale.rowCount)
      }),
    )
  })
})

describe('dragging the thumb', () => {
  const at = (scale: ScrollScale, top: number) => offsetOf(scaleAtThumb(scale, top), top)

  test('reaches both ends exactly', () => {
    fc.assert(
      fc.property(scales, (scale) => {
        expect(at(scale, 0)).toBe(0)
        expect(at(scale, maxTop(scale))).toBe(maxOffset(scale))
      }),
    )
  })

  test('never goes back while the thumb goes down', () => {
    fc.assert(
      fc.property(scales, shares, shares, (scale, one, other) => {
        const [upper, lower] = one < other ? [one, other] : [other, one]
        expect(at(scale, upper * maxTop(scale))).toBeLessThanOrEqual(
          at(scale, lower * maxTop(scale)),
        )
      }),
      runs(1000),
    )
  })

  test('is proportional over the whole file to a hundredth', () => {
    const scale = createScale(16_000_000, 800, 1)
    for (const share of [0.1, 0.25, 0.5, 0.75, 0.9]) {
      const reached = at(scale, share * maxTop(scale)) / maxOffset(scale)
      expect(Math.abs(reached - share)).toBeLessThan(0.01)
    }
  })

  test('agrees with where placeOf puts the thumb, to a pixel of the thumb', () => {
    fc.assert(
      fc.property(places, ({ scale, offset }) => {
        const place = placeOf(scale, offset)
        const thumbPixel = maxOffset(scale) / Math.max(scale.viewHeight, 100)
        expect(Math.abs(at(place.scale, place.top) - offset)).toBeLessThanOrEqual(thumbPixel)
      }),
      runs(1000),
    )
  })
})

describe('placeNear', () => {
  test('is the wanted offset, and keeps the window for a short move', () => {
    fc.assert(
      fc.property(places, fc.integer({ min: -2000, max: 2000 }), ({ scale, offset }, step) => {
        const before = placeOf(scale, offset)
        const after = placeNear(before.scale, offset + step)
        expectSound(after)
        const wanted = Math.max(0, Math.min(offset + step, maxOffset(scale)))
        expect(offsetOf(after.scale, after.top)).toBe(wanted)
        expect(after.scale.baseRow).toBe(before.scale.baseRow)
      }),
      runs(1000),
    )
  })
})

describe('placeAfter', () => {
  test('rows arriving below move nothing', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 50_000_000 }),
        shares,
        fc.integer({ min: 0, max: 50_000_000 }),
        ratios,
        (rowCount, share, more, ratio) => {
          const start = createScale(rowCount, 700, ratio)
          const offset = Math.round(share * maxOffset(start))
          const before = placeOf(start, offset)
          const next = createScale(rowCount + more, 700, ratio)
          const after = placeAfter(next, before.scale, before.top)
          expectSound(after)
          expect(offsetOf(after.scale, after.top)).toBe(offset)
        },
      ),
      runs(1000),
    )
  })

  test('keeps the offset at another pixel ratio and goes to the end when rows vanish', () => {
    fc.assert(
      fc.property(places, rowCounts, viewHeights, ratios, ({ scale, offset }, ...args) => {
        const before = placeOf(scale, offset)
        const next = createScale(...args)
        const after = placeAfter(next, before.scale, before.top)
        expectSound(after)
        expect(offsetOf(after.scale, after.top)).toBe(Math.min(offset, maxOffset(next)))
      }),
      runs(1000),
    )
  })
})

describe('offsetToReveal', () => {
  test('brings any row wholly into sight and does not move for one that is', () => {
    const tall = fc.integer({ min: ROW_HEIGHT, max: 2_200 })
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 1e8 }),
        tall,
        shares,
        shares,
        (rowCount, height, a, b) => {
          const scale = createScale(rowCount, height, 1)
          const offset = Math.round(a * maxOffset(scale))
          const row = Math.min(Math.floor(b * rowCount), rowCount - 1)
          const reached = offsetToReveal(scale, offset, row)
          expect(row * ROW_HEIGHT).toBeGreaterThanOrEqual(reached)
          expect((row + 1) * ROW_HEIGHT).toBeLessThanOrEqual(reached + height)
          expect(reached).toBeGreaterThanOrEqual(0)
          expect(reached).toBeLessThanOrEqual(maxOffset(scale))
          expect(offsetToReveal(scale, reached, row)).toBe(reached)
        },
      ),
      runs(1000),
    )
  })
})
