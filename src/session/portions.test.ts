import fc from 'fast-check'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { runs } from '../tooling/runs.ts'
import { Portions } from './portions.ts'

const KIBIBYTE = 1024

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['performance'] })
})
afterEach(() => {
  vi.useRealTimers()
})

test('parts are all bytes in their order, however long each is kept', () => {
  const size = fc.integer({ min: 0, max: 3_000_000 })
  fc.assert(
    fc.property(
      fc.array(size, { maxLength: 4 }),
      fc.array(fc.integer({ min: 0, max: 40 })),
      (sizes, kept) => {
        const portions = new Portions()
        let turn = 0
        for (const length of sizes) {
          const chunk = new Uint8Array(length)
          let at = 0
          for (const part of portions.cut(chunk)) {
            expect(part.buffer).toBe(chunk.buffer)
            expect(part.byteOffset).toBe(at)
            expect(part.length).toBeGreaterThan(0)
            at += part.length
            vi.advanceTimersByTime(kept[turn++ % kept.length] ?? 0)
          }
          expect(at).toBe(length)
        }
      },
    ),
    runs(50),
  )
})

test('parts grow while they are soon done with, and are small again where they are not', () => {
  const portions = new Portions()
  const lengths = (milliseconds: number): number[] => {
    const found: number[] = []
    for (const part of portions.cut(new Uint8Array(2048 * KIBIBYTE))) {
      found.push(part.length / KIBIBYTE)
      vi.advanceTimersByTime(milliseconds)
    }
    return found
  }
  expect(lengths(0).slice(0, 6)).toEqual([32, 64, 128, 256, 512, 512])
  expect(lengths(20).slice(0, 6)).toEqual([512, 256, 128, 64, 32, 32])
  expect(new Set(lengths(8))).toEqual(new Set([32]))
})
