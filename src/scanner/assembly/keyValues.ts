// The values of fields that a key is made of, as hashes, while a line is walked through.

import { MATCHES } from './memory'
import { high, low } from './sipHash'
import { hashValue } from './valueHash'

/** Two u64 a field, behind the key of the hash. */
const VALUES: usize = MATCHES + 64

// @ts-ignore: decorator
@inline
export function keyOfField(number: u32): usize {
  return VALUES + ((<usize>number) << 4)
}

/** A value of the line could not be read. */
export let isBroken: bool = false

export function beginKeys(): void {
  isBroken = false
}

/** Keeps the value at `p` for a field; false where it is broken. */
export function keepKey(number: u32, p: usize): bool {
  if (!hashValue(p)) {
    isBroken = true
    return false
  }
  store<u64>(keyOfField(number), low)
  store<u64>(keyOfField(number), high, 8)
  return true
}
