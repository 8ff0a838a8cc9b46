import fc from 'fast-check'
import { expect, test } from 'vitest'
import { BLOCK_BYTES, BLOCK_LINES, LineOffsets } from './lineIndex.ts'
import { runs } from '../tooling/runs.ts'

const length = fc.oneof(
  { weight: 20, arbitrary: fc.integer({ min: 1, max: 60 }) },
  { weight: 2, arbitrary: fc.integer({ min: 20_000, max: BLOCK_BYTES - 1 }) },
  { weight: 1, arbitrary: fc.integer({ min: BLOCK_BYTES, max: 10 * BLOCK_BYTES }) },
)

function indexOf(lengths: readonly number[], batchLines: number): LineOffsets {
  const index = new LineOffsets()
  for (let from = 0; from < lengths.length; from += batchLines) {
    let end = 0
    const ends = lengths.slice(from, from + batchLines).map((l) => (end += l))
    index.append({ count: ends.length, ends, baseOffset: index.byteLength, flags: [] })
  }
  return index
}

function shapeOf(index: LineOffsets): [number, number][] {
  return Array.from({ length: index.blockCount }, (_, b) => [index.firstLine(b), index.offset(b)])
}

test('blocks are small, huge lines are alone, and batches do not matter', () => {
  fc.assert(
    fc.property(
      fc.array(length, { maxLength: 1500, size: 'max' }),
      fc.integer({ min: 1, max: 700 }),
      (lengths, batchLines) => {
        const index = indexOf(lengths, lengths.length + 1)
        expect(shapeOf(indexOf(lengths, batchLines))).toEqual(shapeOf(index))
        let total = 0
        const starts = [0, ...lengths.map((l) => (total += l))]
        expect([index.lineCount, index.byteLength]).toEqual([lengths.length, total])
        for (let block = 0; block < index.blockCount; block++) {
          const lines = index.firstLine(block + 1) - index.firstLine(block)
          const bytes = index.offset(block + 1) - index.offset(block)
          expect(index.offset(block)).toBe(starts[index.firstLine(block)])
          expect(lines).toBeLessThanOrEqual(BLOCK_LINES)
          if (lines > 1) expect(bytes).toBeLessThan(2 * BLOCK_BYTES)
          expect(index.blockOfLine(index.firstLine(block))).toBe(block)
          expect(index.blockOfLine(index.firstLine(block + 1) - 1)).toBe(block)
          expect(index.blockOfOffset(index.offset(block))).toBe(block)
          expect(index.blockOfOffset(index.offset(block + 1) - 1)).toBe(block)
        }
      },
    ),
    runs(40),
  )
}, 60_000)
