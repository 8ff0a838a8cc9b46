// Strict UTF-8 (RFC 3629: no overlong forms, no surrogates, nothing above U+10FFFF), 16 bytes at a
// time with the three-table lookup of Keiser and Lemire, "Validating UTF-8 In Less Than One
// Instruction Per Byte" (2021). The exact place of an error is found afterwards byte by byte.

import { LINE_SEPARATOR, noteFact } from './facts'
import { IN_UTF8, fail } from './failure'

const TOO_SHORT: i8 = 1
const TOO_LONG: i8 = 2
const OVERLONG_3: i8 = 4
const TOO_LARGE: i8 = 8
const SURROGATE: i8 = 16
const OVERLONG_2: i8 = 32
const TOO_LARGE_1000: i8 = 64
const OVERLONG_4: i8 = 64
const TWO_CONTINUATIONS: i8 = -128
const CARRY: i8 = TOO_SHORT | TOO_LONG | TWO_CONTINUATIONS
const LARGE: i8 = CARRY | TOO_LARGE | TOO_LARGE_1000
const SECOND: i8 = TOO_LONG | OVERLONG_2 | TWO_CONTINUATIONS

/** Bytes of the well-formed sequence at `p`, or 0. */
export function sequenceLength(p: usize): usize {
  const a = load<u8>(p)
  if (a < 0x80) return 1
  if (a < 0xc2) return 0
  const b = load<u8>(p, 1)
  if (a < 0xe0) return (b & 0xc0) == 0x80 ? 2 : 0
  const c = load<u8>(p, 2)
  if (a < 0xf0) {
    if ((b & 0xc0) != 0x80 || (c & 0xc0) != 0x80) return 0
    if ((a == 0xe0 && b < 0xa0) || (a == 0xed && b > 0x9f)) return 0
    return 3
  }
  if (a > 0xf4) return 0
  if ((b & 0xc0) != 0x80 || (c & 0xc0) != 0x80 || (load<u8>(p, 3) & 0xc0) != 0x80) return 0
  if ((a == 0xf0 && b < 0x90) || (a == 0xf4 && b > 0x8f)) return 0
  return 4
}

/** The start of the first ill-formed sequence; one that is good so far may span `p`, not `from`. */
function findIllFormed(p: usize, from: usize): usize {
  for (let back: usize = 1; back <= 3 && p - back >= from; back++) {
    const c = load<u8>(p - back)
    if (c < 0x80) break
    if (c >= 0xc0) {
      p -= back
      break
    }
  }
  while (true) {
    const n = sequenceLength(p)
    if (!n) return p
    p += n
  }
}

/**
 * In a string, `p` at a byte of 0x80 or above that begins a sequence: the next byte that needs a
 * look (quote, backslash, control character), or any ASCII byte after the run. 0 when ill-formed.
 */
export function skipNonAscii(p: usize): usize {
  const firstHigh = i8x16(
    TOO_LONG, TOO_LONG, TOO_LONG, TOO_LONG, TOO_LONG, TOO_LONG, TOO_LONG, TOO_LONG,
    TWO_CONTINUATIONS, TWO_CONTINUATIONS, TWO_CONTINUATIONS, TWO_CONTINUATIONS,
    TOO_SHORT | OVERLONG_2,
    TOO_SHORT,
    TOO_SHORT | OVERLONG_3 | SURROGATE,
    TOO_SHORT | TOO_LARGE | TOO_LARGE_1000 | OVERLONG_4,
  )
  const firstLow = i8x16(
    CARRY | OVERLONG_3 | OVERLONG_2 | OVERLONG_4,
    CARRY | OVERLONG_2,
    CARRY, CARRY,
    CARRY | TOO_LARGE,
    LARGE, LARGE, LARGE, LARGE, LARGE, LARGE, LARGE, LARGE,
    LARGE | SURROGATE,
    LARGE, LARGE,
  )
  const secondHigh = i8x16(
    TOO_SHORT, TOO_SHORT, TOO_SHORT, TOO_SHORT, TOO_SHORT, TOO_SHORT, TOO_SHORT, TOO_SHORT,
    SECOND | OVERLONG_3 | TOO_LARGE_1000 | OVERLONG_4,
    SECOND | OVERLONG_3 | TOO_LARGE,
    SECOND | SURROGATE | TOO_LARGE,
    SECOND | SURROGATE | TOO_LARGE,
    TOO_SHORT, TOO_SHORT, TOO_SHORT, TOO_SHORT,
  )
  const low = i8x16.splat(15)
  const from = p
  // Nothing before `from` takes part: what stands there may be a line that is not UTF-8.
  let last = i8x16.splat(0)
  while (true) {
    const v = v128.load(p)
    const before = v128.shuffle<u8>(
      last, v, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30,
    )
    const before2 = v128.shuffle<u8>(
      last, v, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29,
    )
    const before3 = v128.shuffle<u8>(
      last, v, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28,
    )
    const known = v128.and(
      v128.and(
        i8x16.swizzle(firstHigh, i8x16.shr_u(before, 4)),
        i8x16.swizzle(firstLow, v128.and(before, low)),
      ),
      i8x16.swizzle(secondHigh, i8x16.shr_u(v, 4)),
    )
    const third = i8x16.sub_sat_u(before2, i8x16.splat(0x60))
    const fourth = i8x16.sub_sat_u(before3, i8x16.splat(0x70))
    const wrong = v128.xor(v128.and(v128.or(third, fourth), i8x16.splat(-128)), known)
    const special = v128.or(
      v128.or(i8x16.eq(v, i8x16.splat(34)), i8x16.eq(v, i8x16.splat(92))),
      i8x16.lt_u(v, i8x16.splat(32)),
    )
    // E2 80 A8 and E2 80 A9: U+2028 and U+2029.
    const separators = v128.and(
      i8x16.eq(before, i8x16.splat(-128)),
      i8x16.eq(v128.and(v, i8x16.splat(-2)), i8x16.splat(-88)),
    )
    const stops = i8x16.bitmask(special)
    if (v128.any_true(separators)) {
      const places = i8x16.bitmask(v128.and(separators, i8x16.eq(before2, i8x16.splat(-30))))
      if (stops ? places & ((1 << ctz(stops)) - 1) : places) noteFact(LINE_SEPARATOR)
    }
    if (stops) {
      const n = <usize>ctz(stops)
      // Up to the stopping byte itself: it shows when the sequence before it is cut short.
      if (v128.any_true(wrong)) {
        const errors = i8x16.bitmask(i8x16.ne(wrong, i8x16.splat(0))) & ((2 << <i32>n) - 1)
        if (errors) return illFormed(p, from)
      }
      return p + n
    }
    if (v128.any_true(wrong)) return illFormed(p, from)
    p += 16
    if (!i8x16.bitmask(v)) return p
    last = v
  }
}

function illFormed(p: usize, from: usize): usize {
  const at = findIllFormed(p, from)
  return fail(at, IN_UTF8, at)
}
