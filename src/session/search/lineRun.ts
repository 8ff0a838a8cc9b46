// Testing lines one after the other, as one search does it.
import type { ByteOffset, LineId } from '../../base/units.ts'
import type { ByteSource } from '../../document/byteSource.ts'

/** Throws what the job that it was started for throws when it is cancelled. */
export interface LineTest {
  /** Whether `bytes`, a line without its end, match. */
  matches(bytes: Uint8Array, line: LineId): Promise<boolean>
}

/** For lines of the file, too. */
export interface LineRun extends LineTest {
  /** `bytes`: whole lines. Hands the numbers of those that match to `onMatch`. */
  forMatchingLines(
    bytes: Uint8Array,
    firstLine: number,
    onMatch: (line: number) => void,
  ): Promise<void>
  /** Whether the line that stands in [from, to), its end included, matches. */
  matchesRange(source: ByteSource, from: ByteOffset, to: ByteOffset): Promise<boolean>
}

const LF = 10
const CR = 13

/** Of a line whose end may be there. */
export function lengthWithoutEnd(bytes: Uint8Array): number {
  let { length } = bytes
  if (length > 0 && bytes[length - 1] === LF) {
    length--
    if (length > 0 && bytes[length - 1] === CR) length--
  }
  return length
}
