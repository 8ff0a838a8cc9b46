// Which values of a table are numbers or truth values, by the rules of conversion/table/inferValue.ts, and signs
// in a table that are rarely meant.

import { MINUS, ZERO, isDigit } from './bytes'
import { skipNonAscii } from './utf8'

/** Decimal digits that every 64-bit number keeps. */
const SAFE_DIGITS: i32 = 15
const MAX_SAFE_INTEGER: u64 = 9007199254740991
const POINT: u8 = 46
const PLUS: u8 = 43

/** What a value is. */
export const TEXT: i32 = 0
export const VALUE: i32 = 1
/** To be told by other means: its magnitude may be beyond that of numbers. */
export const UNSURE: i32 = 2

/** Bytes, and digits of the exponent, up to which a number is neither infinite nor nothing. */
const SURE_LENGTH: usize = 100
const SURE_EXPONENT: usize = 2

/** What the text [from, to) is, which is not empty and was not escaped. */
export function kindOfValue(from: usize, to: usize): i32 {
  const first = load<u8>(from)
  if (isDigit(first) || first == MINUS) return kindOfNumber(from, to)
  const length = to - from
  if (length < 4 || length > 5) return TEXT
  const word = load<u32>(from) | 0x20202020
  if (length == 4) return word == 0x65757274 ? VALUE : TEXT
  return word == 0x736c6166 && (load<u8>(from, 4) | 32) == 101 ? VALUE : TEXT
}

function kindOfNumber(from: usize, to: usize): i32 {
  const isNegative = load<u8>(from) == MINUS
  let p = isNegative ? from + 1 : from
  if (p == to || !isDigit(load<u8>(p))) return TEXT
  /** Significant ones. */
  let digits: i32 = 0
  let value: u64 = 0
  if (load<u8>(p) == ZERO) p++
  else {
    for (; p < to && isDigit(load<u8>(p)); p++) {
      digits++
      value = value * 10 + (load<u8>(p) - ZERO)
    }
  }
  let isInteger = true
  if (p < to && load<u8>(p) == POINT) {
    isInteger = false
    if (++p == to || !isDigit(load<u8>(p))) return TEXT
    for (; p < to && isDigit(load<u8>(p)); p++) if (digits || load<u8>(p) != ZERO) digits++
  }
  if (p < to) return kindOfExponent(p, to, isInteger, digits, isNegative, to - from)
  if (!digits) return isNegative ? TEXT : VALUE
  if (digits <= SAFE_DIGITS) return to - from <= SURE_LENGTH ? VALUE : UNSURE
  return isInteger && digits == SAFE_DIGITS + 1 && value <= MAX_SAFE_INTEGER ? VALUE : TEXT
}

/** The same of a number with an exponent, or of what is none, which goes on at `p`. */
function kindOfExponent(
  p: usize, to: usize, isInteger: bool, digits: i32, isNegative: bool, length: usize,
): i32 {
  if ((load<u8>(p) | 32) != 101 || ++p == to) return TEXT
  const sign = load<u8>(p)
  if (sign == PLUS || sign == MINUS) p++
  // 12e4 is a code.
  else if (isInteger) return TEXT
  const from = p
  while (p < to && isDigit(load<u8>(p))) p++
  if (p < to || p == from) return TEXT
  if (!digits) return isNegative ? TEXT : VALUE
  if (digits > SAFE_DIGITS) return TEXT
  return length <= SURE_LENGTH && to - from <= SURE_EXPONENT ? VALUE : UNSURE
}

const NUL: u32 = 1
const REPLACEMENT: u32 = 2

/** Bits for NUL and U+FFFD in [from, to). */
export function findOddSigns(from: usize, to: usize): u32 {
  let found: u32 = 0
  for (let p = from; p < to; p += 16) {
    const v = v128.load(p)
    const zeros = i8x16.eq(v, i8x16.splat(0))
    const replacements = v128.and(
      v128.and(i8x16.eq(v, i8x16.splat(<i8>0xef)), i8x16.eq(v128.load(p, 1), i8x16.splat(<i8>0xbf))),
      i8x16.eq(v128.load(p, 2), i8x16.splat(<i8>0xbd)),
    )
    if (!v128.any_true(v128.or(zeros, replacements))) continue
    const isThere = to - p < 16 ? (1 << <i32>(to - p)) - 1 : 0xffff
    if (i8x16.bitmask(zeros) & isThere) found |= NUL
    const whole = to - p < 18 ? (to - p < 3 ? 0 : (1 << <i32>(to - p - 2)) - 1) : 0xffff
    if (i8x16.bitmask(replacements) & whole) found |= REPLACEMENT
  }
  return found
}

/** Whether [from, to) is well-formed UTF-8; at `to` there is a control character. */
export function isUtf8(from: usize, to: usize): bool {
  let p = from
  while (p < to) {
    const found = i8x16.bitmask(v128.load(p))
    if (!found) {
      p += 16
      continue
    }
    p += <usize>ctz(found)
    if (p >= to) break
    p = skipNonAscii(p)
    if (!p) return false
  }
  return true
}
