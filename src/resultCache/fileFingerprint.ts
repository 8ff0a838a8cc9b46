// Whether two files are the same, without reading them whole: a hash over samples of the bytes. Size
// and time of the last change are compared beside it.
import { concatBytes } from '../base/concatBytes.ts'
import { hexText } from '../base/hexText.ts'
import { digest } from '../base/sha256.ts'
import type { ByteOffset } from '../base/units.ts'
import type { ByteSource } from '../document/byteSource.ts'

/** Bytes at the beginning and at the end: where files that grow, or have a header, differ. */
const EDGE_BYTES = 64 * 1024
/**
 * Blocks between them, evenly spread, and the bytes of each. All read at once, they take some 20 ms of
 * a file of 1 GB; twice as many take twice as long.
 */
const BLOCKS = 32
const BLOCK_BYTES = 16 * 1024

export interface SampledRange {
  readonly from: ByteOffset
  readonly to: ByteOffset
}

/** Ascending and apart; all of a file that is not larger than its samples. */
export function sampledRanges(size: number): SampledRange[] {
  const between = size - 2 * EDGE_BYTES
  if (between <= BLOCKS * BLOCK_BYTES) return [{ from: 0, to: size }]
  const blocks = Array.from({ length: BLOCKS }, (_, i) => {
    const from = EDGE_BYTES + Math.floor(((between - BLOCK_BYTES) * i) / (BLOCKS - 1))
    return { from, to: from + BLOCK_BYTES }
  })
  return [{ from: 0, to: EDGE_BYTES }, ...blocks, { from: size - EDGE_BYTES, to: size }]
}

/** 128 bits in hex. Rejects with ReadFailure. */
export async function fingerprintOf(source: ByteSource): Promise<string> {
  const samples = await Promise.all(
    sampledRanges(source.size).map(({ from, to }) => source.read(from, to)),
  )
  return hexText((await digest(concatBytes(samples))).subarray(0, 16))
}
