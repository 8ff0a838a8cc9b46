// Held to a plain list of the hashes by line.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { runs } from '../tooling/runs.ts'
import { ANY_CHECK, checkOf, joinHash, PAGE } from './hashPage.ts'
import { LineHashes } from './lineHashes.ts'

/** Halves with few values, so that hashes repeat, and with those that have another meaning when stored. */
const half = fc.oneof(
  fc.constantFrom(0, 1, 0x20_0000, 0x1f_ffff, 0xffe0_0000, 0xffff_ffff, 0x7ff),
  fc.integer({ min: 0, max: 0xffff_ffff }),
)
const stretch = fc.record({
  gap: fc.constantFrom(0, 0, 1, 5, PAGE - 7),
  hashes: fc.array(fc.tuple(half, half), { minLength: 1, maxLength: 20 }),
  isOneByOne: fc.boolean(),
})

function flattened(pieces: readonly Uint32Array<ArrayBuffer>[]): Uint32Array<ArrayBuffer> {
  const all = new Uint32Array(pieces.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const piece of pieces) {
    all.set(piece, at)
    at += piece.length
  }
  return all
}

function entriesOf(column: LineHashes): Map<number, number> {
  const entries = new Map<number, number>()
  column.forEach((hash, line) => entries.set(line, hash))
  return entries
}

test('a column gives back what was told of each line, also when it was stored', () => {
  fc.assert(
    fc.property(fc.array(stretch, { maxLength: 5 }), fc.boolean(), (stretches, asksMeanwhile) => {
      const column = new LineHashes()
      const model = new Map<number, number>()
      let line = 0
      for (const { gap, hashes, isOneByOne } of stretches) {
        line += gap
        if (!isOneByOne) column.appendAll(Uint32Array.from(hashes.flat()), 0, hashes.length, line)
        for (const [low, high] of hashes) {
          if (isOneByOne) column.append(joinHash(low, high), line, checkOf(high))
          model.set(line++, joinHash(low, high))
        }
        // Closes the page that the next lines belong to.
        if (asksMeanwhile) expect(entriesOf(column)).toEqual(model)
      }
      expect(column.count).toBe(model.size)
      expect(entriesOf(column)).toEqual(model)
      const saved = column.save()
      const restored = LineHashes.restored(flattened(saved.highs), flattened(saved.lows))
      expect(restored && entriesOf(restored)).toEqual(model)
      const later = new Set<number>()
      for (const hash of new Set(model.values())) {
        const lines = [...model].filter(([, other]) => other === hash).map(([at]) => at)
        expect(column.linesOf(hash)).toEqual(lines)
        expect(restored?.linesOf(hash)).toEqual(lines)
        for (const one of lines.slice(1)) later.add(one)
      }
      const { marks } = column.findRepeats()
      expect(new Set([...model.keys()].filter((one) => marks?.later.has(one)))).toEqual(later)
    }),
    runs(100),
  )
})

test('hashes that differ in their last bits alone are unclear, and those told without these are', () => {
  const column = new LineHashes()
  const halves = [
    [5, 0x0000_0003],
    [5, 0x0060_0003],
    [6, 0xffe0_0003],
    [6, 0xffe0_0003],
  ]
  column.appendAll(Uint32Array.from(halves.flat()), 0, 4, 0)
  column.append(7, 4, ANY_CHECK)
  column.append(7, 5, ANY_CHECK)
  const { unclear, marks } = column.findRepeats()
  expect(unclear).toEqual(new Set([joinHash(5, 3), 7]))
  expect([0, 1, 2, 3, 4, 5].filter((line) => marks?.later.has(line))).toEqual([1, 3, 5])
})

test('a column is not made of arrays that do not fit each other', () => {
  expect(LineHashes.restored(Uint32Array.of(1, 2), Uint32Array.of(1))).toBeUndefined()
  expect(LineHashes.restored(new Uint32Array(0), Uint32Array.of(1))).toBeUndefined()
})
