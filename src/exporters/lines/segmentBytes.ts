// Lines that come as stretches of the file and bytes, as bytes.
import { concatBytes } from '../../base/concatBytes.ts'
import type { ByteSource } from '../../document/byteSource.ts'
import type { Segment } from '../../document/exportSegments.ts'
import { readAhead } from '../../document/readAhead.ts'

const LF = 10

/** The bytes in chunks of any size; a chunk is there until the next is asked for. */
export async function* segmentBytes(
  source: ByteSource,
  segments: AsyncIterable<Segment>,
): AsyncGenerator<Uint8Array, void, undefined> {
  for await (const segment of segments) {
    if (segment.kind === 'bytes') yield segment.bytes
    else yield* readAhead(source, segment.from, segment.to)
  }
}

/** Bytes of a line that is still decoded as a whole. */
export const LONGEST_LINE = 64 * 1024 * 1024

/**
 * The same bytes in chunks of whole lines, each with its line feed. A longer line than LONGEST_LINE is in none
 * of them; `onTooLong` is told of each.
 */
export async function* wholeLines(
  chunks: AsyncIterable<Uint8Array>,
  onTooLong: () => void,
): AsyncGenerator<Uint8Array, void, undefined> {
  let held: Uint8Array[] = []
  let heldBytes = 0
  let isSkipping = false
  for await (const chunk of chunks) {
    let from = 0
    if (isSkipping || heldBytes > 0) {
      const end = chunk.indexOf(LF) + 1
      const rest = end === 0 ? chunk : chunk.subarray(0, end)
      heldBytes += rest.length
      if (!isSkipping && heldBytes > LONGEST_LINE) {
        isSkipping = true
        held = []
        onTooLong()
      }
      if (!isSkipping) held.push(rest.slice())
      if (end === 0) continue
      if (!isSkipping) yield concatBytes(held)
      isSkipping = false
      held = []
      heldBytes = 0
      from = end
    }
    const to = chunk.lastIndexOf(LF) + 1
    if (to > from) yield chunk.subarray(from, to)
    const tail = Math.max(from, to)
    if (tail < chunk.length) {
      held = [chunk.slice(tail)]
      heldBytes = chunk.length - tail
    }
  }
}
