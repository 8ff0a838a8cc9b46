// 64-bit hashing with the rounds and finish of xxHash64 (Yann Collet; its primes and rotations), on
// one lane: most of what is hashed is a few bytes long. Every hash begins with the session's seed.

const PRIME_1: u64 = 0x9e3779b185ebca87
const PRIME_2: u64 = 0xc2b2ae3d27d4eb4f
const PRIME_3: u64 = 0x165667b19e3779f9
const PRIME_4: u64 = 0x85ebca77c2b2ae63

/** Takes one word in. */
// @ts-ignore: decorator
@inline
export function mix(h: u64, word: u64): u64 {
  return rotl<u64>(h ^ (rotl<u64>(word * PRIME_2, 31) * PRIME_1), 27) * PRIME_1 + PRIME_4
}

/** Spreads every bit over the result. */
export function finish(h: u64): u64 {
  h = (h ^ (h >>> 33)) * PRIME_2
  h = (h ^ (h >>> 29)) * PRIME_3
  return h ^ (h >>> 32)
}

/**
 * Takes in [from, to) and its length, like mixBytes and quicker for what is long: four lanes do not
 * wait for each other. Gives another hash.
 */
export function mixLong(h: u64, from: usize, to: usize): u64 {
  let a = mix(h, <u64>(to - from))
  if (from + 32 > to) return mixBytes(a, from, to)
  let b = a + PRIME_2
  let c = a + PRIME_3
  let d = a + PRIME_4
  // The last round takes what is left together with some of what was taken before it.
  const last = to - 32
  for (; from < last; from += 32) {
    a = mix(a, load<u64>(from))
    b = mix(b, load<u64>(from + 8))
    c = mix(c, load<u64>(from + 16))
    d = mix(d, load<u64>(from + 24))
  }
  a = mix(a, load<u64>(last))
  b = mix(b, load<u64>(last + 8))
  c = mix(c, load<u64>(last + 16))
  d = mix(d, load<u64>(last + 24))
  return mix(mix(a, b), mix(c, d))
}

/** Takes in [from, to) and its length. Bytes up to 7 after `to` must be readable. */
export function mixBytes(h: u64, from: usize, to: usize): u64 {
  h = mix(h, <u64>(to - from))
  while (from + 8 <= to) {
    h = mix(h, load<u64>(from))
    from += 8
  }
  const rest = to - from
  return rest ? mix(h, load<u64>(from) & (((<u64>1) << <u64>(rest << 3)) - 1)) : h
}
