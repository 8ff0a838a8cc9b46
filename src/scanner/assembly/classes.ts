// Classes of strings and numbers: which side of each bound they are on, without decoding them.
// Classes are exact, or the caller is told to take the bytes instead.

import { BACKSLASH, MINUS, isDigit } from './bytes'
import { marksOf } from './marks'
import {
  NUMBER_BOUNDS, NUMBER_BOUND_COUNT, NUMBER_INTEGER, TEXT_BOUNDS, TEXT_BOUND_COUNT, TEXT_MARKS, follow,
  hexAt, rulesOf,
} from './plan'

/**
 * How many of the node's bounds the string's length in code points reaches, and which of its marks the
 * string has; [from, to) is its text.
 */
export function textClass(node: usize, from: usize, to: usize): u64 {
  const marks = load<u32>(node + TEXT_MARKS)
  const length = lengthClass(node, from, to)
  return marks ? (<u64>marksOf(marks, from, to) << 32) | length : length
}

// @ts-ignore: decorator
@inline
function lengthClass(node: usize, from: usize, to: usize): u64 {
  const total = load<u32>(node + TEXT_BOUND_COUNT)
  if (!total) return 0
  const bounds = follow(node + TEXT_BOUNDS)
  const bytes = <u32>(to - from)
  let length: u32 = 0
  let isExact = false
  for (let i: u32 = 0; i < total; i++) {
    const bound = load<u32>(bounds + (<usize>i << 2))
    // At most one code point per byte; at least one for twelve bytes, two escapes.
    if (bytes < bound) return i
    if ((bytes + 11) / 12 >= bound) continue
    if (!isExact) {
      length = textLength(from, to)
      isExact = true
    }
    if (length < bound) return i
  }
  return total
}

/** Code points of the string. */
function textLength(from: usize, to: usize): u32 {
  let points: u32 = 0
  while (from < to) {
    const c = load<u8>(from)
    if (c == BACKSLASH) {
      points++
      if (load<u8>(from, 1) != 117) from += 2
      else from += isPairAt(from, to) ? 12 : 6
    } else {
      // Continuation bytes count nothing.
      if ((c & 0xc0) != 0x80) points++
      from++
    }
  }
  return points
}

/** Whether the \u escape at `p` and one after it are the two halves of one code point. */
function isPairAt(p: usize, to: usize): bool {
  return (
    (hexAt(p + 2) & 0xfc00) == 0xd800 && p + 12 <= to && load<u16>(p, 6) == 0x755c &&
    (hexAt(p + 8) & 0xfc00) == 0xdc00
  )
}

/** Not a class: the number's bytes must count. */
export const BY_BYTES: u64 = 0xffffffff

/** Relative distance from a bound, or from an integer, at which digits left out cannot matter. */
const SAFE_DISTANCE: f64 = 1e-12

function hasExponent(from: usize, to: usize): bool {
  const e = i8x16.splat(101)
  for (let p = from; p < to; p += 16) {
    const found = i8x16.bitmask(i8x16.eq(v128.or(v128.load(p), i8x16.splat(32)), e))
    if (found && p + <usize>ctz(found) < to) return true
  }
  return false
}

/** The powers of ten that a double holds exactly. */
const POWERS: StaticArray<f64> = [
  1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17,
  1e18, 1e19, 1e20, 1e21, 1e22,
]

/**
 * The class of the number [from, to): whether it is an integer when that counts, and how many of the
 * node's bounds it reaches. Of the value as JavaScript sees it: up to 15 digits times a
 * power of ten up to 22 is exact in doubles; with more digits it is near enough unless close to a
 * bound or an integer. BY_BYTES in those cases and for extreme exponents.
 */
export function numberClass(node: usize, from: usize, to: usize): u64 {
  const total = load<u32>(node + NUMBER_BOUND_COUNT)
  const wantsInteger = (rulesOf(node) & NUMBER_INTEGER) != 0
  // Finite whatever it is, as long as it is short and has no exponent.
  if (!total && !wantsInteger && to - from < 300 && !hasExponent(from, to)) return 0
  let p = from
  const isNegative = load<u8>(p) == MINUS
  if (isNegative) p++
  let digits: u64 = 0
  if (to - p <= 15) {
    let q = p
    while (q < to && isDigit(load<u8>(q))) digits = digits * 10 + <u64>(load<u8>(q++) - 48)
    if (q == to) {
      const value = isNegative ? -<f64>digits : <f64>digits
      return reachedBounds(node, total, wantsInteger ? 1 : 0, value)
    }
    digits = 0
  }
  let significant = 0
  let power = 0
  let isExact = true
  let isFraction = false
  let c: u8 = 0
  for (; p < to; p++) {
    c = load<u8>(p)
    if (c == 46) {
      isFraction = true
      continue
    }
    if (!isDigit(c)) break
    if (significant == 15) {
      if (c != 48) isExact = false
      if (!isFraction) power++
      continue
    }
    digits = digits * 10 + <u64>(c - 48)
    if (digits) significant++
    if (isFraction) power--
  }
  const isScaled = p < to
  if (isScaled) {
    p++
    let isDown = false
    c = load<u8>(p)
    if (c == 43 || c == MINUS) {
      isDown = c == MINUS
      p++
    }
    let exponent = 0
    for (; p < to; p++) {
      if (exponent > 1000) return BY_BYTES
      exponent = exponent * 10 + <i32>(load<u8>(p) - 48)
    }
    power += isDown ? -exponent : exponent
  }
  if (digits == 0 && isExact) power = 0
  if (power > 22 || power < -22) return BY_BYTES
  let value = <f64>digits
  if (power < 0) value /= unchecked(POWERS[-power])
  else value *= unchecked(POWERS[power])
  if (isNegative) value = -value
  let result: u64 = 0
  if (wantsInteger) {
    const away = abs<f64>(value - nearest<f64>(value))
    // Every double from 2^53 on is an integer, and so is what has digits alone.
    if (abs<f64>(value) > 9.1e15 || (!isFraction && !isScaled)) result = 1
    else if (!isExact && away <= SAFE_DISTANCE * max<f64>(1, abs<f64>(value))) return BY_BYTES
    else result = away == 0 ? 1 : 2
  }
  const bounds = follow(node + NUMBER_BOUNDS)
  for (let i: u32 = 0; i < total && !isExact; i++) {
    const bound = load<f64>(bounds + (<usize>i << 3))
    if (abs<f64>(value - bound) <= SAFE_DISTANCE * max<f64>(abs<f64>(value), abs<f64>(bound))) {
      return BY_BYTES
    }
  }
  return reachedBounds(node, total, result, value)
}

/** `result` and how many of the bounds the value reaches, in one number. */
function reachedBounds(node: usize, total: u32, result: u64, value: f64): u64 {
  const bounds = follow(node + NUMBER_BOUNDS)
  let reached: u32 = 0
  while (reached < total && value >= load<f64>(bounds + (<usize>reached << 3))) reached++
  return (result << 32) | <u64>reached
}
