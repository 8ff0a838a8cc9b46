import { expect, test } from 'vitest'
import { Xxh64 } from './xxh64.ts'

/** [bytes, the lower half of their hash], as zstd 1.5 writes it behind a frame. */
const KNOWN = [
  [0, 0x51d8e999],
  [1, 0xdb052768],
  [3, 0x5a6209ab],
  [4, 0x0a55ac41],
  [7, 0x6f3da63e],
  [8, 0x65b924eb],
  [15, 0xe360882f],
  [31, 0xb1e722b7],
  [32, 0x31a8c629],
  [33, 0x3eb5e5ee],
  [63, 0x43bf599c],
  [64, 0x84445761],
  [100, 0x9fb88707],
  [1000, 0x6997c144],
  [100_003, 0x79deb079],
] as const

test.each(KNOWN)('%i bytes, however they come', (size, expected) => {
  const bytes = Uint8Array.from({ length: size }, (_, i) => (i * 7 + (i >> 5)) % 251)
  for (const piece of [Math.max(1, size), 1, 5, 32, 33]) {
    const hash = new Xxh64()
    for (let at = 0; at < size; at += piece) hash.update(bytes.subarray(at, at + piece))
    expect(hash.low32(), `pieces of ${piece}`).toBe(expected)
  }
})
