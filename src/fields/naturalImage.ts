// The order of strings that people expect, "item 2" before "item 10", as an order of bytes: a string has an image
// among byte strings, and images compare byte by byte, the shorter of two that begin alike first.
//
// A run of the digits 0 to 9 becomes how many digits it has without leading zeros, and those digits. How many is
// told by '0' to '8', or '9' and further bytes: so against other characters a number stands where digits do.
// Everything else is its UTF-8, but for U+0000 and U+0001, which become two bytes: a zero ends the text, and behind
// it stand the leading zeros of each run. Strings that differ in them alone are so ordered by their number.

const ZERO = 0x30
const NINE = 0x39
/** Digits that are told by one byte. */
const FEW_DIGITS = 9
/** Counts above are told by four further bytes. */
const MOST_IN_BYTE = 0xff

/** Beyond its limit an image needs room for so many bytes at most. */
export const IMAGE_SLACK = 16

/**
 * Writes the image of the string whose UTF-8 is bytes [from, to) to `out` at `at`, and returns where it ends. It
 * stops at `limit` or a few bytes behind it, where the image may go on: what is before `limit` is right. `out` has
 * IMAGE_SLACK bytes of room behind the limit.
 */
export function writeImage(
  bytes: Uint8Array,
  from: number,
  to: number,
  out: Uint8Array,
  at: number,
  limit: number,
): number {
  let hasZeros = false
  let p = from
  while (p < to && at < limit) {
    const byte = bytes[p] as number
    if (byte > NINE || (byte < ZERO && byte > 1)) {
      out[at++] = byte
      p++
    } else if (byte <= 1) {
      out[at++] = 1
      out[at++] = byte + 1
      p++
    } else {
      const start = p
      while (p < to && bytes[p] === ZERO) p++
      if (p > start) hasZeros = true
      const first = p
      while (p < to && isDigit(bytes[p] as number)) p++
      const count = p - first
      if (count < FEW_DIGITS) out[at++] = ZERO + count
      else {
        out[at++] = NINE
        at = writeCount(count - FEW_DIGITS, out, at)
      }
      for (let i = first; i < p && at < limit; i++) out[at++] = bytes[i] as number
    }
  }
  return hasZeros && at < limit ? writeZeros(bytes, from, to, out, at, limit) : at
}

/** How many zeros each run of digits begins with. */
function writeZeros(
  bytes: Uint8Array,
  from: number,
  to: number,
  out: Uint8Array,
  at: number,
  limit: number,
): number {
  out[at++] = 0
  let p = from
  while (p < to && at < limit) {
    if (!isDigit(bytes[p] as number)) {
      p++
      continue
    }
    const start = p
    while (p < to && bytes[p] === ZERO) p++
    at = writeCount(p - start, out, at)
    while (p < to && isDigit(bytes[p] as number)) p++
  }
  return at
}

function writeCount(count: number, out: Uint8Array, at: number): number {
  if (count < MOST_IN_BYTE) {
    out[at++] = count
    return at
  }
  out[at++] = MOST_IN_BYTE
  for (let shift = 24; shift >= 0; shift -= 8) out[at++] = (count >>> shift) & 0xff
  return at
}

function isDigit(byte: number): boolean {
  return byte >= ZERO && byte <= NINE
}
