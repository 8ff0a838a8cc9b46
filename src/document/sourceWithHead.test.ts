import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type ByteSource, memorySource } from './byteSource.ts'
import { sourceWithHead } from './sourceWithHead.ts'

test('reads like the source it is made of, and asks that for nothing of the head', async () => {
  const cases = fc
    .uint8Array({ minLength: 1, maxLength: 40 })
    .chain((bytes) =>
      fc.tuple(
        fc.constant(bytes),
        fc.nat(bytes.length),
        fc.tuple(fc.nat(bytes.length), fc.nat(bytes.length)),
      ),
    )
  await fc.assert(
    fc.asyncProperty(cases, async ([bytes, headLength, ends]) => {
      let reads = 0
      const plain = memorySource(bytes)
      const counted: ByteSource = {
        ...plain,
        read: (from, to) => {
          reads += 1
          return plain.read(from, to)
        },
      }
      const source = sourceWithHead(counted, bytes.slice(0, headLength))
      const [from, to] = [Math.min(...ends), Math.max(...ends)]
      expect(await source.read(from, to)).toEqual(bytes.slice(from, to))
      expect(reads).toBe(to <= headLength ? 0 : 1)
    }),
  )
})

test('what lies outside of the source is refused by the source', () => {
  const source = sourceWithHead(memorySource(new Uint8Array(4)), new Uint8Array(4))
  expect(() => source.read(0, 5)).toThrow('read of [0, 5) of 4 bytes')
  expect(() => source.read(3, 2)).toThrow('read of [3, 2) of 4 bytes')
  expect(source.size).toBe(4)
})
