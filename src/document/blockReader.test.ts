// How many reads it takes to have blocks, and that they are the right ones.
import { failureOf } from '../base/failures.ts'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { verbatim } from '../i18n/message.ts'
import { BlockReader } from './blockReader.ts'
import { blobSource, type ByteSource, memorySource, ReadFailure } from './byteSource.ts'
import { LineOffsets } from './lineIndex.ts'
import { runs } from '../tooling/runs.ts'

/** So long that each line has a block of its own; all differ. */
const LINES = 160
const LINE_BYTES = 70_000
const file = new Uint8Array(LINES * LINE_BYTES).map((_, i) =>
  i % LINE_BYTES === LINE_BYTES - 1 ? 10 : 65 + (Math.floor(i / LINE_BYTES) % 26),
)

function openReader(source: ByteSource = memorySource(file)) {
  const reads: (readonly [number, number])[] = []
  const index = new LineOffsets()
  index.append({
    count: LINES,
    ends: Array.from({ length: LINES }, (_, i) => (i + 1) * LINE_BYTES),
    baseOffset: 0,
    flags: new Uint8Array(LINES),
  })
  const counted: ByteSource = {
    size: source.size,
    read(from, to) {
      reads.push([from, to])
      return source.read(from, to)
    },
  }
  return { reader: new BlockReader(counted, index), reads, index }
}

test('blocks are those of the index, in whatever reads', async () => {
  await fc.assert(
    fc.asyncProperty(fc.uniqueArray(fc.nat(158), { maxLength: 40 }), async (arbitrary) => {
      const { reader, index, reads } = openReader()
      for (const blocks of [arbitrary, arbitrary.map((block) => block + 1)]) {
        const wanted = blocks.filter((block) => block < index.blockCount).sort((a, b) => a - b)
        const loaded = await reader.load(wanted)
        expect([...loaded.keys()].sort((a, b) => a - b)).toEqual(wanted)
        for (const [block, { firstLine, offset, bytes, starts }] of loaded) {
          expect([firstLine, offset]).toEqual([index.firstLine(block), index.offset(block)])
          expect(Buffer.compare(bytes, file.subarray(offset, index.offset(block + 1)))).toBe(0)
          expect(starts.at(-1)).toBe(bytes.length)
        }
      }
      for (const [from, to] of reads) expect(to - from).toBeLessThanOrEqual(4 * 1024 * 1024)
    }),
    runs(60),
  )
})

test.each([
  ['slices', memorySource(file)],
  ['a stream', blobSource(new Blob([file]))],
])('blocks that are read front to back are those of the index, by %s', async (_, source) => {
  const { index } = openReader()
  const reader = new BlockReader(source, index)
  await fc.assert(
    fc.asyncProperty(fc.uniqueArray(fc.nat(159), { maxLength: 40 }), async (arbitrary) => {
      const wanted = arbitrary.sort((a, b) => a - b)
      const seen: number[] = []
      for await (const [block, { firstLine, offset, bytes, starts }] of reader.stream(wanted)) {
        seen.push(block)
        expect([firstLine, offset]).toEqual([index.firstLine(block), index.offset(block)])
        expect(Buffer.compare(bytes, file.subarray(offset, index.offset(block + 1)))).toBe(0)
        expect(starts.at(-1)).toBe(bytes.length)
      }
      expect(seen).toEqual(wanted)
    }),
    runs(40),
  )
})

test('blocks that are near are read together, and those that are far are not', async () => {
  const { reader, reads, index } = openReader()
  const near = [0, 3, 9, 20]
  await reader.load(near)
  expect(reads).toEqual([[0, index.offset(21)]])
  await reader.load([...near, 22, 80])
  expect(reads.slice(1)).toEqual([
    [index.offset(22), index.offset(23)],
    [index.offset(80), index.offset(81)],
  ])
})

test('what lies between wanted blocks is not kept', async () => {
  const { reader } = openReader()
  const loaded = await reader.load([0, 10])
  for (const { bytes } of loaded.values()) expect(bytes.buffer.byteLength).toBe(bytes.length)
})

test('a read that fails is told', async () => {
  const failure = new ReadFailure(failureOf('file-gone', verbatim('gone')))
  const source = memorySource(file)
  const { reader } = openReader({
    size: source.size,
    read: (from, to) => (from === 0 ? source.read(from, to) : Promise.reject(failure)),
  })
  await expect(reader.load([0, 60, 120, 180])).rejects.toBe(failure)
})
