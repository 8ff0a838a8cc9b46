// Strings, numbers and literals by RFC 8259. Each function takes the address of the token's first
// byte after what identified it, and returns the address after the token or 0 (see failure.ts).

import { BACKSLASH, MINUS, QUOTE, ZERO, isDigit, isHexDigit } from './bytes'
import { LONE_SURROGATE, noteFact } from './facts'
import { IN_ESCAPE, IN_LITERAL, IN_NUMBER, IN_STRING, fail } from './failure'
import { KEPT_DIGITS, SHORT_NUMBER, noteInteger, noteRange } from './numbers'
import { hexAt } from './plan'
import { skipNonAscii } from './utf8'

const HEX_DIGIT: u8 = 1
/** May follow a backslash: one of " \\ / b f n r t */
const SHORT_ESCAPE: u8 = 2
/** D, and 8 to F: U+D800 to U+DFFF begin with both. */
const D_BIT: u8 = 2
const HIGH_BIT: u8 = 3

/** By byte: HEX_DIGIT, SHORT_ESCAPE, D, 8 to F. A table, because text escaped to ASCII is mostly escapes. */
const CLASSES: usize = memory.data<u8>([
  0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
  0, 0, 2, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 2, 1, 1, 1, 1, 1, 1, 1, 1, 9, 9, 0, 0, 0, 0, 0, 0,
  0, 9, 9, 9, 13, 9, 9, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 2, 0, 0, 0,
  0, 9, 11, 9, 13, 9, 11, 0, 0, 0, 0, 0, 0, 0, 2, 0, 0, 0, 2, 0, 2, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
  0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
  0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
  0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
  0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
])

// @ts-ignore: decorator
@inline
function classOf(p: usize): u8 {
  return load<u8>(CLASSES + <usize>load<u8>(p))
}

/** Whether a string since the last reset held a byte of 0x80 or above. Per line. */
export let sawNonAscii: bool = false

/** Whether a string since the last reset held an escape. */
export let sawEscape: bool = false

export function resetEscape(): void {
  sawEscape = false
}

export function resetNonAscii(): void {
  sawNonAscii = false
}

/** Text outside of this file's functions held one. */
export function noteNonAscii(): void {
  sawNonAscii = true
}

/** After a string's opening quote; returns the address after the closing one. */
export function skipString(p: usize): usize {
  const from = p - 1
  while (true) {
    const v = v128.load(p)
    // Signed: bytes of 0x80 and above are negative, so one comparison finds them and controls.
    const stops = i8x16.bitmask(
      v128.or(
        v128.or(i8x16.eq(v, i8x16.splat(34)), i8x16.eq(v, i8x16.splat(92))),
        i8x16.lt_s(v, i8x16.splat(32)),
      ),
    )
    if (!stops) {
      p += 16
      continue
    }
    p += <usize>ctz(stops)
    const c = load<u8>(p)
    if (c == QUOTE) return p + 1
    if (c == BACKSLASH) p = skipEscapes(p, from)
    else if (c < 32) return fail(p, IN_STRING, from)
    else {
      sawNonAscii = true
      p = skipNonAscii(p)
    }
    if (!p) return 0
  }
}

function failHex(p: usize, from: usize): usize {
  while (isHexDigit(load<u8>(p))) p++
  return fail(p, IN_ESCAPE, from)
}

/** `p` at a backslash; passes it and the escapes that follow without a gap. */
function skipEscapes(p: usize, from: usize): usize {
  sawEscape = true
  do {
    const c = load<u8>(p, 1)
    if (c == 117) {
      const first = classOf(p + 2)
      const second = classOf(p + 3)
      if (!(first & second & classOf(p + 4) & classOf(p + 5) & HEX_DIGIT)) return failHex(p + 2, from)
      if ((first >> D_BIT) & (second >> HIGH_BIT) & 1) p = skipSurrogate(p)
      else p += 6
    } else if (load<u8>(CLASSES + <usize>c) & SHORT_ESCAPE) {
      p += 2
    } else {
      return fail(p + 1, IN_ESCAPE, from)
    }
  } while (load<u8>(p) == BACKSLASH)
  return p
}

