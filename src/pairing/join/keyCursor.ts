/** Finds the bytes of keys that stand in columns, by whatever number a user of it gives to each. */
export interface KeyCursor {
  /** Where `seek` found it: [from, to) of `bytes`. */
  readonly bytes: Uint8Array
  readonly from: number
  readonly to: number
  readonly seek: (ref: number) => void
}

/** Whether the key that was sought last has these bytes. */
export function hasBytes(key: KeyCursor, bytes: Uint8Array, from: number, to: number): boolean {
  const length = to - from
  if (key.to - key.from !== length) return false
  const stored = key.bytes
  const shift = key.from
  for (let i = 0; i < length; i++) {
    if (stored[shift + i] !== bytes[from + i]) return false
  }
  return true
}

/** A power of 2: slots of a table of which at most two thirds are used. */
export function slotsFor(keys: number): number {
  let slots = 16
  while (2 * slots < 3 * keys) slots *= 2
  return slots
}
