// Whether the text of a string is a JSON text itself, as the arguments of calls are. Of the text as it reads without
// its escapes; base/innerJson.ts tells the same.

import {
  BACKSLASH, CLOSE_BRACE, CLOSE_BRACKET, COLON, COMMA, MINUS, OPEN_BRACE, OPEN_BRACKET, QUOTE, ZERO,
} from './bytes'
import { charAt, isSpace, sizeAt } from './marks'

const WELL_FORMED: u32 = 0
const MALFORMED: u32 = 1
/** More objects and arrays inside each other than are followed: whoever knows this alone has to look. */
const DEEP: u32 = 2

const MAX_INNER_DEPTH: i32 = 256
/** A bit by level, in 32 bytes: whether it is an object. */
const INNER_LEVELS: usize = memory.data(32)

/** Of a text without anything but white space: WELL_FORMED. */
export function innerJson(from: usize, to: usize): u32 {
  let p = afterSpace(from, to)
  if (p >= to) return WELL_FORMED
  let depth: i32 = 0
  while (true) {
    if (p >= to) return MALFORMED
    const c = charAt(p)
    if (c == OPEN_BRACE || c == OPEN_BRACKET) {
      const isObject = c == OPEN_BRACE
      if (depth == MAX_INNER_DEPTH) return DEEP
      setLevel(depth++, isObject)
      p = afterSpace(p + sizeAt(p), to)
      if (p < to && charAt(p) == (isObject ? CLOSE_BRACE : CLOSE_BRACKET)) {
        depth--
        p += sizeAt(p)
      } else {
        if (isObject) {
          p = afterKey(p, to)
          if (!p) return MALFORMED
        }
        continue
      }
    } else {
      p = afterScalar(p, to, c)
      if (!p) return MALFORMED
    }
    // A value is complete: close what ends here, until a comma asks for the next one.
    while (true) {
      p = afterSpace(p, to)
      if (!depth) return p >= to ? WELL_FORMED : MALFORMED
      if (p >= to) return MALFORMED
      const next = charAt(p)
      const isObject = isObjectAt(depth - 1)
      p += sizeAt(p)
      if (next == COMMA) {
        p = afterSpace(p, to)
        if (isObject) {
          p = afterKey(p, to)
          if (!p) return MALFORMED
        }
        break
      }
      if (next != (isObject ? CLOSE_BRACE : CLOSE_BRACKET)) return MALFORMED
      depth--
    }
  }
}

function setLevel(level: i32, isObject: bool): void {
  const at = INNER_LEVELS + (<usize>level >> 3)
  const bit = <u32>1 << <u32>(level & 7)
  const byte = <u32>load<u8>(at)
  store<u8>(at, isObject ? byte | bit : byte & ~bit)
}

function isObjectAt(level: i32): bool {
  return ((<u32>load<u8>(INNER_LEVELS + (<usize>level >> 3)) >>> <u32>(level & 7)) & 1) != 0
}

function afterSpace(p: usize, to: usize): usize {
  while (p < to) {
    const c = load<u8>(p)
    if (c == 32) p++
    else if (c == BACKSLASH && isSpace(charAt(p))) p += sizeAt(p)
    else return p
  }
  return p
}

/** After the key at p, its colon and the white space around it; 0 where there is none. */
function afterKey(p: usize, to: usize): usize {
  if (p >= to || charAt(p) != QUOTE) return 0
  p = afterString(p, to)
  if (!p) return 0
  p = afterSpace(p, to)
  if (p >= to || charAt(p) != COLON) return 0
  return afterSpace(p + sizeAt(p), to)
}

/** 0 where no string, number or literal stands; `c` is the character at p. */
function afterScalar(p: usize, to: usize, c: u32): usize {
  if (c == QUOTE) return afterString(p, to)
  if (c == 116) return afterWord(p, to, 0x65757274)
  if (c == 102) return afterWord(p, to, 0x65736c6166)
  if (c == 110) return afterWord(p, to, 0x6c6c756e)
  return afterNumber(p, to)
}

/** `word`: as it lies in memory. */
function afterWord(p: usize, to: usize, word: u64): usize {
  while (word) {
    if (p >= to || charAt(p) != <u32>(word & 0xff)) return 0
    word >>= 8
    p += sizeAt(p)
  }
  return p
}

/** What is no escape of the outer text is no quote, backslash or control character. Bytes up to 15 after `to` are read. */
function afterString(p: usize, to: usize): usize {
  p += sizeAt(p)
  while (p < to) {
    const escapes = i8x16.bitmask(i8x16.eq(v128.load(p), i8x16.splat(<i8>BACKSLASH)))
    if (!escapes) {
      p += 16
      continue
    }
    p += <usize>ctz(escapes)
    if (p >= to) return 0
    if (load<u8>(p, 1) == QUOTE) return p + 2
    const c = charAt(p)
    p += sizeAt(p)
    if (c == QUOTE) return p
    if (c < 32) return 0
    if (c != BACKSLASH) continue
    if (p >= to) return 0
    const escaped = charAt(p)
    p += sizeAt(p)
    if (escaped == 117) {
      for (let i = 0; i < 4; i++) {
        if (p >= to || !isHex(charAt(p))) return 0
        p += sizeAt(p)
      }
    } else if (!isEscaped(escaped)) return 0
  }
  return 0
}

function isHex(c: u32): bool {
  return c - 48 < 10 || (c | 32) - 97 < 6
}

/** One of the characters that stand after a backslash, but for u. */
function isEscaped(c: u32): bool {
  return c == QUOTE || c == BACKSLASH || c == 47 || c == 98 || c == 102 || c == 110 || c == 114 || c == 116
}

function afterNumber(p: usize, to: usize): usize {
  if (charAt(p) == MINUS) p += sizeAt(p)
  if (p < to && charAt(p) == ZERO) p += sizeAt(p)
  else {
    p = afterDigits(p, to)
    if (!p) return 0
  }
  if (p < to && charAt(p) == 46) {
    p = afterDigits(p + sizeAt(p), to)
    if (!p) return 0
  }
  if (p < to && (charAt(p) | 32) == 101) {
    p += sizeAt(p)
    if (p < to) {
      const sign = charAt(p)
      if (sign == 43 || sign == MINUS) p += sizeAt(p)
    }
    p = afterDigits(p, to)
  }
  return p
}

/** 0 where there is no digit. */
function afterDigits(p: usize, to: usize): usize {
  if (p >= to || charAt(p) - 48 >= 10) return 0
  while (p < to && charAt(p) - 48 < 10) p += sizeAt(p)
  return p
}
