// Which of many keys are equal: a hash join of a list with itself. One table of a million keys is
// larger than the caches, and each look into it waits for the memory. So keys are dealt out by their
// hashes first, and each part has a table of its own that stays in the cache. Bytes are compared after
// that, in the order of the keys: equal hashes are never trusted.
import { hashBytes } from './hashBytes.ts'
import { hasBytes, slotsFor } from './keyCursor.ts'
import type { KeyCursor } from './keyCursor.ts'
import { createKeyTable } from './keyTable.ts'

/** Keys of a part, about: its table then takes some 128 kB. */
const PART_KEYS = 8192
const MOST_PART_BITS = 10

/**
 * [ref]: the lowest ref whose key has the same bytes. Refs are the numbers from 0 to `count`; those of
 * which `isKey` says no are equal to themselves alone. Takes 4 bytes for each key for that time.
 */
export function firstEqual(
  count: number,
  keys: KeyCursor,
  isKey: (ref: number) => boolean,
): Int32Array<ArrayBuffer> {
  const first = new Int32Array(count)
  const { starts, dealt } = dealByHash(count, keys, isKey, first)
  const largest = starts.reduce(
    (most, end, part) => Math.max(most, end - (starts[part - 1] ?? 0)),
    0,
  )
  // Slot s: the key's hash in [2s], its ref + 1 in [2s + 1]; 0 there is an empty slot.
  const table = new Int32Array(2 * slotsFor(largest))
  for (let part = 0; part + 1 < starts.length; part++) {
    const from = starts[part] as number
    const to = starts[part + 1] as number
    if (from === to) continue
    const slots = table.subarray(0, 2 * slotsFor(to - from))
    slots.fill(0)
    findSameHashes(dealt.subarray(from, to), slots, first)
  }
  confirm(keys, first)
  return first
}

/**
 * Refs of keys, part by part, ascending in each: part p is [starts[p], starts[p + 1]).
 * Writes refs that are not keys into `first`, and hashes in the places of keys.
 */
function dealByHash(
  count: number,
  keys: KeyCursor,
  isKey: (ref: number) => boolean,
  first: Int32Array,
) {
  const bits = Math.min(MOST_PART_BITS, Math.max(0, Math.ceil(Math.log2(count / PART_KEYS))))
  // A shift by 32 would be one by 0.
  const partOf = (hash: number) => (bits === 0 ? 0 : hash >>> (32 - bits))
  const starts = new Uint32Array((1 << bits) + 1)
  for (let ref = 0; ref < count; ref++) {
    if (!isKey(ref)) {
      first[ref] = ref
      continue
    }
    keys.seek(ref)
    const hash = hashBytes(keys.bytes, keys.from, keys.to)
    first[ref] = hash
    const part = partOf(hash)
    starts[part + 1] = (starts[part + 1] as number) + 1
  }
  for (let part = 1; part < starts.length; part++) {
    starts[part] = (starts[part] as number) + (starts[part - 1] as number)
  }
  const next = starts.slice()
  const dealt = new Int32Array(starts[starts.length - 1] as number)
  for (let ref = 0; ref < count; ref++) {
    if (!isKey(ref)) continue
    const part = partOf(first[ref] as number)
    const place = next[part] as number
    next[part] = place + 1
    dealt[place] = ref
  }
  return { starts, dealt }
}

/** Writes into `first`, in place of the hashes of a part's keys, the lowest ref with the same hash. */
function findSameHashes(dealt: Int32Array, slots: Int32Array, first: Int32Array): void {
  const mask = slots.length - 1
  for (const ref of dealt) {
    const hash = first[ref] as number
    let slot = (hash << 1) & mask
    while (slots[slot + 1] !== 0 && slots[slot] !== hash) slot = (slot + 2) & mask
    if (slots[slot + 1] === 0) {
      slots[slot] = hash
      slots[slot + 1] = ref + 1
    }
    first[ref] = (slots[slot + 1] as number) - 1
  }
}

/**
 * Keys with the hash of another key, of which there are a hundred among a million, are told apart by
 * a table that looks at the bytes. All that equal such a key are among them.
 */
function confirm(keys: KeyCursor, first: Int32Array): void {
  const others = createKeyTable(0, keys)
  for (let ref = 0; ref < first.length; ref++) {
    const known = first[ref] as number
    if (known === ref) continue
    keys.seek(known)
    const { bytes, from, to } = keys
    keys.seek(ref)
    if (!hasBytes(keys, bytes, from, to)) {
      first[ref] = others.intern(keys.bytes, keys.from, keys.to, ref)
    }
  }
}
