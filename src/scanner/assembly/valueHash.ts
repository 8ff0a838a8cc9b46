// Hashes of values, the same for values that are equal however they are written: strings by their characters,
// numbers by what they are exactly, arrays by their elements in order, objects by their members in any order.

import { BACKSLASH, CLOSE_BRACE, CLOSE_BRACKET, COLON, COMMA, MINUS, OPEN_BRACE, OPEN_BRACKET, QUOTE, ZERO, isDigit, skipSpace } from './bytes'
import { hasEscape, passString, passWord } from './fieldSkip'
import { encodeEscape, escapeEnd, escapeLength } from './fieldText'
import { MAX_DEPTH } from './memory'
import { beginHash, endHash, high, low, putBytes, putFew, putWord } from './sipHash'

/** What is hashed. */
const TEXT: u64 = 1
const NUMBER: u64 = 2
const ODD_NUMBER: u64 = 3
const WORD: u64 = 4
const ELEMENT: u64 = 5
const ARRAY: u64 = 6
const MEMBER: u64 = 7
const OBJECT: u64 = 8

/** Digits of an exponent that are counted with: one that is longer is compared as it is written. */
const MOST_EXPONENT_DIGITS: usize = 17

let depth: i32 = 0

/** Hashes the value at `p` into `low` and `high`; the address behind it, or 0 where the line is broken. */
export function hashValue(p: usize): usize {
  const c = load<u8>(p)
  if (c == QUOTE) {
    const to = passString(p + 1)
    if (to) hashText(p + 1, to - 1, hasEscape)
    return to
  }
  if (c == OPEN_BRACE || c == OPEN_BRACKET) {
    if (depth == MAX_DEPTH) return 0
    depth++
    const to = c == OPEN_BRACE ? hashObject(p) : hashArray(p)
    depth--
    return to
  }
  const to = passWord(p)
  if (to == p) return 0
  if (c == MINUS || isDigit(c)) hashNumber(p, to)
  else {
    beginHash(WORD)
    putWord(<u64>c)
    endHash()
  }
  return to
}

/** The string whose text is [from, to). */
function hashText(from: usize, to: usize, isSpelled: bool): void {
  beginHash(TEXT)
  if (isSpelled) putSpelled(from, to)
  else putBytes(from, to)
  endHash()
}

function putSpelled(from: usize, to: usize): void {
  const slashes = i8x16.splat(BACKSLASH)
  while (from < to) {
    let p = from
    while (p < to) {
      const found = i8x16.bitmask(i8x16.eq(v128.load(p), slashes))
      if (found) {
        p += <usize>ctz(found)
        break
      }
      p += 16
    }
    if (p > to) p = to
    putBytes(from, p)
    if (p == to) return
    const bytes = encodeEscape(p)
    putFew(<u64>bytes, <u64>escapeLength)
    from = escapeEnd
  }
}

/**
 * The number [from, to), which is its significant digits times a power of ten: no rounding makes two numbers one,
 * as when they are read as doubles.
 */
function hashNumber(from: usize, to: usize): void {
  let p = from
  const isNegative = load<u8>(p) == MINUS
  if (isNegative) p++
  let first: usize = 0
  let last: usize = 0
  let point: usize = 0
  for (; p < to; p++) {
    const c = load<u8>(p)
    if (isDigit(c)) {
      if (c != ZERO) {
        if (!first) first = p
        last = p
      }
    } else if (c == 46) point = p
    else break
  }
  if (!point) point = p
  if (!first) {
    beginHash(NUMBER)
    endHash()
    return
  }
  let exponent: i64 = 0
  if (p < to) {
    p++
    const isBelow = load<u8>(p) == MINUS
    if (isBelow || load<u8>(p) == 43) p++
    while (p < to && load<u8>(p) == ZERO) p++
    if (to - p > MOST_EXPONENT_DIGITS) {
      beginHash(ODD_NUMBER)
      putBytes(from, to)
      endHash()
      return
    }
    for (; p < to; p++) exponent = exponent * 10 + <i64>(load<u8>(p) - ZERO)
    if (isBelow) exponent = -exponent
  }
  exponent += last < point ? <i64>(point - last - 1) : -<i64>(last - point)
  beginHash(NUMBER)
  putWord(isNegative ? 1 : 2)
  putWord(<u64>exponent)
  if (first < point && point < last) {
    putBytes(first, point)
    putBytes(point + 1, last + 1)
  } else putBytes(first, last + 1)
  endHash()
}

function hashArray(p: usize): usize {
  let a: u64 = 0
  let b: u64 = 0
  p = skipSpace(p + 1)
  if (load<u8>(p) != CLOSE_BRACKET) {
    while (true) {
      p = hashValue(p)
      if (!p) return 0
      hashFour(ELEMENT, a, b, low, high)
      a = low
      b = high
      p = skipSpace(p)
      if (load<u8>(p) == CLOSE_BRACKET) break
      if (load<u8>(p) != COMMA) return 0
      p = skipSpace(p + 1)
    }
  }
  hashFour(ARRAY, a, b, 0, 0)
  return p + 1
}

/** The sum of the members' hashes is the same in any order. */
function hashObject(p: usize): usize {
  let a: u64 = 0
  let b: u64 = 0
  p = skipSpace(p + 1)
  if (load<u8>(p) != CLOSE_BRACE) {
    while (true) {
      if (load<u8>(p) != QUOTE) return 0
      const from = p + 1
      p = passString(from)
      if (!p) return 0
      hashText(from, p - 1, hasEscape)
      const keyLow = low
      const keyHigh = high
      p = skipSpace(p)
      if (load<u8>(p) != COLON) return 0
      p = hashValue(skipSpace(p + 1))
      if (!p) return 0
      hashFour(MEMBER, keyLow, keyHigh, low, high)
      a += low
      b += high
      p = skipSpace(p)
      if (load<u8>(p) == CLOSE_BRACE) break
      if (load<u8>(p) != COMMA) return 0
      p = skipSpace(p + 1)
    }
  }
  hashFour(OBJECT, a, b, 0, 0)
  return p + 1
}

function hashFour(what: u64, a: u64, b: u64, c: u64, d: u64): void {
  beginHash(what)
  putWord(a)
  putWord(b)
  putWord(c)
  putWord(d)
  endHash()
}
