// The numbers of strings that came not long ago, by their bytes: of a column with few values nearly every string is
// one of these, and is known without its image being written. Where most are not, nobody is asked any more.

/** Longer strings are not kept. */
const LONGEST = 64
/** Strings that are kept: one for each value of a hash. */
const SLOT_BITS = 10
const SLOTS = 1 << SLOT_BITS
/** Strings that are looked for before it is decided whether to go on, of which one in LEAST has to be found. */
const TRIAL = 8192
const LEAST = 2

export class RecentStrings {
  readonly #bytes = new Uint8Array(SLOTS * LONGEST)
  /** [slot]: of the string that is kept; 0: none is. An empty string is none that is kept. */
  readonly #lengths = new Uint8Array(SLOTS)
  readonly #numbers = new Uint32Array(SLOTS)
  #isUseful = true
  #asked = 0
  #found = 0
  /** Where the string belongs that was looked for last; -1: it is not to be kept. */
  #slot = -1

  /** The number of the string of bytes [from, to); -1 where it is not known. */
  find(bytes: Uint8Array, from: number, to: number): number {
    const length = to - from
    this.#slot = -1
    if (!this.#isUseful || length === 0 || length > LONGEST) return -1
    if (++this.#asked === TRIAL) {
      this.#isUseful = this.#found * LEAST >= TRIAL
      this.#asked = 0
      this.#found = 0
    }
    const slot = slotOf(bytes, from, to)
    this.#slot = slot
    if (this.#lengths[slot] !== length) return -1
    const kept = this.#bytes
    const start = slot * LONGEST
    // Most that differ do so at their ends.
    for (let i = length - 1; i >= 0; i--) if (kept[start + i] !== bytes[from + i]) return -1
    this.#found++
    return this.#numbers[slot] as number
  }

  /** Keeps the number of the string that was looked for last, which has bytes [from, to), and was not found. */
  keep(bytes: Uint8Array, from: number, to: number, number: number): void {
    const slot = this.#slot
    if (slot < 0) return
    const start = slot * LONGEST
    for (let i = from; i < to; i++) this.#bytes[start + i - from] = bytes[i] as number
    this.#lengths[slot] = to - from
    this.#numbers[slot] = number
  }
}

/** By how long it is, by its first bytes, and by its last ones, which tell most strings apart. */
function slotOf(bytes: Uint8Array, from: number, to: number): number {
  let hash = to - from
  const head = Math.min(to, from + 4)
  for (let i = from; i < head; i++) hash = Math.imul(hash ^ (bytes[i] as number), 0x01000193)
  for (let i = Math.max(head, to - 6); i < to; i++) {
    hash = Math.imul(hash ^ (bytes[i] as number), 0x01000193)
  }
  return (hash ^ (hash >>> 15)) & (SLOTS - 1)
}
