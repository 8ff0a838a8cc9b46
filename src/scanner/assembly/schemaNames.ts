// Names as hashes: the keys of an object and what its `required` lists. All lie on one stack; what a schema
// inside has pushed is gone before the next name of the one around it comes, so that both lists of a schema
// have no gaps.

import { finish } from './hash'
import { MAX_SCHEMA_NAMES, SCHEMA_NAMES } from './memory'
import { EXTRA, OPTIONAL } from './schemaBits'

/** Pairs of names that are compared one by one; beyond, equal sums of hashes have to do. */
const MAX_PAIRS: usize = 4096

/** What `compareNames` gives where it cannot say. */
export const UNSURE: u64 = 1

/** After the last name. */
export let top: usize = 0
/** There was no room for a name. */
export let isFull: bool = false

export function beginNames(): void {
  top = SCHEMA_NAMES
  isFull = false
}

export function push(hash: u64): void {
  if (top == SCHEMA_NAMES + (<usize>MAX_SCHEMA_NAMES << 3)) {
    isFull = true
    return
  }
  store<u64>(top, hash)
  top += 8
}

export function dropTo(place: usize): void {
  top = place
}

/** The marks of a schema whose keys are [keys, keysTo) and whose `required` lists [names, namesTo). */
export function compareNames(keys: usize, keysTo: usize, names: usize, namesTo: usize): u64 {
  const size = keysTo - keys
  if (size == namesTo - names) {
    // Mostly in the same order.
    let i: usize = 0
    while (i < size && load<u64>(keys + i) == load<u64>(names + i)) i += 8
    if (i == size) return 0
  }
  if ((size >> 3) * ((namesTo - names) >> 3) <= MAX_PAIRS) {
    return (
      (lacksAny(keys, keysTo, names, namesTo) ? OPTIONAL : 0) |
      (lacksAny(names, namesTo, keys, keysTo) ? EXTRA : 0)
    )
  }
  return size == namesTo - names && sumOf(keys, keysTo) == sumOf(names, namesTo) ? 0 : UNSURE
}

/** Whether one of [from, to) is not in [list, listTo). */
function lacksAny(from: usize, to: usize, list: usize, listTo: usize): bool {
  for (let p = from; p < to; p += 8) {
    const hash = load<u64>(p)
    let q = list
    while (q < listTo && load<u64>(q) != hash) q += 8
    if (q == listTo) return true
  }
  return false
}

function sumOf(from: usize, to: usize): u64 {
  let sum: u64 = 0
  for (let p = from; p < to; p += 8) sum += finish(load<u64>(p))
  return sum
}
