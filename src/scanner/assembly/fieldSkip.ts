// Passing values of a line that is JSON already, as fast as may be. Nothing is checked, and yet nothing runs on
// beyond the line: its LF stops everything, and 0 says so.

import { CLOSE_BRACE, CLOSE_BRACKET, COLON, COMMA, LF, OPEN_BRACE, OPEN_BRACKET, QUOTE, skipSpace } from './bytes'
import { betweenQuotes, closesAt, equalTo, escapedBy, escapesNext, opensAt } from './blocks'

const BLOCK: usize = 64

/** Whether the string passed last has a backslash. */
export let hasEscape: bool = false

/** `p` behind a string's first quote; the address behind its last one. */
// @ts-ignore: decorator
@inline
export function passString(p: usize): usize {
  hasEscape = false
  while (true) {
    const v = v128.load(p)
    const stops = i8x16.bitmask(
      v128.or(
        v128.or(i8x16.eq(v, i8x16.splat(34)), i8x16.eq(v, i8x16.splat(92))),
        i8x16.eq(v, i8x16.splat(10)),
      ),
    )
    if (!stops) {
      p += 16
      continue
    }
    p += <usize>ctz(stops)
    const c = load<u8>(p)
    if (c == QUOTE) return p + 1
    if (c == LF || load<u8>(p, 1) == LF) return 0
    hasEscape = true
    p += 2
  }
}

/** `p` at an opening bracket, or with `open` behind it and so many others; behind the one that closes them. */
export function passContainer(p: usize, open: i32): usize {
  let depth = open
  let inString: u64 = 0
  let escaped: u64 = 0
  while (true) {
    const quotes = equalTo(p, QUOTE) & ~escapedBy(equalTo(p, 92), escaped)
    const strings = betweenQuotes(quotes) ^ inString
    let opens = opensAt(p) & ~strings
    let closes = closesAt(p) & ~strings
    const ends = equalTo(p, LF)
    if (ends) {
      // The bits before the first end.
      const before = (ends & (0 - ends)) - 1
      opens &= before
      closes &= before
    }
    const closed = <i32>popcnt(closes)
    if (closed >= depth) {
      let n = depth
      let rest = closes
      while (rest) {
        const bit = rest & (0 - rest)
        n--
        if (n + <i32>popcnt(opens & (bit - 1)) == 0) return p + <usize>ctz(rest) + 1
        rest ^= bit
      }
    }
    if (ends) return 0
    depth += <i32>popcnt(opens) - closed
    inString = <u64>(<i64>strings >> 63)
    escaped = escapesNext
    p += BLOCK
  }
}

/** `p` at a number or a literal; at the first byte behind it. */
// @ts-ignore: decorator
@inline
export function passWord(p: usize): usize {
  while (true) {
    const v = v128.load(p)
    const stops = i8x16.bitmask(
      v128.or(
        v128.or(i8x16.le_u(v, i8x16.splat(32)), i8x16.eq(v, i8x16.splat(44))),
        // `]` and `}` differ in one bit.
        i8x16.eq(v128.or(v, i8x16.splat(32)), i8x16.splat(125)),
      ),
    )
    if (stops) return p + <usize>ctz(stops)
    p += 16
  }
}

/** `p` at a value's first byte; behind the value. */
export function passAny(p: usize): usize {
  const c = load<u8>(p)
  if (c == QUOTE) return passString(p + 1)
  if ((c | 32) == OPEN_BRACE) return passContainer(p, 0)
  const to = passWord(p)
  return to == p ? 0 : to
}

/** `p` at a key's first quote; the address of its value. */
export function passKey(p: usize): usize {
  if (load<u8>(p) != QUOTE) return 0
  p = passString(p + 1)
  if (!p) return 0
  p = skipSpace(p)
  return load<u8>(p) == COLON ? skipSpace(p + 1) : 0
}

/** Members of the object or elements of the array at `p`; -1 where the line ends before. */
export function countIn(p: usize): i32 {
  const isObject = load<u8>(p) == OPEN_BRACE
  const close = isObject ? CLOSE_BRACE : CLOSE_BRACKET
  p = skipSpace(p + 1)
  if (load<u8>(p) == close) return 0
  let n = 1
  while (true) {
    if (isObject) {
      p = passKey(p)
      if (!p) return -1
    }
    p = passAny(p)
    if (!p) return -1
    p = skipSpace(p)
    if (load<u8>(p) == close) return n
    if (load<u8>(p) != COMMA) return -1
    p = skipSpace(p + 1)
    n++
  }
}
