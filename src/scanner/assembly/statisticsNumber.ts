// Numbers of JSON as the nearest float64. What a few exact operations do not give (fieldNumber.ts), a product of
// 128 bits does nearly always: Lemire, "Number Parsing at a Gigabyte per Second", https://arxiv.org/abs/2101.11408.
// The rest is asked of the TypeScript side.

import { MINUS, isDigit } from './bytes'
import { ask } from './fieldTests'
import { ANSWER, HIGHEST_POWER, LOWEST_POWER, POWERS } from './statisticsMemory'

/** What is asked, see ../fieldStatistics.ts. */
const ASK_NUMBER: i32 = -2

const TENS: StaticArray<f64> = [
  1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18,
  1e19, 1e20, 1e21, 1e22,
]
const MOST_EXACT: u64 = 9007199254740992
const MOST_DIGITS: usize = 19
/** Larger exponents give 0 or Infinity whatever the digits are; they are left to whoever is asked. */
const LONGEST_EXPONENT: usize = 4

/** Behind the number of the last call. */
export let numberEnd: usize = 0

/** How many of the eight bytes are digits, from the first on. */
// @ts-ignore: decorator
@inline
function digitsIn(v: u64): u64 {
  const x = v ^ 0x3030303030303030
  // From 10 on, and from 128 on: the first that is no digit is found, whatever is carried on from there.
  return ctz(((x + 0x7676767676767676) | x) & 0x8080808080808080) >> 3
}

/** Eight digits as a number: http://0x80.pl/articles/simd-parsing-int-sequences.html, section "SWAR". */
// @ts-ignore: decorator
@inline
function eightDigits(v: u64): u64 {
  v -= 0x3030303030303030
  v = v * 10 + (v >> 8)
  return (
    ((v & 0x000000ff000000ff) * 0x000f424000000064 + ((v >> 16) & 0x000000ff000000ff) * 0x0000271000000001) >> 32
  )
}

const SMALL_TENS: StaticArray<u64> = [1, 10, 100, 1000, 10000, 100000, 1000000, 10000000]

/** Where the digits of the last call end. */
let digitsEnd: usize = 0

/** The digits at `p` behind those of `digits`. */
// @ts-ignore: decorator
@inline
function moreDigits(digits: u64, p: usize): u64 {
  let v = load<u64>(p)
  let n = digitsIn(v)
  while (n == 8) {
    digits = digits * 100000000 + eightDigits(v)
    p += 8
    v = load<u64>(p)
    n = digitsIn(v)
  }
  digitsEnd = p + <usize>n
  // Moved behind as many zeros as are missing. In two steps, since 64 bits at once are none.
  const gap = (8 - n) << 2
  v = ((v << gap) << gap) | (<u64>0x3030303030303030 >> (n << 3))
  return digits * unchecked(SMALL_TENS[<i32>n]) + eightDigits(v)
}

/** The high half of a product; the low one is in `lowHalf`. */
let lowHalf: u64 = 0

// @ts-ignore: decorator
@inline
function highHalf(a: u64, b: u64): u64 {
  const a0 = a & 0xffffffff
  const a1 = a >> 32
  const b0 = b & 0xffffffff
  const b1 = b >> 32
  const low = a0 * b0
  const middle = a1 * b0 + (low >> 32)
  const other = a0 * b1 + (middle & 0xffffffff)
  lowHalf = (other << 32) | (low & 0xffffffff)
  return a1 * b1 + (middle >> 32) + (other >> 32)
}

/** digits * 10^power; NaN where that takes more than this. `digits` is not 0. */
function byProduct(digits: u64, power: i32): f64 {
  if (power < LOWEST_POWER || power > HIGHEST_POWER) return NaN
  const zeros = clz(digits)
  const w = digits << zeros
  const entry = POWERS + (<usize>(power - LOWEST_POWER) << 4)
  let high = highHalf(w, load<u64>(entry, 8))
  let low = lowHalf
  if ((high & 0x1ff) == 0x1ff) {
    const second = highHalf(w, load<u64>(entry))
    low += second
    if (second > low) high++
    if (low == 0xffffffffffffffff && (power < -27 || power > 55)) return NaN
  }
  const upper = high >> 63
  const shift = upper + 9
  let mantissa = high >> shift
  let exponent = (((152170 + 65536) * power) >> 16) + 63 + <i32>upper - <i32>zeros + 1023
  // Numbers without an exponent of their own are rounded in another way.
  if (exponent <= 0) return NaN
  if (low <= 1 && power >= -4 && power <= 23 && (mantissa & 3) == 1 && mantissa << shift == high) mantissa &= ~1
  mantissa = (mantissa + (mantissa & 1)) >> 1
  if (mantissa >= 0x20000000000000) {
    mantissa = 0x10000000000000
    exponent++
  }
  if (exponent >= 0x7ff) return Infinity
  return reinterpret<f64>((mantissa & 0xfffffffffffff) | (<u64>exponent << 52))
}

/** Digits from the first that is not 0 on. */
function significantDigits(from: usize, to: usize): usize {
  let p = from
  while (p < to && (load<u8>(p) == 48 || load<u8>(p) == 46)) p++
  let n: usize = 0
  for (; p < to; p++) if (load<u8>(p) != 46) n++
  return n
}

/** The number at `p`; never -0. NaN where there is none. `numberEnd` is behind it. */
export function readDecimal(from: usize): f64 {
  let p = from
  const isNegative = load<u8>(p) == MINUS
  if (isNegative) p++
  const first = p
  let digits = moreDigits(0, p)
  p = digitsEnd
  if (p == first) {
    numberEnd = p
    return NaN
  }
  let count = p - first
  let power: i32 = 0
  if (load<u8>(p) == 46) {
    const point = ++p
    // A zero before the point is no digit that counts.
    if (!digits) count = 0
    digits = moreDigits(digits, p)
    p = digitsEnd
    power = -<i32>(p - point)
    count += p - point
  }
  const lastDigit = p
  let isLong = false
  if ((load<u8>(p) | 32) == 101) {
    p++
    const sign = load<u8>(p)
    if (sign == MINUS || sign == 43) p++
    const start = p
    let exponent: i32 = 0
    while (isDigit(load<u8>(p))) {
      if (p - start < LONGEST_EXPONENT) exponent = exponent * 10 + <i32>(load<u8>(p) - 48)
      p++
    }
    isLong = p - start > LONGEST_EXPONENT
    power += sign == MINUS ? -exponent : exponent
  }
  numberEnd = p
  isLong = isLong || (count > MOST_DIGITS && significantDigits(first, lastDigit) > MOST_DIGITS)
  if (!isLong) {
    if (!digits) return 0
    let value: f64
    if (digits <= MOST_EXACT && power <= 22 && power >= -22) {
      value = power < 0
        ? <f64>digits / unchecked(TENS[-power])
        : <f64>digits * unchecked(TENS[power])
    } else value = byProduct(digits, power)
    if (value == value) return isNegative ? -value : value
  }
  ask(ASK_NUMBER, from, p)
  return load<f64>(ANSWER) + 0
}
