// Whether an object has a key twice, for objects whose other keys count by their values alone: there
// the last of two equal keys counts, so their order does. Names are told by their hash as they are
// written; what looks repeated and is not costs only speed. Open addressing, at most half full.

import { finish, mix, mixBytes } from './hash'
import { MAX_NAMES, NAMES, NAME_SLOTS } from './memory'
import { seed } from './plan'

const SERIAL: usize = NAMES
const COUNT: usize = NAMES + 8
const SLOTS: usize = NAMES + 64

/** A line begins. Names of lines before are in the way, never wrong: every object has its number. */
// @ts-ignore: decorator
@inline
export function beginNames(): void {
  if (load<u32>(COUNT) > MAX_NAMES >> 1) {
    store<u32>(COUNT, 0)
    memory.fill(SLOTS, 0, <usize>NAME_SLOTS * 8)
  }
}

/** The number of an object that begins. */
export function nextObject(): u64 {
  const serial = load<u64>(SERIAL) + 1
  store<u64>(SERIAL, serial)
  return serial
}

/** Whether the object may have had the name [from, to) before. */
export function mayRepeat(object: u64, from: usize, to: usize): bool {
  const count = load<u32>(COUNT)
  if (count == MAX_NAMES) return true
  const name = finish(mixBytes(mix(seed(), object), from, to)) | 1
  let slot = <usize>(name >>> 1) & <usize>(NAME_SLOTS - 1)
  while (true) {
    const found = load<u64>(SLOTS + (slot << 3))
    if (found == name) return true
    if (!found) break
    slot = (slot + 1) & <usize>(NAME_SLOTS - 1)
  }
  store<u64>(SLOTS + (slot << 3), name)
  store<u32>(COUNT, count + 1)
  return false
}
