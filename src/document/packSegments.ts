// Few, large parts out of many segments: short ranges of the file are read and go, with the bytes
// between them, into buffers. A Blob of 1,000 slices costs nothing, one of 20,000 takes seconds to
// build, and 100,000 do not finish in Chromium 156; so the shortest range that stays a reference
// grows with the number of parts there are already.
import type { ByteSource } from './byteSource.ts'
import type { Segment } from './exportSegments.ts'

export interface PackOptions {
  /** Bytes of a buffer, about. */
  readonly bufferBytes?: number
  /** Shorter ranges of the file are copied; by default by the number of parts so far. */
  readonly copiedBytes?: number
  /** Called between parts; what it throws ends the work. */
  readonly check?: () => void
}

const BUFFER_BYTES = 2 * 1024 * 1024
const KIB = 1024

/** Below 4,000 parts for a gigabyte, whatever was edited. */
function copiedBytesAfter(parts: number): number {
  return parts < 1000 ? 64 * KIB : parts < 2000 ? 256 * KIB : 1024 * KIB
}

/** The same bytes in the same order. Rejects with ReadFailure. */
export async function* packSegments(
  source: ByteSource,
  segments: AsyncIterable<Segment> | Iterable<Segment>,
  options: PackOptions = {},
): AsyncGenerator<Segment, void, undefined> {
  const bufferBytes = options.bufferBytes ?? BUFFER_BYTES
  let held: Segment[] = []
  let heldBytes = 0
  let parts = 0
  const handOut = (segment: Segment): Segment => {
    parts++
    return segment
  }
  const pack = async (): Promise<Segment> => {
    const [only] = held
    const bytes =
      held.length === 1 && only?.kind === 'bytes' ? only.bytes : await copy(source, held, heldBytes)
    held = []
    heldBytes = 0
    return { kind: 'bytes', bytes }
  }
  for await (const segment of segments) {
    options.check?.()
    const length = lengthOf(segment)
    if (length === 0) continue
    const isCopied = length < (options.copiedBytes ?? copiedBytesAfter(parts))
    if (segment.kind === 'source' && !isCopied) {
      if (held.length > 0) yield handOut(await pack())
      yield handOut(segment)
      continue
    }
    if (heldBytes > 0 && heldBytes + length > bufferBytes) yield handOut(await pack())
    held.push(segment)
    heldBytes += length
  }
  if (held.length > 0) yield handOut(await pack())
}

function lengthOf(segment: Segment): number {
  return segment.kind === 'bytes' ? segment.bytes.length : segment.to - segment.from
}

/** Ranges that lie close together are read as one: at most this many bytes between them. */
const GAP_BYTES = 64 * KIB

async function copy(
  source: ByteSource,
  segments: readonly Segment[],
  length: number,
): Promise<Uint8Array<ArrayBuffer>> {
  const whole = new Uint8Array(length)
  let at = 0
  let read = { from: 0, to: 0, bytes: new Uint8Array(0) as Uint8Array }
  for (const [i, segment] of segments.entries()) {
    if (segment.kind === 'bytes') {
      whole.set(segment.bytes, at)
      at += segment.bytes.length
      continue
    }
    const { from, to } = segment
    if (from < read.from || to > read.to) {
      const readTo = endOfNeighbours(segments, i, to)
      read = { from, to: readTo, bytes: await source.read(from, readTo) }
    }
    whole.set(read.bytes.subarray(from - read.from, to - read.from), at)
    at += to - from
  }
  return whole
}

/** Where the ranges end that follow a range closely, and together are not too long to be held. */
function endOfNeighbours(segments: readonly Segment[], first: number, to: number): number {
  let end = to
  for (let i = first + 1; i < segments.length; i++) {
    const segment = segments[i] as Segment
    if (segment.kind === 'bytes') continue
    if (segment.from < end || segment.from > end + GAP_BYTES) break
    end = segment.to
  }
  return end
}
