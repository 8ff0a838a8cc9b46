// A hash table of keys that stand elsewhere: open addressing, eight bytes a slot. Equal hashes are
// never trusted, the bytes decide.
import { hashBytes } from './hashBytes.ts'
import { hasBytes, slotsFor } from './keyCursor.ts'
import type { KeyCursor } from './keyCursor.ts'

export interface KeyHashTable {
  /** The ref of an equal key that is there already; otherwise puts this one in, under `ref`. */
  readonly intern: (bytes: Uint8Array, from: number, to: number, ref: number) => number
  /** The ref of an equal key; -1 when there is none. */
  readonly find: (bytes: Uint8Array, from: number, to: number) => number
}

/** `expected`: keys that it has room for at once. `stored`: finds keys by the ref that they were put in under. */
export function createKeyTable(expected: number, stored: KeyCursor): KeyHashTable {
  // Slot s: the key's hash in [2s], its ref + 1 in [2s + 1]; 0 there is an empty slot.
  let slots = new Int32Array(2 * slotsFor(expected))
  let used = 0

  /** The slot of an equal key, or the empty one where it belongs. Slots are counted in words. */
  function slotOf(bytes: Uint8Array, from: number, to: number, hash: number): number {
    const mask = slots.length - 1
    let slot = (hash << 1) & mask
    for (;;) {
      const ref = (slots[slot + 1] as number) - 1
      if (ref < 0) return slot
      if (slots[slot] === hash) {
        stored.seek(ref)
        if (hasBytes(stored, bytes, from, to)) return slot
      }
      slot = (slot + 2) & mask
    }
  }

  function grow(): void {
    const old = slots
    slots = new Int32Array(2 * old.length)
    const mask = slots.length - 1
    for (let from = 0; from < old.length; from += 2) {
      if (old[from + 1] === 0) continue
      let slot = ((old[from] as number) << 1) & mask
      while (slots[slot + 1] !== 0) slot = (slot + 2) & mask
      slots[slot] = old[from] as number
      slots[slot + 1] = old[from + 1] as number
    }
  }

  return {
    intern(bytes, from, to, ref) {
      const hash = hashBytes(bytes, from, to)
      const slot = slotOf(bytes, from, to, hash)
      const known = (slots[slot + 1] as number) - 1
      if (known >= 0) return known
      slots[slot] = hash
      slots[slot + 1] = ref + 1
      used++
      if (slotsFor(used) > slots.length / 2) grow()
      return ref
    },
    find(bytes, from, to) {
      return (slots[slotOf(bytes, from, to, hashBytes(bytes, from, to)) + 1] as number) - 1
    },
  }
}
