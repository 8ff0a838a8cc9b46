// Texts of a JSON Schema: names of types and formats, and patterns.

import { BACKSLASH, OPEN_BRACKET } from './bytes'
import { FIRST_KEY, UNKNOWN_NODE, follow } from './plan'
import { IS_ARRAY, IS_OBJECT } from './schemaBits'

/** IS_OBJECT, IS_ARRAY, 0 for another type, -1 for what is none. */
export function typeOf(from: usize, to: usize): i32 {
  const length = to - from
  if (length < 4) return -1
  const first = load<u32>(from)
  const last = load<u32>(to - 4)
  // object
  if (length == 6 && first == 0x656a626f && last == 0x7463656a) return IS_OBJECT
  // array
  if (length == 5 && first == 0x61727261 && last == 0x79617272) return IS_ARRAY
  // string
  if (length == 6 && first == 0x69727473 && last == 0x676e6972) return 0
  // number
  if (length == 6 && first == 0x626d756e && last == 0x7265626d) return 0
  // integer
  if (length == 7 && first == 0x65746e69 && last == 0x72656765) return 0
  // boolean
  if (length == 7 && first == 0x6c6f6f62 && last == 0x6e61656c) return 0
  // null
  return length == 4 && first == 0x6c6c756e ? 0 : -1
}

/** Whether [from, to), quotes included, is one of the formats that the node `table` lists. */
export function isFormat(table: usize, from: usize, to: usize): bool {
  const length = to - from
  let value = follow(table + UNKNOWN_NODE)
  for (let i = load<u32>(table + FIRST_KEY); i > 0; i--) {
    const size = <usize>load<u32>(value)
    if (size == length) {
      let k: usize = 0
      while (k < size && load<u8>(from + k) == load<u8>(value + 4 + k)) k++
      if (k == size) return true
    }
    value += (size + 4 + 15) & ~15
  }
  return false
}

/** What `lookaroundIn` gives. */
export const NONE: u32 = 0
export const CERTAIN: u32 = 1
export const UNSURE: u32 = 2

/** Whether the pattern looks ahead or behind; certain where nothing else could be meant. */
export function lookaroundIn(from: usize, to: usize): u32 {
  let isClear = true
  let found = false
  for (let p = from; p < to; p++) {
    const c = load<u8>(p)
    if (c == BACKSLASH) {
      isClear = false
      p++
      // A character by its number: it may be any.
      if (load<u8>(p) == 117) return UNSURE
    } else if (c == OPEN_BRACKET) isClear = false
    else if (c == 40 && p + 2 < to && load<u8>(p, 1) == 63) {
      const next = load<u8>(p, 2) == 60 ? load<u8>(p, 3) : load<u8>(p, 2)
      if (next == 61 || next == 33) found = true
    }
  }
  if (!found) return NONE
  return isClear ? CERTAIN : UNSURE
}
