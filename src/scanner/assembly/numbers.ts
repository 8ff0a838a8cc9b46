// Numbers that readers with doubles do not keep: JavaScript and many others read all numbers as such, Python
// those that are no integers. json/lostNumbers.ts tells the same.

import { INEXACT_INTEGER, OUT_OF_RANGE, noteFact } from './facts'

/** Up to as many digits every integer is kept. */
export const KEPT_DIGITS: usize = 15
/** Digits of an integer that fits into 64 bits, and that the largest power of ten below. */
const WORD_DIGITS: usize = 19
const WORD_POWER: u64 = 1000000000000000000
/** More significant digits than a double is ever written with. */
const MOST_SIGNIFICANT: usize = 17

/** Bytes of a number without exponent, or with one of two digits, that cannot be out of range. */
export const SHORT_NUMBER: usize = 200

/** 0.lead times ten to this power: the least that is infinite, and the largest that is zero. */
const INFINITE_POWER: i64 = 309
const INFINITE_LEAD: u64 = 1797693134862315807
const ZERO_POWER: i64 = -323
const ZERO_LEAD: u64 = 2470328229206232720

const MANTISSA_BITS: u64 = 53

/** [p, to): an integer of more than KEPT_DIGITS digits, without its sign. */
export function noteInteger(p: usize, to: usize): void {
  let end = to
  while (load<u8>(end - 1) == 48) end--
  const length = to - p
  if (length > SHORT_NUMBER && isOutOfRange(p, to)) return noteFact(OUT_OF_RANGE)
  if (end - p <= KEPT_DIGITS) return
  if (length > WORD_DIGITS) {
    if (end - p > MOST_SIGNIFICANT) noteFact(INEXACT_INTEGER)
    return
  }
  let value: u64 = 0
  for (; p < to; p++) value = value * 10 + <u64>(load<u8>(p) - 48)
  if (!isKept(value)) noteFact(INEXACT_INTEGER)
}

/** Whether a double is written as these digits, or is exactly this integer. */
function isKept(value: u64): bool {
  const bits = 64 - clz(value)
  if (bits <= MANTISSA_BITS) return true
  const shift = bits - MANTISSA_BITS
  const rest = value & ((<u64>1 << shift) - 1)
  if (!rest) return true
  const half = <u64>1 << (shift - 1)
  let mantissa = value >> shift
  if (rest > half || (rest == half && mantissa & 1)) mantissa++
  // Whatever is nearer to this double than to its neighbours is read as it: twice how far that goes.
  const down = mantissa == <u64>1 << (MANTISSA_BITS - 1) ? half : half << 1
  const up = mantissa >> MANTISSA_BITS ? half << 2 : half << 1
  return shortest(mantissa << shift, down, up, !(mantissa & 1)) == value
}

/** The integer as which a double is written: of those read as it the one with most zeros at its end. */
function shortest(double: u64, down: u64, up: u64, isEven: bool): u64 {
  let found = double
  for (let power: u64 = 10; power <= WORD_POWER; power *= 10) {
    const below = double % power
    const above = power - below
    const isBelow = below << 1 < down || (isEven && below << 1 == down)
    const isAbove = above << 1 < up || (isEven && above << 1 == up)
    if (isBelow && (!isAbove || below <= above)) found = double - below
    else if (isAbove) found = double + above
    else break
  }
  return found
}

/** [p, to): a number with its sign, fraction and exponent. */
export function noteRange(p: usize, to: usize): void {
  if (isOutOfRange(p, to)) noteFact(OUT_OF_RANGE)
}

function isOutOfRange(p: usize, to: usize): bool {
  let lead: u64 = 0
  let taken: usize = 0
  let power: i64 = 0
  let isFraction = false
  for (; p < to; p++) {
    const c = load<u8>(p)
    if (c == 46) isFraction = true
    if ((c | 32) == 101) break
    const digit = c - 48
    if (digit > 9) continue
    if (!lead && !digit) {
      if (isFraction) power--
      continue
    }
    if (taken < WORD_DIGITS) {
      lead = lead * 10 + <u64>digit
      taken++
    }
    if (!isFraction) power++
  }
  if (!lead) return false
  for (; taken < WORD_DIGITS; taken++) lead *= 10
  if (p < to) power += exponentAt(p + 1, to)
  if (power > INFINITE_POWER || power < ZERO_POWER) return true
  if (power == INFINITE_POWER) return lead > INFINITE_LEAD
  return power == ZERO_POWER && lead <= ZERO_LEAD
}

/** Beyond a billion it does not count how far. */
function exponentAt(p: usize, to: usize): i64 {
  const isNegative = load<u8>(p) == 45
  if (isNegative || load<u8>(p) == 43) p++
  let exponent: i64 = 0
  for (; p < to; p++) {
    if (exponent < 1000000000000) exponent = exponent * 10 + <i64>(load<u8>(p) - 48)
  }
  return isNegative ? -exponent : exponent
}
