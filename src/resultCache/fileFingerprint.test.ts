import fc from 'fast-check'
import { expect, test } from 'vitest'
import { withoutSubtle } from '../base/testing/withoutSubtle.ts'
import { memorySource } from '../document/byteSource.ts'
import { fingerprintOf, sampledRanges } from './fileFingerprint.ts'

const sizes = fc.oneof(fc.nat(2_000_000), fc.integer({ min: 0, max: 2 ** 40 }))

test('samples lie in the file, apart, ascending, and hold both its ends', () => {
  fc.assert(
    fc.property(sizes, (size) => {
      const ranges = sampledRanges(size)
      let end = 0
      for (const { from, to } of ranges) {
        expect(from).toBeGreaterThanOrEqual(end)
        expect(to).toBeGreaterThanOrEqual(from)
        end = to
      }
      expect(ranges[0]?.from).toBe(0)
      expect(end).toBe(size)
    }),
  )
})

test('samples stay small however large the file is', () => {
  const bytes = sampledRanges(2 ** 40).reduce((sum, { from, to }) => sum + to - from, 0)
  expect(bytes).toBeLessThan(1024 * 1024)
})

test('one changed byte in a sample makes another fingerprint', async () => {
  const size = 3_000_000
  const bytes = new Uint8Array(size).fill(32)
  const before = await fingerprintOf(memorySource(bytes))
  expect(before).toMatch(/^[0-9a-f]{32}$/)
  expect(await fingerprintOf(memorySource(bytes.slice()))).toBe(before)
  for (const { from, to } of sampledRanges(size)) {
    for (const at of [from, to - 1]) {
      const changed = bytes.slice()
      changed[at] = 33
      expect(await fingerprintOf(memorySource(changed))).not.toBe(before)
    }
  }
})

test('a page that did not come over https has the same', async () => {
  const source = memorySource(new Uint8Array(100_000).fill(7))
  const usual = await fingerprintOf(source)
  await withoutSubtle(async () => {
    expect(await fingerprintOf(source)).toBe(usual)
  })
})
