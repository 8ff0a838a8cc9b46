// Strings of a line and the texts that they are compared with, which are UTF-8 without escapes.

import { BACKSLASH } from './bytes'
import { hexAt } from './plan'

/** What the comparison of two texts came to: whether one ends where the other goes on. */
export const DIFFERS: i32 = 0
export const SAME: i32 = 1
export const GOES_ON: i32 = 2

/** Whether `length` bytes at `a` and `b` are the same. */
export function isSameText(a: usize, b: usize, length: usize): bool {
  let i: usize = 0
  while (i + 8 <= length) {
    if (load<u64>(a + i) != load<u64>(b + i)) return false
    i += 8
  }
  while (i < length) {
    if (load<u8>(a + i) != load<u8>(b + i)) return false
    i++
  }
  return true
}

/** Negative, 0, positive as the bytes [a, aTo) come before [b, bTo), which is the order of code points. */
export function orderOfTexts(a: usize, aTo: usize, b: usize, bTo: usize): i32 {
  while (a < aTo && b < bTo) {
    const difference = <i32>load<u8>(a++) - <i32>load<u8>(b++)
    if (difference) return difference
  }
  return a < aTo ? 1 : b < bTo ? -1 : 0
}

/** The code point of the escape that was read last. */
let codePoint: u32 = 0

function readEscape(p: usize): usize {
  const c = load<u8>(p, 1)
  if (c != 117) {
    codePoint = <u32>c
    if (c == 98) codePoint = 8
    else if (c == 102) codePoint = 12
    else if (c == 110) codePoint = 10
    else if (c == 114) codePoint = 13
    else if (c == 116) codePoint = 9
    return p + 2
  }
  const first = <u32>hexAt(p + 2)
  codePoint = first
  if ((first & 0xf800) != 0xd800) return p + 6
  if ((first & 0xfc00) == 0xd800 && load<u8>(p, 6) == BACKSLASH && load<u8>(p, 7) == 117) {
    const second = <u32>hexAt(p + 8)
    if ((second & 0xfc00) == 0xdc00) {
      codePoint = 0x10000 + ((first & 0x3ff) << 10) + (second & 0x3ff)
      return p + 12
    }
  }
  return p + 6
}

/** Writes the UTF-8 of `codePoint` as a number of little-endian bytes; its length is `written`. */
let written: usize = 0

function encoded(): u32 {
  const c = codePoint
  if (c < 0x80) {
    written = 1
    return c
  }
  if (c < 0x800) {
    written = 2
    return (0xc0 | (c >> 6)) | ((0x80 | (c & 0x3f)) << 8)
  }
  if (c < 0x10000) {
    written = 3
    return (0xe0 | (c >> 12)) | ((0x80 | ((c >> 6) & 0x3f)) << 8) | ((0x80 | (c & 0x3f)) << 16)
  }
  written = 4
  return (
    (0xf0 | (c >> 18)) | ((0x80 | ((c >> 12) & 0x3f)) << 8) | ((0x80 | ((c >> 6) & 0x3f)) << 16) |
    ((0x80 | (c & 0x3f)) << 24)
  )
}

/** The string's text [from, to), however it is spelled, beside `length` bytes of text. GOES_ON: beyond them. */
export function compareSpelled(from: usize, to: usize, text: usize, length: usize): i32 {
  const end = text + length
  while (from < to) {
    if (text == end) return GOES_ON
    if (load<u8>(from) != BACKSLASH) {
      if (load<u8>(from++) != load<u8>(text++)) return DIFFERS
      continue
    }
    // Half a surrogate pair becomes three bytes that no UTF-8 holds: only keys of plans have them.
    from = readEscape(from)
    let bytes = encoded()
    for (let i: usize = 0; i < written; i++) {
      if (text == end || load<u8>(text++) != <u8>bytes) return DIFFERS
      bytes >>= 8
    }
  }
  return text == end ? SAME : DIFFERS
}

/** Code points of the string's text [from, to), which has escapes or not. */
export function countCodePoints(from: usize, to: usize): u32 {
  let n: u32 = 0
  while (from < to) {
    if (from + 16 <= to) {
      const v = v128.load(from)
      if (!v128.any_true(i8x16.eq(v, i8x16.splat(92)))) {
        // All bytes but those that continue a character: 0x80 to 0xbf, the lowest as signed numbers.
        n += popcnt(i8x16.bitmask(i8x16.ge_s(v, i8x16.splat(-64))))
        from += 16
        continue
      }
    }
    const c = load<u8>(from)
    if (c == BACKSLASH) {
      from = readEscape(from)
      n++
    } else {
      if ((c & 0xc0) != 0x80) n++
      from++
    }
  }
  return n
}

/** Where `length` bytes of text, one or more, stand in [from, to) first; 0 where they do not. */
export function findText(from: usize, to: usize, text: usize, length: usize): usize {
  if (to - from < length) return 0
  const end = to - length + 1
  const first = i8x16.splat(load<u8>(text))
  const last = i8x16.splat(load<u8>(text + length - 1))
  for (let p = from; p < end; p += 16) {
    let found = i8x16.bitmask(
      v128.and(i8x16.eq(v128.load(p), first), i8x16.eq(v128.load(p + length - 1), last)),
    )
    while (found) {
      const at = p + <usize>ctz(found)
      if (at >= end) return 0
      if (isSameText(at, text, length)) return at
      found &= found - 1
    }
  }
  return 0
}

/** Whether an escape of [from, to) can stand for any character: `\u`. */
export function hasUnicodeEscape(from: usize, to: usize): bool {
  while (from < to) {
    if (load<u8>(from) != BACKSLASH) from++
    else if (load<u8>(from, 1) == 117) return true
    else from += 2
  }
  return false
}

/** Of the escape that `encodeEscape` read: the bytes that it stands for, and where it ends. */
export let escapeLength: usize = 0
export let escapeEnd: usize = 0

/** What the escape at `p` stands for as UTF-8, little-endian; half a surrogate pair as the three bytes of its number. */
export function encodeEscape(p: usize): u32 {
  escapeEnd = readEscape(p)
  const bytes = encoded()
  escapeLength = written
  return bytes
}
