// A hash of 128 bits with a secret key: SipHash-1-3 (Aumasson and Bernstein, 2012,
// https://www.aumasson.jp/siphash/siphash.pdf). Who does not know the key can make no two texts of one hash, so
// that equal hashes may be taken for equal values where lines are deleted because of them.

import { MATCHES } from './memory'

/** The key, two u64: where places of a literal are, which nobody searches for meanwhile. */
const KEY: usize = MATCHES

let v0: u64 = 0
let v1: u64 = 0
let v2: u64 = 0
let v3: u64 = 0
/** Bytes since the last whole word, and how many there were in all. */
let tail: u64 = 0
let taken: u64 = 0

/** The hash, from `endHash` on. */
export let low: u64 = 0
export let high: u64 = 0

// @ts-ignore: decorator
@inline
function round(): void {
  v0 += v1
  v1 = rotl<u64>(v1, 13) ^ v0
  v0 = rotl<u64>(v0, 32)
  v2 += v3
  v3 = rotl<u64>(v3, 16) ^ v2
  v0 += v3
  v3 = rotl<u64>(v3, 21) ^ v0
  v2 += v1
  v1 = rotl<u64>(v1, 17) ^ v2
  v2 = rotl<u64>(v2, 32)
}

// @ts-ignore: decorator
@inline
function absorb(word: u64): void {
  v3 ^= word
  round()
  v0 ^= word
}

/** `what`: hashes of different things are never the same. */
export function beginHash(what: u64): void {
  const k0 = load<u64>(KEY)
  const k1 = load<u64>(KEY, 8)
  v0 = k0 ^ 0x736f6d6570736575
  v1 = k1 ^ 0x646f72616e646f6d ^ 0xee
  v2 = k0 ^ 0x6c7967656e657261
  v3 = k1 ^ 0x7465646279746573
  tail = 0
  taken = 8
  absorb(what)
}

/** Only where all that was put in before were words. */
// @ts-ignore: decorator
@inline
export function putWord(word: u64): void {
  taken += 8
  absorb(word)
}

/** The lowest `count` bytes of a word, fewer than eight; the others are 0. */
export function putFew(word: u64, count: u64): void {
  const shift = (taken & 7) << 3
  taken += count
  const joined = tail | (word << shift)
  if (shift + (count << 3) < 64) {
    tail = joined
    return
  }
  absorb(joined)
  tail = (word >> 1) >> (63 - shift)
}

/** Bytes up to 7 after `to` must be readable. */
export function putBytes(from: usize, to: usize): void {
  const whole = (to - from) & ~7
  const shift = (taken & 7) << 3
  let a = v0
  let b = v1
  let c = v2
  let d = v3
  let rest = tail
  const end = from + whole
  while (from < end) {
    const next = load<u64>(from)
    const word = rest | (next << shift)
    rest = (next >> 1) >> (63 - shift)
    from += 8
    d ^= word
    a += b
    b = rotl<u64>(b, 13) ^ a
    a = rotl<u64>(a, 32)
    c += d
    d = rotl<u64>(d, 16) ^ c
    a += d
    d = rotl<u64>(d, 21) ^ a
    c += b
    b = rotl<u64>(b, 17) ^ c
    c = rotl<u64>(c, 32)
    a ^= word
  }
  v0 = a
  v1 = b
  v2 = c
  v3 = d
  tail = rest
  taken += <u64>whole
  const left = <u64>(to - from)
  if (left) putFew(load<u64>(from) & (((<u64>1) << (left << 3)) - 1), left)
}

export function endHash(): void {
  absorb(tail | (taken << 56))
  v2 ^= 0xee
  round()
  round()
  round()
  low = v0 ^ v1 ^ v2 ^ v3
  v1 ^= 0xdd
  round()
  round()
  round()
  high = v0 ^ v1 ^ v2 ^ v3
}
