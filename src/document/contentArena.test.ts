import fc from 'fast-check'
import { expect, test } from 'vitest'
import { ContentArena } from './contentArena.ts'
import { runs } from '../tooling/runs.ts'

const content = fc.oneof(
  { weight: 6, arbitrary: fc.nat(300) },
  { weight: 2, arbitrary: fc.integer({ min: 400_000, max: 3_000_000 }) },
)
const step = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({ length: content, prefix: fc.nat(2 ** 33), suffix: fc.nat(2 ** 33) }),
  },
  { weight: 1, arbitrary: fc.constant('truncate' as const) },
)

test('what was added is read back, also after what came later was forgotten', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 15 }), (steps) => {
      const arena = new ContentArena()
      const kept: { ref: number; bytes: Uint8Array; prefix: number; suffix: number }[] = []
      for (const [i, s] of steps.entries()) {
        if (s === 'truncate') {
          const mark = arena.mark
          arena.add(new Uint8Array(1_200_000), 0, 1_200_000, 0, 0)
          arena.truncate(mark)
          expect(arena.mark).toBe(mark)
          continue
        }
        const bytes = new Uint8Array(s.length + 2).fill(i + 1)
        const ref = arena.add(bytes, 1, s.length + 1, s.prefix, s.suffix)
        kept.push({
          ref,
          bytes: bytes.subarray(1, s.length + 1),
          prefix: s.prefix,
          suffix: s.suffix,
        })
        for (const each of kept) {
          const stored = arena.read(each.ref)
          expect([stored.prefix, stored.suffix]).toEqual([each.prefix, each.suffix])
          expect(stored.byteLength).toBe(each.prefix + each.bytes.length + each.suffix)
          expect(Buffer.compare(stored.inserted, each.bytes)).toBe(0)
        }
      }
      expect(new Set(kept.map(({ ref }) => ref)).size).toBe(kept.length)
      expect(kept.every(({ ref }) => ref > 0)).toBe(true)
    }),
    runs(40),
  )
}, 60_000)

test('a small splice takes a few bytes', () => {
  const arena = new ContentArena()
  const before = arena.mark
  for (let i = 0; i < 1000; i++) arena.add(new Uint8Array(0), 0, 0, 500, 100)
  expect(arena.mark - before).toBe(4000)
})
