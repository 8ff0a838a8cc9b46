// A hash table from the 53-bit hash of a key to lines, by open addressing. Nearly every key has one
// line, so a slot holds that line itself; only repeats get a list. 16 bytes a slot, at most 3/4 full.
//
// Invariant: hashes[s] is 0 for a free slot and REMOVED for a deleted one; lines[s] ≥ 0 is a line id,
// and -g-1 is the group g.
import { LineGroup } from './lineGroup.ts'

const REMOVED = -1
const START_CAPACITY = 1 << 4
/** Of the lines that have a key. */
export interface KeyGroup {
  readonly count: number
  /** The lowest ones, ascending. */
  readonly lowest: readonly number[]
}

export class KeySlots {
  #hashes: Float64Array
  #lines: Float64Array
  #used = 0
  #groups: (LineGroup | undefined)[] = []
  #freeGroups: number[] = []

  /** With room for `count` keys to begin with. */
  constructor(count: number) {
    let capacity = START_CAPACITY
    while (count * 4 > capacity * 3) capacity *= 2
    this.#hashes = new Float64Array(capacity)
    this.#lines = new Float64Array(capacity)
  }

  /** Adds a line under a key's hash (above 0); true when another line has the key already. */
  add(hash: number, line: number): boolean {
    if ((this.#used + 1) * 4 > this.#hashes.length * 3) this.#grow()
    const slot = this.#slotOf(hash)
    if (this.#hashes[slot] !== hash) {
      const free = this.#freeSlotFor(hash)
      if (this.#hashes[free] === 0) this.#used++
      this.#hashes[free] = hash
      this.#lines[free] = line
      return false
    }
    const held = this.#lines[slot] as number
    if (held >= 0) {
      const group = this.#freeGroups.pop() ?? this.#groups.length
      this.#groups[group] = new LineGroup(held, line)
      this.#lines[slot] = -group - 1
    } else {
      this.#groups[-held - 1]?.add(line)
    }
    return true
  }

  /**
   * Takes a line out; nothing happens when it is not there. True when other lines still have the key.
   */
  remove(hash: number, line: number): boolean {
    const slot = this.#slotOf(hash)
    if (this.#hashes[slot] !== hash) return false
    const held = this.#lines[slot] as number
    if (held >= 0) {
      if (held === line) this.#hashes[slot] = REMOVED
      return held !== line
    }
    const group = -held - 1
    const members = this.#groups[group] as LineGroup
    members.remove(line)
    if (members.size > 1) return true
    const [last] = members.lines()
    this.#lines[slot] = last as number
    this.#groups[group] = undefined
    this.#freeGroups.push(group)
    return true
  }

  /** The lines that have a key, in no order; empty when none has. */
  linesOf(hash: number): readonly number[] {
    const slot = this.#slotOf(hash)
    if (this.#hashes[slot] !== hash) return []
    const held = this.#lines[slot] as number
    return held >= 0 ? [held] : (this.#groups[-held - 1] as LineGroup).lines()
  }

  /** How many lines have a key, and the lowest of them, at most `most`. */
  groupOf(hash: number, most: number): KeyGroup {
    const slot = this.#slotOf(hash)
    if (this.#hashes[slot] !== hash) return { count: 0, lowest: [] }
    const held = this.#lines[slot] as number
    if (held >= 0) return { count: 1, lowest: [held].slice(0, most) }
    const group = this.#groups[-held - 1] as LineGroup
    return { count: group.size, lowest: group.lowest(most) }
  }

  /** Calls `visit` for every line and the hash of its key, in no order. */
  forEach(visit: (hash: number, line: number) => void): void {
    for (let slot = 0; slot < this.#hashes.length; slot++) {
      const hash = this.#hashes[slot] as number
      if (hash <= 0) continue
      const held = this.#lines[slot] as number
      if (held >= 0) visit(hash, held)
      else for (const line of (this.#groups[-held - 1] as LineGroup).lines()) visit(hash, line)
    }
  }

  /** The slot that holds the hash, or the free one that ends its run. */
  #slotOf(hash: number): number {
    const mask = this.#hashes.length - 1
    let slot = spread(hash) & mask
    for (;;) {
      const held = this.#hashes[slot]
      if (held === hash || held === 0) return slot
      slot = (slot + 1) & mask
    }
  }

  #freeSlotFor(hash: number): number {
    const mask = this.#hashes.length - 1
    let slot = spread(hash) & mask
    while ((this.#hashes[slot] as number) > 0) slot = (slot + 1) & mask
    return slot
  }

  #grow(): void {
    const hashes = this.#hashes
    const lines = this.#lines
    this.#hashes = new Float64Array(hashes.length * 2)
    this.#lines = new Float64Array(hashes.length * 2)
    this.#used = 0
    for (let slot = 0; slot < hashes.length; slot++) {
      const hash = hashes[slot] as number
      if (hash <= 0) continue
      const to = this.#freeSlotFor(hash)
      this.#hashes[to] = hash
      this.#lines[to] = lines[slot] as number
      this.#used++
    }
  }
}

/** 32 bits of a 53-bit hash that do not depend on the bits by which keyTable.ts tells buckets apart. */
function spread(hash: number): number {
  return Math.imul(hash, 0x9e3779b1) >>> 4
}
