// Bytes of JSON by name, and the small tests on bytes that several files share.

export const LF: u8 = 10
export const CR: u8 = 13
export const RECORD_SEPARATOR_BYTE: u8 = 0x1e
export const QUOTE: u8 = 34
export const BACKSLASH: u8 = 92
export const COMMA: u8 = 44
export const COLON: u8 = 58
export const OPEN_BRACE: u8 = 123
export const CLOSE_BRACE: u8 = 125
export const OPEN_BRACKET: u8 = 91
export const CLOSE_BRACKET: u8 = 93
export const MINUS: u8 = 45
export const ZERO: u8 = 48

// @ts-ignore: decorator
@inline
export function isDigit(c: u8): bool {
  return <u8>(c - ZERO) <= 9
}

// @ts-ignore: decorator
@inline
export function isHexDigit(c: u8): bool {
  return isDigit(c) || <u8>((c | 32) - 97) <= 5
}

/** ASCII letters, digits, `_`, `$`. */
export function isWordByte(c: u8): bool {
  return isDigit(c) || <u8>((c | 32) - 97) <= 25 || c == 95 || c == 36
}

/** The first byte at or after `p` that is not whitespace of JSON; LF stops it, as it ends lines. */
// @ts-ignore: decorator
@inline
export function skipSpace(p: usize): usize {
  let c = load<u8>(p)
  while (c <= 32 && (c == 32 || c == 9 || c == CR)) c = load<u8>(++p)
  return p
}

/** The LF at or after `p`; the caller guarantees that there is one. */
export function findLineFeed(p: usize): usize {
  const lf = i8x16.splat(LF)
  while (true) {
    const found = i8x16.bitmask(i8x16.eq(v128.load(p), lf))
    if (found) return p + <usize>ctz(found)
    p += 16
  }
}

/** Whether [from, to) holds a byte of 0x80 or above. */
export function hasNonAscii(from: usize, to: usize): bool {
  while (from + 16 <= to) {
    if (i8x16.bitmask(v128.load(from))) return true
    from += 16
  }
  while (from < to) {
    if (load<u8>(from) >= 0x80) return true
    from++
  }
  return false
}
