// Reads a source front to back, one chunk ahead of the work, so that the disk and the judge run at
// the same time. The first chunk is small: its rows are on the screen before the second arrives.
import type { ByteSource } from '../document/byteSource.ts'

/** Enough for some hundred lines; arrives within milliseconds even from a slow disk. */
const FIRST_CHUNK = 256 * 1024
/** Bytes a read; each costs a fixed 0.1–0.4 ms in Chromium. */
export const CHUNK_SIZE = 4 * 1024 * 1024

export async function* readAhead(
  source: ByteSource,
  from = 0,
  firstChunk = FIRST_CHUNK,
): AsyncGenerator<Uint8Array> {
  let at = from
  let size = firstChunk
  function next(): Promise<Uint8Array> | undefined {
    if (at >= source.size) return undefined
    const to = Math.min(at + size, source.size)
    const chunk = source.read(at, to)
    // A chunk that fails while nobody waits for it yet is reported when it is awaited.
    chunk.catch(() => {})
    at = to
    size = CHUNK_SIZE
    return chunk
  }
  let pending = next()
  while (pending) {
    const chunk = await pending
    pending = next()
    yield chunk
  }
}
