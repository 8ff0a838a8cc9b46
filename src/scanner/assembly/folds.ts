// What is kept of each level while a line is walked, and the folds: the elements of an array, and the
// values of an object's unknown keys where their names do not count, as a set.

import { finish, mix, mixBytes } from './hash'
import { DISTINCT, DISTINCT_SIZE, FRAMES, FRAME_SIZE, MAX_DISTINCT } from './memory'
import { mayRepeat, nextObject } from './names'
import { ARRAY_ENDS, LENGTH_BOUNDS, LENGTH_BOUND_COUNT, follow, rulesOf, seed } from './plan'
import { sawEscape } from './scalars'

/** Tags stand in the highest byte of a word. */
export const TAG: u64 = 56
export const ARRAY_END: u64 = (<u64>4) << TAG
const FOLD_TAG: u64 = (<u64>11) << TAG

/** Frame of a level: the container's node, and where it began. */
export const NODE: usize = 0
export const FROM: usize = 4
/** Objects: where the guess for the next key is kept, and what is known of unknown keys. */
export const GUESS: usize = 56
export const UNKNOWN: usize = 60
export const SERIAL: usize = 64
/** Objects whose members are components: the one whose value is walked. */
export const MEMBER: usize = 72
/** Arrays, and objects whose unknown keys count by their values. */
export const COUNT: usize = 8
export const DISTINCT_COUNT: usize = 12
export const OUTER_HASH: usize = 16
export const SEQUENCE: usize = 24
export const SET: usize = 32
export const FIRST: usize = 40
export const LAST: usize = 48

/**
 * Bits at UNKNOWN: there are some; the value of one is walked; one may be there twice. And: the value of a
 * known key that is a component is walked. And: there are some that have white space at an end, which are told as
 * such.
 */
export const HAS_UNKNOWN: u32 = 1
export const IN_UNKNOWN: u32 = 2
export const MAY_REPEAT: u32 = 4
export const IN_MEMBER: u32 = 8
export const HAS_PADDED: u32 = 16

// @ts-ignore: decorator
@inline
export function frameOf(depth: i32): usize {
  return FRAMES + <usize>depth * FRAME_SIZE
}

/** An element's hash into the fold of its array. */
// @ts-ignore: decorator
@inline
export function foldElement(frame: usize, depth: i32, h: u64): void {
  const count = load<u32>(frame + COUNT)
  store<u32>(frame + COUNT, count + 1)
  store<u64>(frame + SEQUENCE, mix(load<u64>(frame + SEQUENCE), h))
  if (!count) store<u64>(frame + FIRST, h)
  else if (h == load<u64>(frame + LAST)) return
  store<u64>(frame + LAST, h)
  const distinct = load<u32>(frame + DISTINCT_COUNT)
  if (distinct > MAX_DISTINCT) return
  const seen = DISTINCT + <usize>depth * DISTINCT_SIZE
  for (let i: usize = 0; i < <usize>distinct; i++) if (load<u64>(seen + (i << 3)) == h) return
  store<u32>(frame + DISTINCT_COUNT, distinct + 1)
  if (distinct == MAX_DISTINCT) return
  store<u64>(seen + (<usize>distinct << 3), h)
  store<u64>(frame + SET, load<u64>(frame + SET) + finish(h))
}

/** The same for `n` elements, 1 or more, that all have the hash `h`. */
export function foldRun(frame: usize, depth: i32, h: u64, n: u32): void {
  foldElement(frame, depth, h)
  store<u32>(frame + COUNT, load<u32>(frame + COUNT) + n - 1)
  store<u64>(frame + SEQUENCE, mix(load<u64>(frame + SEQUENCE), n))
}

/** The hash of what is around an array, with the array taken in. */
export function closeArray(frame: usize, node: usize): u64 {
  const count = load<u32>(frame + COUNT)
  let h = mix(load<u64>(frame + OUTER_HASH), FOLD_TAG)
  // With too many distinct elements to keep, the sequence counts: finer, so never wrong.
  if (load<u32>(frame + DISTINCT_COUNT) > MAX_DISTINCT) h = mix(mix(h, load<u64>(frame + SEQUENCE)), 1)
  else if (count) {
    h = mix(h, load<u64>(frame + SET))
    if (rulesOf(node) & ARRAY_ENDS) {
      h = mix(h, load<u64>(frame + FIRST))
      h = mix(h, load<u64>(frame + LAST))
    }
  }
  return mix(h, ARRAY_END | lengthClass(node, count))
}

/** How many of the node's bounds for lengths `count` reaches, and whether there is any element. */
export function lengthClass(node: usize, count: u32): u64 {
  const total = load<u32>(node + LENGTH_BOUND_COUNT)
  const bounds = follow(node + LENGTH_BOUNDS)
  let reached: u64 = 0
  for (let i: u32 = 0; i < total; i++) if (count >= load<u32>(bounds + (<usize>i << 2))) reached++
  return (reached << 1) | (count ? 1 : 0)
}

/** The frame of an object whose unknown keys count by their values. */
export function openUnknown(frame: usize): void {
  store<u32>(frame + COUNT, 0)
  store<u32>(frame + DISTINCT_COUNT, 0)
  store<u64>(frame + SEQUENCE, seed())
  store<u64>(frame + SET, 0)
  store<u64>(frame + SERIAL, nextObject())
}

/** The unknown key [from, to): its value is hashed apart, from the hash returned. */
export function beginUnknown(frame: usize, h: u64, from: usize, to: usize): u64 {
  let state = load<u32>(frame + UNKNOWN) | HAS_UNKNOWN | IN_UNKNOWN
  // One key can be written in several ways with escapes.
  if (sawEscape || mayRepeat(load<u64>(frame + SERIAL), from, to)) state |= MAY_REPEAT
  store<u32>(frame + UNKNOWN, state)
  store<u64>(frame + OUTER_HASH, h)
  store<u64>(frame + SEQUENCE, mixBytes(load<u64>(frame + SEQUENCE), from, to))
  return seed()
}

/** The value of an unknown key has the hash `h`. Returns that of what is around it. */
export function endUnknown(frame: usize, depth: i32, h: u64): u64 {
  foldElement(frame, depth, h)
  store<u32>(frame + UNKNOWN, load<u32>(frame + UNKNOWN) & ~IN_UNKNOWN)
  return load<u64>(frame + OUTER_HASH)
}

/** The hash of an object at its end, with the values of its unknown keys taken in. */
export function closeUnknown(frame: usize, h: u64): u64 {
  const distinct = load<u32>(frame + DISTINCT_COUNT)
  h = mix(h, FOLD_TAG)
  const isClear = !(load<u32>(frame + UNKNOWN) & MAY_REPEAT) && distinct <= MAX_DISTINCT
  // Of a key that is there twice the last value counts, which is no other when all are alike.
  if (isClear || distinct == 1) return mix(h, load<u64>(frame + SET))
  return mix(mix(h, load<u64>(frame + SEQUENCE)), 1)
}
