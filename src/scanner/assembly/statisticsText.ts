// Strings of lines, and their hashes: equal for equal strings, whatever escapes they are written with. So what is
// hashed is the text in its usual spelling, as JSON.stringify gives it: UTF-8, and escapes only where there must be
// some, short ones where there are such. Most texts stand in their line like that.

import { BACKSLASH, LF, QUOTE } from './bytes'
import { hexAt } from './plan'
import { finish, mix } from './hash'
import { SPELLING, SPELLING_SIZE } from './statisticsMemory'

/** Of the string passed last: its escapes, whether it may be in another spelling than the usual one. */
export let escapes: usize = 0
export let isUnusual: bool = false
/** It may have bytes of 0x80 and above. */
let hasHigh: bool = false

/** `p` behind a string's first quote; the address behind its last one, or 0 where the line ends before. */
// @ts-ignore: decorator
@inline
export function passText(p: usize): usize {
  escapes = 0
  isUnusual = false
  let seen = i8x16.splat(0)
  while (true) {
    const v = v128.load(p)
    seen = v128.or(seen, v)
    const stops = i8x16.bitmask(
      v128.or(
        v128.or(i8x16.eq(v, i8x16.splat(34)), i8x16.eq(v, i8x16.splat(92))),
        i8x16.eq(v, i8x16.splat(10)),
      ),
    )
    if (!stops) {
      p += 16
      continue
    }
    p += <usize>ctz(stops)
    const c = load<u8>(p)
    if (c == QUOTE) {
      hasHigh = i8x16.bitmask(seen) != 0
      return p + 1
    }
    const next = load<u8>(p, 1)
    if (c == LF || next == LF) return 0
    if (next == 117 || next == 47) isUnusual = true
    escapes++
    p += 2
  }
}

/** Code points of the string passed last, whose text is [from, to) in the usual spelling. */
// @ts-ignore: decorator
@inline
export function usualLength(from: usize, to: usize): u32 {
  const length = <u32>(to - from - escapes)
  return hasHigh ? length - continuations(from, to) : length
}

/** Bytes that continue a character. */
function continuations(from: usize, to: usize): u32 {
  let n: u32 = 0
  const limit = i8x16.splat(-64)
  while (from + 16 <= to) {
    n += popcnt(i8x16.bitmask(i8x16.lt_s(v128.load(from), limit)))
    from += 16
  }
  const rest = to - from
  return n + popcnt(i8x16.bitmask(i8x16.lt_s(v128.load(from), limit)) & ((1 << <i32>rest) - 1))
}

const SEED: u64 = 0x27d4eb2f165667c5
const SEED_B: u64 = 0xc2b2ae3d27d4eb4f
const SEED_C: u64 = 0x165667b19e3779f9
const SEED_D: u64 = 0x85ebca77c2b2ae63
const LANES: usize = 32

let a: u64 = 0
let b: u64 = 0
let c: u64 = 0
let d: u64 = 0
/** Bytes that the lanes took in. */
let taken: usize = 0

function beginHash(): void {
  a = SEED
  b = SEED_B
  c = SEED_C
  d = SEED_D
  taken = 0
}

/** Takes in whole rounds of [from, to); returns where the rest begins. */
function takeRounds(from: usize, to: usize): usize {
  let h = a
  let i = b
  let j = c
  let k = d
  const first = from
  while (from + LANES <= to) {
    h = mix(h, load<u64>(from))
    i = mix(i, load<u64>(from, 8))
    j = mix(j, load<u64>(from, 16))
    k = mix(k, load<u64>(from, 24))
    from += LANES
  }
  a = h
  b = i
  c = j
  d = k
  taken += from - first
  return from
}

/** Of all that was taken in and [from, to), less than a round; never 0. */
function endHash(from: usize, to: usize): u64 {
  const length = taken + (to - from)
  if (!taken) return hashShort(from, to)
  let h = mix(mix(mix(a, b), c), d)
  while (from + 8 <= to) {
    h = mix(h, load<u64>(from))
    from += 8
  }
  if (from < to) h = mix(h, lastBytes(from, to - from))
  h = finish(mix(h, <u64>length))
  return h ? h : 1
}

/** Fewer than eight bytes. */
// @ts-ignore: decorator
@inline
function lastBytes(from: usize, length: usize): u64 {
  return load<u64>(from) & ((<u64>1 << <u64>(length << 3)) - 1)
}

