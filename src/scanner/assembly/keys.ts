// The keys of the objects that are open, to find one that stands twice in its object. By object its
// frame holds where its keys begin and a mask of what they hash to: mostly one look at the mask tells
// that a key is new. Keys are compared by their 64-bit hashes, as shapes are.

import { BACKSLASH } from './bytes'
import { DOUBLED_KEY, PADDED_KEY, TOO_MANY_KEYS, noteFact } from './facts'
import { mixBytes } from './hash'
import { KEYS, KEYS_SIZE, KEY_FRAMES, KEY_FRAME_SIZE, KEY_TABLE, SPELLED } from './memory'
import { hexAt, seed, spellOut } from './plan'

/** In the frame of an object's level. The mask has 256 bits. */
const MASK: usize = 0
const FIRST: usize = 32

/** Keys of an object up to which each is compared with those before; more are when it closes. */
const FEW: usize = 160 * 8

const PRIME_1: u64 = 0x9e3779b185ebca87
const PRIME_2: u64 = 0xc2b2ae3d27d4eb4f

/** After the last key of the innermost open object. */
let top: usize = 0

// @ts-ignore: decorator
@inline
export function resetKeys(): void {
  top = KEYS
}

// @ts-ignore: decorator
@inline
export function openKeys(depth: i32): void {
  const frame = KEY_FRAMES + <usize>depth * KEY_FRAME_SIZE
  v128.store(frame, i64x2.splat(0), MASK)
  v128.store(frame, i64x2.splat(0), MASK + 16)
  store<u32>(frame, <u32>top, FIRST)
}

// @ts-ignore: decorator
@inline
export function closeKeys(depth: i32): void {
  const first = <usize>load<u32>(KEY_FRAMES + <usize>depth * KEY_FRAME_SIZE, FIRST)
  if (top - first > FEW) compareAll(first)
  top = first
}

/** A key of the object at level `depth`, by its hash. */
// @ts-ignore: decorator
@inline
export function addKey(depth: i32, hash: u64): void {
  const frame = KEY_FRAMES + <usize>depth * KEY_FRAME_SIZE
  const spread = hash * PRIME_1
  const word = frame + ((<usize>(spread >>> 56) & 3) << 3)
  const mask = load<u64>(word, MASK)
  const bit = (<u64>1) << (spread >>> 58)
  if (mask & bit) compare(<usize>load<u32>(frame, FIRST), hash)
  store<u64>(word, mask | bit, MASK)
  if (top == KEYS + KEYS_SIZE) return noteFact(TOO_MANY_KEYS)
  store<u64>(top, hash)
  top += 8
}

function compare(first: usize, hash: u64): void {
  if (top - first > FEW) return
  const wanted = i64x2.splat(hash)
  // What lies after the last key is not a key: it may be that of an object that has closed.
  let p = first
  for (; p + 16 <= top; p += 16) {
    if (v128.any_true(i64x2.eq(v128.load(p), wanted))) return noteFact(DOUBLED_KEY)
  }
  if (p < top && load<u64>(p) == hash) noteFact(DOUBLED_KEY)
}

/** Compares the keys from `first` to `top` by a table of their hashes. */
function compareAll(first: usize): void {
  const count = (top - first) >> 3
  const mask = ((<usize>1 << (64 - <usize>clz<u64>(<u64>count))) << 1) - 1
  memory.fill(KEY_TABLE, 0, (mask + 1) << 3)
  for (let p = first; p < top; p += 8) {
    const kept = load<u64>(p)
    // 0 marks a free slot.
    const hash = kept ? kept : PRIME_2
    let slot = <usize>((hash * PRIME_1) >>> 32) & mask
    while (true) {
      const found = load<u64>(KEY_TABLE + (slot << 3))
      if (found == hash) return noteFact(DOUBLED_KEY)
      if (!found) break
      slot = (slot + 1) & mask
    }
    store<u64>(KEY_TABLE + (slot << 3), hash)
  }
}

/** The hash of a key whose text is [from, to); equal for all ways to spell it. */
// @ts-ignore: decorator
@inline
export function hashOfKey(from: usize, to: usize, isEscaped: bool): u64 {
  return isEscaped ? hashOfEscaped(from, to) : hashOfPlain(from, to)
}

// @ts-ignore: decorator
@inline
function hashOfPlain(from: usize, to: usize): u64 {
  const length = to - from
  if (length > 16) return mixBytes(seed(), from, to)
  const mark = <u64>length * PRIME_2
  if (length >= 8) return (load<u64>(from) * PRIME_1) ^ rotl<u64>(load<u64>(to - 8) * PRIME_2, 31) ^ mark
  return (load<u64>(from) & (((<u64>1) << <u64>(length << 3)) - 1)) ^ mark
}

function hashOfEscaped(from: usize, to: usize): u64 {
  const end = spellOut(from, to)
  if (end) return hashOfPlain(SPELLED, end)
  noteFact(TOO_MANY_KEYS)
  return 0
}

/** A key as it is written, [from, to): notes and returns whether white space is at one of its ends. */
// @ts-ignore: decorator
@inline
export function lookAtEnds(from: usize, to: usize, isEscaped: bool): bool {
  const first = load<u8>(from)
  const last = load<u8>(to - 1)
  if (first == 32 || last == 32 || isEscaped || (first | last) >= 0x80) return noteEnds(from, to)
  return false
}

function noteEnds(from: usize, to: usize): bool {
  if (from >= to || !(isSpace(from) || isSpaceBefore(from, to))) return false
  noteFact(PADDED_KEY)
  return true
}

/** U+0020, U+00A0, U+3000, U+FEFF, a tab, a line feed or a carriage return, escaped where it has to be or not. */
function isSpace(p: usize): bool {
  const c = load<u8>(p)
  if (c == 32) return true
  if (c == BACKSLASH) {
    const escaped = load<u8>(p, 1)
    return escaped == 117 ? isSpaceCode(hexAt(p + 2)) : isSpaceEscape(escaped)
  }
  if (c == 0xc2) return load<u8>(p, 1) == 0xa0
  return isWideSpace(load<u32>(p) & 0xffffff)
}

function isSpaceBefore(from: usize, to: usize): bool {
  const c = load<u8>(to - 1)
  if (c == 32) return true
  if (c >= 0x80) {
    if (c == 0xa0 && load<u8>(to - 2) == 0xc2) return true
    return to - from >= 3 && isWideSpace(load<u32>(to - 3) & 0xffffff)
  }
  if (isSpaceEscape(c) && isEscapedAt(from, to - 1)) return true
  return to - from >= 6 && load<u8>(to - 5) == 117 && isEscapedAt(from, to - 5) && isSpaceCode(hexAt(to - 4))
}

/** Whether the character at p follows a backslash that begins an escape. */
function isEscapedAt(from: usize, p: usize): bool {
  let first = p
  while (first > from && load<u8>(first - 1) == BACKSLASH) first--
  return ((p - first) & 1) == 1
}

function isSpaceCode(c: u32): bool {
  return c == 32 || c == 9 || c == 10 || c == 13 || c == 0xa0 || c == 0x3000 || c == 0xfeff
}

// @ts-ignore: decorator
@inline
function isSpaceEscape(c: u8): bool {
  return c == 116 || c == 110 || c == 114
}

/** The bytes of U+3000 or U+FEFF. */
// @ts-ignore: decorator
@inline
function isWideSpace(bytes: u32): bool {
  return bytes == 0x8080e3 || bytes == 0xbfbbef
}
