import { decodeText } from './keyColumn.ts'
import type { KeyCursor } from './keyCursor.ts'

/** Byte strings one after the other in one buffer that grows. */
export interface ByteList {
  /** Returns its place. */
  readonly add: (bytes: Uint8Array) => number
  readonly count: () => number
  readonly textAt: (place: number) => string
  /** Finds them by place. */
  readonly cursor: KeyCursor
}

export function createByteList(): ByteList {
  let buffer = new Uint8Array(1024)
  let ends = new Uint32Array(64)
  let count = 0

  const startOf = (place: number) => (place === 0 ? 0 : (ends[place - 1] as number))

  const cursor = {
    bytes: buffer as Uint8Array,
    from: 0,
    to: 0,
    seek(place: number) {
      cursor.bytes = buffer
      cursor.from = startOf(place)
      cursor.to = ends[place] as number
    },
  }
  return {
    add(bytes) {
      const start = startOf(count)
      const end = start + bytes.length
      if (end > buffer.length) buffer = grown(buffer, new Uint8Array(2 * end))
      if (count === ends.length) ends = grown(ends, new Uint32Array(2 * count))
      buffer.set(bytes, start)
      ends[count] = end
      return count++
    },
    count: () => count,
    textAt: (place) => decodeText(buffer.subarray(startOf(place), ends[place])),
    cursor,
  }
}

function grown<T extends Uint8Array | Uint32Array>(from: T, into: T): T {
  into.set(from)
  return into
}
