// Which of some keys are the same: a hash table that holds nothing of keys that stand alone but their places, so that
// it fits the processor's cache.

import type { RowRanks } from './rowRanks.ts'

/** Keys by their places; 96 bits each. */
export interface Keys {
  readonly low: Uint32Array
  readonly high: Uint32Array
  readonly check: Uint32Array
}

const FIRST_SLOTS = 1 << 10
const FIRST_GROUPS = 1 << 8

export class KeyGroups {
  /** [slot]: 0: free; above 0: a key, by its place and 1; below 0: a group, by its number and 1. */
  #slots = new Int32Array(FIRST_SLOTS)
  /** The slots in use now are the first of these: a power of two. */
  #slotCount = FIRST_SLOTS
  #taken = 0
  #groups = 0
  /** [group]: the place of its first key, and rows: how many, the first, the last, the best and how good that is. */
  #place = new Uint32Array(FIRST_GROUPS)
  #count = new Uint32Array(FIRST_GROUPS)
  #first = new Uint32Array(FIRST_GROUPS)
  #last = new Uint32Array(FIRST_GROUPS)
  #best = new Uint32Array(FIRST_GROUPS)
  #bestRank = new Uint8Array(FIRST_GROUPS)
  readonly #ranks: RowRanks

  constructor(ranks: RowRanks) {
    this.#ranks = ranks
  }

  /** Forgets all keys; `expected` of them come. */
  begin(expected: number): void {
    let size = FIRST_SLOTS
    while (size < expected * 2) size *= 2
    if (size > this.#slots.length) this.#slots = new Int32Array(size)
    else this.#slots.fill(0, 0, size)
    this.#slotCount = size
    this.#taken = 0
    this.#groups = 0
  }

  /** The key at `place`, which row `row` has; rows ascend. False: no row before had it. */
  add(keys: Keys, place: number, row: number, rowAt: (place: number) => number): boolean {
    if (this.#taken * 2 >= this.#slotCount) this.#grow(keys)
    const { low, high, check } = keys
    const key = low[place] as number
    const mask = this.#slotCount - 1
    for (let slot = key & mask; ; slot = (slot + 1) & mask) {
      const held = this.#slots[slot] as number
      if (held === 0) {
        this.#slots[slot] = place + 1
        this.#taken++
        return false
      }
      const at = held > 0 ? held - 1 : (this.#place[-held - 1] as number)
      if (low[at] !== key || high[at] !== high[place] || check[at] !== check[place]) continue
      if (held > 0) this.#slots[slot] = -this.#addGroup(at, rowAt(at))
      this.#addTo(held > 0 ? this.#groups - 1 : -held - 1, row)
      return true
    }
  }

  forEachGroup(visit: (count: number, first: number, last: number, best: number) => void): void {
    for (let group = 0; group < this.#groups; group++) {
      visit(
        this.#count[group] as number,
        this.#first[group] as number,
        this.#last[group] as number,
        this.#best[group] as number,
      )
    }
  }

  /** Returns how many groups there are then. */
  #addGroup(place: number, row: number): number {
    const group = this.#groups++
    if (group === this.#count.length) this.#growGroups()
    this.#place[group] = place
    this.#count[group] = 1
    this.#first[group] = row
    this.#best[group] = row
    this.#bestRank[group] = this.#ranks.of(row)
    return this.#groups
  }

  #addTo(group: number, row: number): void {
    this.#count[group] = (this.#count[group] as number) + 1
    this.#last[group] = row
    const rank = this.#ranks.of(row)
    if (rank >= (this.#bestRank[group] as number)) return
    this.#best[group] = row
    this.#bestRank[group] = rank
  }

  #grow({ low }: Keys): void {
    const before = this.#slots
    const count = this.#slotCount
    const mask = count * 2 - 1
    this.#slots = new Int32Array(mask + 1)
    this.#slotCount = mask + 1
    for (let from = 0; from < count; from++) {
      const held = before[from] as number
      if (held === 0) continue
      const place = held > 0 ? held - 1 : (this.#place[-held - 1] as number)
      let slot = (low[place] as number) & mask
      while (this.#slots[slot] !== 0) slot = (slot + 1) & mask
      this.#slots[slot] = held
    }
  }

  #growGroups(): void {
    const size = this.#count.length * 2
    this.#place = grown(this.#place, size)
    this.#count = grown(this.#count, size)
    this.#first = grown(this.#first, size)
    this.#last = grown(this.#last, size)
    this.#best = grown(this.#best, size)
    const ranks = new Uint8Array(size)
    ranks.set(this.#bestRank)
    this.#bestRank = ranks
  }
}

function grown(numbers: Uint32Array, size: number): Uint32Array<ArrayBuffer> {
  const larger = new Uint32Array(size)
  larger.set(numbers)
  return larger
}
