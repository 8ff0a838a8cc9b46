// References of a JSON Schema, and the definitions at its top that they may lead to, as hashes of names.

import { hashOfKey } from './keys'
import { MAX_SCHEMA_LINKS, SCHEMA_LINKS, SCHEMA_TARGETS } from './memory'

/** Where a definition stands: in `$defs` or in `definitions`. */
const IN_DEFS: u64 = 0x9e3779b185ebca87
const IN_DEFINITIONS: u64 = 0xc2b2ae3d27d4eb4f

let targetCount: u32 = 0
let linkCount: u32 = 0

export function beginLinks(): void {
  targetCount = 0
  linkCount = 0
}

// @ts-ignore: decorator
@inline
function saltOf(isLegacy: bool): u64 {
  return isLegacy ? IN_DEFINITIONS : IN_DEFS
}

/** A definition by the hash of its name. False when there is no room for it. */
export function addTarget(hash: u64, isLegacy: bool): bool {
  if (targetCount == MAX_SCHEMA_LINKS) return false
  store<u64>(SCHEMA_TARGETS + (<usize>targetCount << 3), hash ^ saltOf(isLegacy))
  targetCount++
  return true
}

/** The reference [from, to): `#`, `#/$defs/name` or `#/definitions/name`. False for others. */
export function addLink(from: usize, to: usize): bool {
  const length = to - from
  if (length == 1 && load<u8>(from) == 35) return true
  let name: usize = 0
  let isLegacy = false
  // #/$defs/
  if (length > 8 && load<u64>(from) == 0x2f73666564242f23) name = from + 8
  // #/definitions/
  else if (length > 14 && load<u64>(from) == 0x696e696665642f23 && load<u64>(from + 6) == 0x2f736e6f6974696e) {
    name = from + 14
    isLegacy = true
  } else return false
  for (let p = name; p < to; p++) {
    const c = load<u8>(p)
    if (c == 47 || c == 126 || c == 37) return false
  }
  const hash = hashOfKey(name, to, false) ^ saltOf(isLegacy)
  for (let i: usize = 0; i < <usize>linkCount; i++) if (load<u64>(SCHEMA_LINKS + (i << 3)) == hash) return true
  if (linkCount == MAX_SCHEMA_LINKS) return false
  store<u64>(SCHEMA_LINKS + (<usize>linkCount << 3), hash)
  linkCount++
  return true
}

/** Whether a reference leads to no definition. */
export function isAnyDangling(): bool {
  for (let i: usize = 0; i < <usize>linkCount; i++) {
    const hash = load<u64>(SCHEMA_LINKS + (i << 3))
    let k: usize = 0
    while (k < <usize>targetCount && load<u64>(SCHEMA_TARGETS + (k << 3)) != hash) k++
    if (k == <usize>targetCount) return true
  }
  return false
}
