// The rows of a few keys that came with each other: a hash table that fits the processor's cache.

const FIRST_SLOTS = 1 << 10

/** Keys, each with the rows that have it: how many, the first, the last and the best. */
export class KeyGroups {
  /** [slot]: number of the group, from 1; 0 is free. */
  #slots = new Int32Array(FIRST_SLOTS)
  #size = 0
  #low = new Uint32Array(FIRST_SLOTS)
  #high = new Uint32Array(FIRST_SLOTS)
  #check = new Uint32Array(FIRST_SLOTS)
  #count = new Uint32Array(FIRST_SLOTS)
  #first = new Uint32Array(FIRST_SLOTS)
  #last = new Uint32Array(FIRST_SLOTS)
  #best = new Uint32Array(FIRST_SLOTS)
  #bestRank = new Uint8Array(FIRST_SLOTS)

  clear(): void {
    this.#slots.fill(0)
    this.#size = 0
  }

  /** Rows come in ascending order; the lower a rank the better. False: no row before had the key. */
  add(low: number, high: number, check: number, row: number, rank: number): boolean {
    if (this.#size * 2 >= this.#slots.length) this.#grow()
    const mask = this.#slots.length - 1
    let slot = low & mask
    for (let group = this.#slots[slot]; group !== 0; group = this.#slots[slot]) {
      const at = (group as number) - 1
      if (this.#low[at] === low && this.#high[at] === high && this.#check[at] === check) {
        this.#count[at] = (this.#count[at] as number) + 1
        this.#last[at] = row
        if (rank < (this.#bestRank[at] as number)) {
          this.#best[at] = row
          this.#bestRank[at] = rank
        }
        return true
      }
      slot = (slot + 1) & mask
    }
    const at = this.#size++
    this.#slots[slot] = this.#size
    this.#low[at] = low
    this.#high[at] = high
    this.#check[at] = check
    this.#count[at] = 1
    this.#first[at] = row
    this.#last[at] = row
    this.#best[at] = row
    this.#bestRank[at] = rank
    return false
  }

  /** Keys that several rows have. */
  forEachGroup(visit: (count: number, first: number, last: number, best: number) => void): void {
    for (let at = 0; at < this.#size; at++) {
      const count = this.#count[at] as number
      if (count < 2) continue
      visit(count, this.#first[at] as number, this.#last[at] as number, this.#best[at] as number)
    }
  }

  #grow(): void {
    const size = this.#slots.length * 2
    this.#low = grown(this.#low, size)
    this.#high = grown(this.#high, size)
    this.#check = grown(this.#check, size)
    this.#count = grown(this.#count, size)
    this.#first = grown(this.#first, size)
    this.#last = grown(this.#last, size)
    this.#best = grown(this.#best, size)
    const ranks = new Uint8Array(size)
    ranks.set(this.#bestRank)
    this.#bestRank = ranks
    this.#slots = new Int32Array(size)
    const mask = size - 1
    for (let at = 0; at < this.#size; at++) {
      let slot = (this.#low[at] as number) & mask
      while (this.#slots[slot] !== 0) slot = (slot + 1) & mask
      this.#slots[slot] = at + 1
    }
  }
}

function grown(numbers: Uint32Array, size: number): Uint32Array<ArrayBuffer> {
  const larger = new Uint32Array(size)
  larger.set(numbers)
  return larger
}