/** Of a text of less than a round. */
// @ts-ignore: decorator
@inline
function hashShort(from: usize, to: usize): u64 {
  const length = to - from
  let h = SEED ^ <u64>length
  if (length < 8) h = mix(h, lastBytes(from, length))
  else {
    h = mix(h, load<u64>(from))
    // Some bytes twice rather than a loop.
    if (length > 16) h = mix(mix(h, load<u64>(from, 8)), load<u64>(to - 16))
    h = mix(h, load<u64>(to - 8))
  }
  h = finish(h)
  return h ? h : 1
}

/** Of a text in the usual spelling. */
// @ts-ignore: decorator
@inline
export function hashUsual(from: usize, to: usize): u64 {
  if (to - from < LANES) return hashShort(from, to)
  beginHash()
  return endHash(takeRounds(from, to), to)
}

/** Of the text spelled last: how many bytes it has, of which only the first may still be there; its code points. */
export let spelledBytes: usize = 0
export let spelledLength: u32 = 0

/** The beginning of a text stays in its place; what follows is hashed and overwritten. */
const HEAD: usize = 2048
/** Bytes that one character takes at most. */
const LONGEST: usize = 8

let to: usize = 0
let hashedTo: usize = 0

function flush(): void {
  const rest = takeRounds(hashedTo, to)
  memory.copy(SPELLING + HEAD, rest, to - rest)
  to = SPELLING + HEAD + (to - rest)
  hashedTo = SPELLING + HEAD
}

// @ts-ignore: decorator
@inline
function put(byte: u32): void {
  store<u8>(to++, <u8>byte)
}

function hexDigit(value: u32): u32 {
  return value < 10 ? 48 + value : 87 + value
}

function putEscaped(unit: u32): void {
  put(92)
  put(117)
  put(hexDigit(unit >> 12))
  put(hexDigit((unit >> 8) & 15))
  put(hexDigit((unit >> 4) & 15))
  put(hexDigit(unit & 15))
}

function putShort(letter: u32): void {
  put(92)
  put(letter)
}

function putCodePoint(point: u32): void {
  if (point < 32) {
    if (point == 8) putShort(98)
    else if (point == 9) putShort(116)
    else if (point == 10) putShort(110)
    else if (point == 12) putShort(102)
    else if (point == 13) putShort(114)
    else putEscaped(point)
  } else if (point < 0x80) {
    if (point == 34 || point == 92) put(92)
    put(point)
  } else if (point < 0x800) {
    put(0xc0 | (point >> 6))
    put(0x80 | (point & 63))
  } else if ((point & 0xfffff800) == 0xd800) putEscaped(point)
  else if (point < 0x10000) {
    put(0xe0 | (point >> 12))
    put(0x80 | ((point >> 6) & 63))
    put(0x80 | (point & 63))
  } else {
    put(0xf0 | (point >> 18))
    put(0x80 | ((point >> 12) & 63))
    put(0x80 | ((point >> 6) & 63))
    put(0x80 | (point & 63))
  }
}

/** Writes [from, end) to SPELLING in the usual spelling: its hash. */
export function hashSpelled(from: usize, end: usize): u64 {
  beginHash()
  to = SPELLING
  hashedTo = SPELLING
  let points: u32 = 0
  while (from < end) {
    if (to + LONGEST > SPELLING + SPELLING_SIZE) flush()
    const byte = load<u8>(from)
    if (byte != BACKSLASH) {
      if ((byte & 0xc0) != 0x80) points++
      put(<u32>byte)
      from++
      continue
    }
    points++
    const sign = load<u8>(from, 1)
    if (sign != 117) {
      if (sign == 47) put(47)
      else putShort(<u32>sign)
      from += 2
      continue
    }
    const first = <u32>hexAt(from + 2)
    from += 6
    if ((first & 0xfffffc00) == 0xd800 && load<u8>(from) == BACKSLASH && load<u8>(from, 1) == 117) {
      const second = <u32>hexAt(from + 2)
      if ((second & 0xfffffc00) == 0xdc00) {
        putCodePoint(0x10000 + ((first & 0x3ff) << 10) + (second & 0x3ff))
        from += 6
        continue
      }
    }
    putCodePoint(first)
  }
  const rest = takeRounds(hashedTo, to)
  spelledBytes = taken + (to - rest)
  spelledLength = points
  return endHash(rest, to)
}

/** Whether `length` bytes at `from` and `text` are the same; up to 7 bytes behind both are read. */
// @ts-ignore: decorator
@inline
export function isSame(from: usize, text: usize, length: usize): bool {
  let i: usize = 0
  while (i + 8 <= length) {
    if (load<u64>(from + i) != load<u64>(text + i)) return false
    i += 8
  }
  const rest = length - i
  if (!rest) return true
  return ((load<u64>(from + i) ^ load<u64>(text + i)) & ((<u64>1 << <u64>(rest << 3)) - 1)) == 0
}
