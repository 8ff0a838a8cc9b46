// Places in a line's bytes and in its decoded text. Broken UTF-8 counts as TextDecoder counts it:
// one U+FFFD for each longest prefix of a sequence that cannot go on (WHATWG Encoding, 8.1.1).
import type { TextOffset } from '../base/units.ts'

/** Bytes from the start of a line. */
type LineByteOffset = number

/**
 * The UTF-16 offset of the character that the byte belongs to. `bytes` is the line from its start; a
 * leading byte order mark counts as a character, as with `ignoreBOM: true`. At or beyond the end of
 * the bytes: the length of the text.
 */
export function byteToTextOffset(bytes: Uint8Array, byteOffset: LineByteOffset): TextOffset {
  let units = 0
  let at = 0
  const limit = Math.min(byteOffset, bytes.length)
  while (at < limit) {
    const first = bytes[at] as number
    if (first < 0x80) {
      at++
      units++
      continue
    }
    const length = sequenceLength(bytes, at)
    if (at + length > byteOffset) break
    at += length
    units += length === 4 ? 2 : 1
  }
  return units
}

/**
 * Bytes that decode together, beginning with the non-ASCII byte at `at`: a whole sequence, or what
 * one U+FFFD stands for. Only whole sequences are 4 long.
 */
function sequenceLength(bytes: Uint8Array, at: number): number {
  const first = bytes[at] as number
  if (first < 0xc2 || first > 0xf4) return 1
  const due = first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4
  // The first continuation byte is narrower where the sequence would be overlong, a surrogate, or
  // beyond U+10FFFF (Unicode, table 3-7).
  const low = first === 0xe0 ? 0xa0 : first === 0xf0 ? 0x90 : 0x80
  const high = first === 0xed ? 0x9f : first === 0xf4 ? 0x8f : 0xbf
  for (let i = 1; i < due; i++) {
    const next = bytes[at + i]
    if (next === undefined) return i
    if (i === 1 ? next < low || next > high : (next & 0xc0) !== 0x80) return i
  }
  return due
}
