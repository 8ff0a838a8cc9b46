// Sixty-four bytes at a time as masks, one bit for each byte, the lowest for the first. What is inside of
// strings comes out of arithmetic on these masks, without a branch for each quote: see "Parsing Gigabytes
// of JSON per Second", https://arxiv.org/abs/1902.08318, section 3.1.

const ODD_BITS: u64 = 0xaaaaaaaaaaaaaaaa

// @ts-ignore: decorator
@inline
function joined(a: v128, b: v128, c: v128, d: v128): u64 {
  return (
    <u64>i8x16.bitmask(a) | (<u64>i8x16.bitmask(b) << 16) | (<u64>i8x16.bitmask(c) << 32) |
    (<u64>i8x16.bitmask(d) << 48)
  )
}

/** Those of the 64 bytes at `p` that are `c`. */
// @ts-ignore: decorator
@inline
export function equalTo(p: usize, c: u8): u64 {
  const v = i8x16.splat(c)
  return joined(
    i8x16.eq(v128.load(p), v), i8x16.eq(v128.load(p, 16), v), i8x16.eq(v128.load(p, 32), v),
    i8x16.eq(v128.load(p, 48), v),
  )
}

// @ts-ignore: decorator
@inline
function isBracket(v: v128): v128 {
  // `[` and `{` differ in one bit, and so do `]` and `}`.
  const folded = v128.or(v, i8x16.splat(32))
  return v128.or(i8x16.eq(folded, i8x16.splat(123)), i8x16.eq(folded, i8x16.splat(125)))
}

/** The brackets and braces. */
// @ts-ignore: decorator
@inline
export function bracketsAt(p: usize): u64 {
  return joined(
    isBracket(v128.load(p)), isBracket(v128.load(p, 16)), isBracket(v128.load(p, 32)),
    isBracket(v128.load(p, 48)),
  )
}

/** The bytes below 0x20. */
// @ts-ignore: decorator
@inline
export function controlsAt(p: usize): u64 {
  const space = i8x16.splat(32)
  return joined(
    i8x16.lt_u(v128.load(p), space), i8x16.lt_u(v128.load(p, 16), space),
    i8x16.lt_u(v128.load(p, 32), space), i8x16.lt_u(v128.load(p, 48), space),
  )
}

/** Whether the byte after the block of the last call is escaped: 0 or 1. */
export let escapesNext: u64 = 0

/**
 * The bytes that a backslash before them escapes: those after an odd number of them. `carried`: whether the
 * first byte is one, 0 or 1.
 */
// @ts-ignore: decorator
@inline
export function escapedBy(backslashes: u64, carried: u64): u64 {
  if (!backslashes) {
    escapesNext = 0
    return carried
  }
  const starts = backslashes & ~carried
  const codes = (((starts << 1) | ODD_BITS) - starts) ^ ODD_BITS
  escapesNext = (codes & backslashes) >> 63
  return codes ^ (backslashes | carried)
}

/** From every quote on to the next one, without that: the bit of each byte that is inside of a string. */
// @ts-ignore: decorator
@inline
export function betweenQuotes(quotes: u64): u64 {
  let mask = quotes
  mask ^= mask << 1
  mask ^= mask << 2
  mask ^= mask << 4
  mask ^= mask << 8
  mask ^= mask << 16
  mask ^= mask << 32
  return mask
}

// @ts-ignore: decorator
@inline
function foldedEqual(p: usize, c: u8): u64 {
  const v = i8x16.splat(c)
  const fold = i8x16.splat(32)
  return joined(
    i8x16.eq(v128.or(v128.load(p), fold), v), i8x16.eq(v128.or(v128.load(p, 16), fold), v),
    i8x16.eq(v128.or(v128.load(p, 32), fold), v), i8x16.eq(v128.or(v128.load(p, 48), fold), v),
  )
}

/** The brackets and braces that open. */
// @ts-ignore: decorator
@inline
export function opensAt(p: usize): u64 {
  return foldedEqual(p, 123)
}

/** Those that close. */
// @ts-ignore: decorator
@inline
export function closesAt(p: usize): u64 {
  return foldedEqual(p, 125)
}