/** Passes the escape of half a surrogate pair at `p`, and the other half when it follows. */
function skipSurrogate(p: usize): usize {
  const isFirst = (hexAt(p + 2) & 0xfc00) == 0xd800
  if (isFirst && load<u16>(p, 6) == 0x755c && (load<u8>(p, 8) | 32) == 100) {
    const isHex = classOf(p + 9) & classOf(p + 10) & classOf(p + 11) & HEX_DIGIT
    if (isHex && (hexAt(p + 8) & 0xfc00) == 0xdc00) return p + 12
  }
  noteFact(LONE_SURROGATE)
  return p + 6
}

function skipDigits(p: usize): usize {
  while (true) {
    const others = i8x16.bitmask(
      i8x16.gt_u(i8x16.sub(v128.load(p), i8x16.splat(48)), i8x16.splat(9)),
    )
    if (others) return p + <usize>ctz(others)
    p += 16
  }
}

/** What `skipNumbers` has passed, and whether it ended after a number and not before an element. */
export let numbersPassed: u32 = 0
export let isAfterNumber: bool = false

/**
 * In an array, `p` at an element: passes numbers of the form -?D.D+ and the commas between them, as
 * vectors have them by the thousand, with few branches. Whatever else stands there is left alone.
 */
export function skipNumbers(p: usize): usize {
  let n: u32 = 0
  isAfterNumber = false
  while (true) {
    let q = p + <usize>(load<u8>(p) == MINUS)
    const v = v128.load(q)
    const others = i8x16.bitmask(i8x16.gt_u(i8x16.sub(v, i8x16.splat(48)), i8x16.splat(9)))
    if ((others & 7) != 2 || load<u8>(q, 1) != 46) break
    if (others >> 2) q += 2 + <usize>ctz(others >> 2)
    else {
      q = skipDigits(q + 16)
      // May be next to nothing.
      if (q - p > SHORT_NUMBER) break
    }
    const c = load<u8>(q)
    if (c == 44) {
      n++
      p = q + 1
      if (load<u8>(p) == 32) p++
    } else {
      if ((c | 32) == 101) break
      n++
      isAfterNumber = true
      p = q
      break
    }
  }
  numbersPassed = n
  return p
}

/** `p` at the first byte of a number: minus or digit, or anything when it is none. */
export function skipNumber(p: usize): usize {
  const from = p
  let c = load<u8>(p)
  if (c == MINUS) c = load<u8>(++p)
  const digits = p
  if (!isDigit(c)) return fail(p, IN_NUMBER, from)
  if (c == ZERO) p++
  else {
    do p++
    while (isDigit(load<u8>(p)))
  }
  c = load<u8>(p)
  if (c == 46) {
    if (!isDigit(load<u8>(++p))) return fail(p, IN_NUMBER, from)
    p = skipDigits(p)
    c = load<u8>(p)
  } else if (p - digits > KEPT_DIGITS && (c | 32) != 101) {
    noteInteger(digits, p)
    return p
  }
  if ((c | 32) == 101) {
    c = load<u8>(++p)
    if (c == 43 || c == MINUS) c = load<u8>(++p)
    if (!isDigit(c)) return fail(p, IN_NUMBER, from)
    const exponent = p
    p = skipDigits(p)
    if (p - exponent > 2) noteRange(from, p)
  }
  if (p - from > SHORT_NUMBER) noteRange(from, p)
  return p
}

/** `p` at `t`, `f` or `n`. */
export function skipLiteral(p: usize): usize {
  const c = load<u8>(p)
  if (c == 116) {
    if (load<u32>(p) == 0x65757274) return p + 4
    return failLiteral(p, 0x65757274)
  }
  if (c == 110) {
    if (load<u32>(p) == 0x6c6c756e) return p + 4
    return failLiteral(p, 0x6c6c756e)
  }
  if (load<u32>(p, 1) == 0x65736c61) return p + 5
  return failLiteral(p, 0x65736c6166)
}

function failLiteral(p: usize, letters: u64): usize {
  let at = p
  while (load<u8>(at) == <u8>letters) {
    at++
    letters >>= 8
  }
  return fail(at, IN_LITERAL, p)
}
