import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  binOf,
  DAY,
  HISTOGRAM_BINS,
  lengthEdges,
  numberEdges,
  timeEdges,
} from './histogramEdges.ts'
import { isoForm, isoText, isoTime } from './times.ts'

function expectAscending(edges: readonly number[]): void {
  expect(edges.length).toBeLessThanOrEqual(HISTOGRAM_BINS + 1)
  expect(edges.length).toBeGreaterThan(1)
  for (let i = 1; i < edges.length; i++) {
    expect(edges[i]).toBeGreaterThan(edges[i - 1] as number)
  }
}

describe('edges of bins', () => {
  test('hold all numbers between them, whatever they are', () => {
    const number = fc.oneof(
      fc.double({ noNaN: true, noDefaultInfinity: true }),
      fc.integer(),
      fc.integer({ min: 2 ** 52, max: 2 ** 53 }),
    )
    fc.assert(
      fc.property(number, number, (a, b) => {
        const [min, max] = [Math.min(a, b), Math.max(a, b)]
        const isWhole = Number.isInteger(a) && Number.isInteger(b)
        const edges = numberEdges(min, max, isWhole)
        if (max - min === Infinity) return expect(edges).toBeUndefined()
        if (max === min) return expect(edges).toEqual([min, max])
        expectAscending(edges as readonly number[])
        expect(edges?.[0]).toBeLessThanOrEqual(min)
        expect(edges?.at(-1)).toBeGreaterThanOrEqual(max)
        if (isWhole) expect(edges?.every(Number.isInteger)).toBe(true)
      }),
    )
  })

  test('are round', () => {
    expect(numberEdges(0, 1199, true)?.slice(0, 4)).toEqual([0, 50, 100, 150])
    expect(numberEdges(0.05, 1, false)?.slice(0, 6)).toEqual([0.05, 0.1, 0.15, 0.2, 0.25, 0.3])
    expect(numberEdges(-3, 3, true)).toEqual([-3, -2, -1, 0, 1, 2, 3, 4])
    expect(lengthEdges(2, 2)).toEqual([2, 3])
    expect(lengthEdges(0, 9)).toHaveLength(11)
  })

  test('of times are where clocks and calendars turn', () => {
    const iso = (edges: readonly number[]) => edges.map((edge) => new Date(edge).toISOString())
    expect(iso(timeEdges(Date.UTC(2026, 0, 1), Date.UTC(2026, 0, 1, 0, 0, 3)))).toEqual(
      [0, 1, 2, 3, 4].map((s) => `2026-01-01T00:00:0${s}.000Z`),
    )
    expect(iso(timeEdges(Date.UTC(2025, 0, 15), Date.UTC(2026, 0, 2)))[1]).toBe(
      '2025-02-01T00:00:00.000Z',
    )
    expect(iso(timeEdges(Date.UTC(2026, 0, 1), Date.UTC(2026, 4, 1)))[0]).toBe(
      '2025-12-29T00:00:00.000Z',
    )
    const offset = 8 * 3_600_000
    const [first = 0] = timeEdges(Date.UTC(2026, 0, 1), Date.UTC(2026, 0, 9), {
      offset,
      least: DAY,
    })
    expect((first + offset) % DAY).toBe(0)
  })

  test('hold all times between them', () => {
    const time = fc.date({
      noInvalidDate: true,
      min: new Date('0001-01-01'),
      max: new Date('9990-01-01'),
    })
    fc.assert(
      fc.property(time, time, fc.integer({ min: -12, max: 14 }), (a, b, hours) => {
        const [min, max] = [Math.min(+a, +b), Math.max(+a, +b)]
        const edges = timeEdges(min, max, { offset: hours * 3_600_000 })
        expectAscending(edges)
        expect(edges[0]).toBeLessThanOrEqual(min)
        expect(edges.at(-1)).toBeGreaterThan(max)
      }),
    )
  })

  test('tell in which bin a value is', () => {
    expect([-1, 0, 9, 10, 25, 30, 31].map((n) => binOf([0, 10, 20, 30], n))).toEqual([
      undefined,
      0,
      0,
      1,
      2,
      2,
      undefined,
    ])
    expect(binOf(['a', 'c'], 'b')).toBe(0)
  })
})

test('a time is written in the form of another', () => {
  const form = isoForm('2026-01-02 03:04:05+08:00')
  expect(form).toEqual({ separator: ' ', offset: 8 * 3_600_000 })
  const text = isoText(Date.UTC(2026, 0, 1, 22, 30), form)
  expect(text).toBe('2026-01-02 06:30')
  expect(isoText(Date.UTC(2026, 0, 1, 16), form)).toBe('2026-01-02')
  expect(isoForm('2026-01-02')).toEqual({ separator: 'T', offset: 0 })
  expect(isoForm('2026-01-02T03:04-0330').offset).toBe(-3.5 * 3_600_000)
  expect(isoForm('2026-01-02T03:04Z').offset).toBe(0)
  expect(isoText(isoTime('2026-01-02T03:04:05Z') ?? 0, isoForm('2026-01-02'))).toBe(
    '2026-01-02T03:04:05',
  )
})
