import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type ArraysToSave, packEntry, unpackEntry } from './entryFile.ts'
import { runs } from '../../tooling/runs.ts'

function bytesOf(meta: unknown, arrays: ArraysToSave): Uint8Array<ArrayBuffer> {
  const packed = packEntry(meta, arrays)
  const bytes = new Uint8Array(packed.size)
  let at = 0
  for (const piece of packed.pieces()) {
    bytes.set(piece, at)
    at += piece.length
  }
  expect(at).toBe(packed.size)
  return bytes
}

const arrays = fc.record({
  words: fc.array(fc.uint16Array({ maxLength: 20 }), { maxLength: 3 }),
  numbers: fc.uint32Array({ maxLength: 9 }),
  offsets: fc.float64Array({ noNaN: true, maxLength: 9 }),
}) as fc.Arbitrary<{
  words: Uint16Array<ArrayBuffer>[]
  numbers: Uint32Array<ArrayBuffer>
  offsets: Float64Array<ArrayBuffer>
}>

const meta = fc.record({ text: fc.string({ unit: 'binary' }), list: fc.array(fc.integer()) })

test('what was packed comes out again, pieces of an array as one', () => {
  fc.assert(
    fc.property(meta, arrays, (about, { words, numbers, offsets }) => {
      const entry = unpackEntry(bytesOf(about, { words, numbers, offsets }))
      expect(entry?.meta).toEqual(about)
      expect([...(entry?.arrays['words'] ?? [])]).toEqual(words.flatMap((part) => [...part]))
      expect(entry?.arrays['numbers']).toEqual(numbers)
      expect(entry?.arrays['offsets']).toEqual(offsets)
    }),
  )
})

test('an entry of several megabytes is packed in pieces and comes out again', () => {
  const large = Float64Array.from({ length: 400_000 }, (_, i) => i / 3)
  const bytes = bytesOf({}, { large, after: new Uint16Array([7]) })
  const entry = unpackEntry(bytes)
  expect(entry?.arrays['large']).toEqual(large)
  expect([...(entry?.arrays['after'] ?? [])]).toEqual([7])
})

test('any changed byte is noticed', () => {
  fc.assert(
    fc.property(meta, arrays, fc.nat(), fc.integer({ min: 1, max: 255 }), (about, data, at, by) => {
      const bytes = bytesOf(about, data)
      const place = at % bytes.length
      bytes[place] = (bytes[place] as number) ^ by
      expect(unpackEntry(bytes)).toBeUndefined()
    }),
    runs(500),
  )
})

test('missing and additional bytes are noticed', () => {
  fc.assert(
    fc.property(meta, arrays, fc.nat(), (about, data, cut) => {
      const bytes = bytesOf(about, data)
      expect(unpackEntry(bytes.slice(0, cut % bytes.length))).toBeUndefined()
      const longer = new Uint8Array(bytes.length + (cut % 40) + 1)
      longer.set(bytes)
      expect(unpackEntry(longer)).toBeUndefined()
    }),
  )
})

test('what is not an entry at all is refused', () => {
  for (const length of [0, 1, 8, 40, 56, 4096]) {
    expect(unpackEntry(new Uint8Array(length))).toBeUndefined()
    expect(unpackEntry(crypto.getRandomValues(new Uint8Array(length)))).toBeUndefined()
  }
})
