// Lines that come as stretches of the file and bytes, as bytes.
import type { ByteSource } from './byteSource.ts'
import type { Segment } from './exportSegments.ts'
import { readAhead } from './readAhead.ts'

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
