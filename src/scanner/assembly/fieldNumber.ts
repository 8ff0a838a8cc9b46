// A number of JSON as the nearest float64, where a few operations give exactly that: up to 2^53 as digits and a
// power of ten up to 22 are both exact, and so is the rounding of their product (Clinger, "How to read floating
// point numbers accurately", 1990).

import { MINUS, isDigit } from './bytes'

/** Whether the number of the last call is exact; others are read by other means. */
export let isExact: bool = false

const POWERS: StaticArray<f64> = [
  1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18,
  1e19, 1e20, 1e21, 1e22,
]
const MOST_DIGITS: i32 = 19
const MOST_EXACT: u64 = 9007199254740992

/** Whether all eight bytes are digits: none leaves 0x30 to 0x39, and none adds up beyond it. */
// @ts-ignore: decorator
@inline
function areDigits(bytes: u64): bool {
  return ((bytes & 0xf0f0f0f0f0f0f0f0) | (((bytes + 0x0606060606060606) & 0xf0f0f0f0f0f0f0f0) >> 4)) ==
    0x3333333333333333
}

/** What the digits of eight bytes add up to: pairs, then fours, then all of them, in three multiplications. */
// @ts-ignore: decorator
@inline
function eightDigits(bytes: u64): u64 {
  bytes = (bytes & 0x0f0f0f0f0f0f0f0f) * 2561 >> 8
  bytes = (bytes & 0x00ff00ff00ff00ff) * 6553601 >> 16
  return (bytes & 0x0000ffff0000ffff) * 42949672960001 >> 32
}

/** The number [from, to). */
export function readNumber(from: usize, to: usize): f64 {
  const isNegative = load<u8>(from) == MINUS
  let p = isNegative ? from + 1 : from
  let digits: u64 = 0
  let count: i32 = 0
  let exponent: i32 = 0
  isExact = false
  // Most of the digits of identifiers and times, at once. JSON has no zeros before other digits.
  if (to - p >= 8 && areDigits(load<u64>(p))) {
    digits = eightDigits(load<u64>(p))
    count = 8
    p += 8
  }
  while (p < to && isDigit(load<u8>(p))) {
    digits = digits * 10 + <u64>(load<u8>(p) - 48)
    if (digits) count++
    p++
  }
  if (p < to && load<u8>(p) == 46) {
    p++
    while (p < to && isDigit(load<u8>(p))) {
      digits = digits * 10 + <u64>(load<u8>(p) - 48)
      if (digits) count++
      exponent--
      p++
    }
  }
  if (p < to) {
    p++
    const sign = load<u8>(p)
    if (sign == MINUS || sign == 43) p++
    let power: i32 = 0
    if (to - p > 4) return 0
    while (p < to) power = power * 10 + <i32>(load<u8>(p++) - 48)
    exponent += sign == MINUS ? -power : power
  }
  if (count > MOST_DIGITS || digits > MOST_EXACT) return 0
  if (!digits) exponent = 0
  if (exponent > 22 || exponent < -22) return 0
  isExact = true
  const power = unchecked(POWERS[exponent < 0 ? -exponent : exponent])
  const value = exponent < 0 ? <f64>digits / power : <f64>digits * power
  return isNegative ? -value : value
}
