// Finds a needle: 16 places at a time by its first and last byte, then the rest byte by byte. The
// needle lies at NEEDLE; with `ignoreCase` it is given in lower case, and A-Z in the text match it.

import { HEADER, MATCHES, MAX_MATCHES, NEEDLE } from './memory'

function lower(c: u8): u8 {
  return <u8>(c - 65) <= 25 ? c | 32 : c
}

function upper(c: u8): u8 {
  return <u8>(c - 97) <= 25 ? c & ~32 : c
}

/** Whether bytes 1 to length - 2 of the needle stand at `p`. */
function isMiddleAt(p: usize, length: usize, ignoreCase: bool): bool {
  for (let i: usize = 1; i + 1 < length; i++) {
    const c = load<u8>(p + i)
    if ((ignoreCase ? lower(c) : c) != load<u8>(NEEDLE + i)) return false
  }
  return true
}

/**
 * Places in [from, to) where the whole needle stands, not overlapping, as u32 from `from` into
 * MATCHES; the count into HEADER. Returns where to go on: after the last match when MATCHES is full,
 * otherwise the first place that was not decided for lack of bytes, at most `to`.
 */
export function findLiteral(from: usize, to: usize, length: usize, ignoreCase: bool): usize {
  let n: usize = 0
  let p = from
  /** After the last match. */
  let matched = from
  const first = load<u8>(NEEDLE)
  const last = load<u8>(NEEDLE + length - 1)
  const first1 = i8x16.splat(first)
  const first2 = i8x16.splat(ignoreCase ? upper(first) : first)
  const last1 = i8x16.splat(last)
  const last2 = i8x16.splat(ignoreCase ? upper(last) : last)
  // Places from `end` on are undecided: the needle would run past `to`.
  const end = to - from < length ? from : to - length + 1
  while (p < end) {
    const a = v128.load(p)
    const b = v128.load(p + length - 1)
    let found = i8x16.bitmask(
      v128.and(
        v128.or(i8x16.eq(a, first1), i8x16.eq(a, first2)),
        v128.or(i8x16.eq(b, last1), i8x16.eq(b, last2)),
      ),
    )
    let next = p + 16
    while (found) {
      const at = p + <usize>ctz(found)
      if (at >= end) break
      if (isMiddleAt(at, length, ignoreCase)) {
        store<u32>(MATCHES + (n << 2), <u32>(at - from))
        n++
        matched = at + length
        if (n == <usize>MAX_MATCHES) {
          store<u32>(HEADER, <u32>n)
          return matched
        }
        const gone = matched - p
        if (gone >= 16) {
          next = matched
          break
        }
        found &= <i32>-1 << <i32>gone
      } else found &= found - 1
    }
    p = next
  }
  store<u32>(HEADER, <u32>n)
  return matched > end ? matched : end
}
