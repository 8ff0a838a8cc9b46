// A set of hashes by open addressing: a tenth of the memory of a Set of numbers, and several times as fast.

const START_CAPACITY = 1 << 4

export class HashSet {
  /** 0: a free slot. At most half of them are taken. */
  #slots: Float64Array<ArrayBuffer>
  #size = 0

  /** With room for `count` to begin with. */
  constructor(count: number) {
    let capacity = START_CAPACITY
    while (capacity < 2 * count) capacity *= 2
    this.#slots = new Float64Array(capacity)
  }

  /** Of a hash above 0. */
  add(hash: number): void {
    const slot = this.#slotOf(hash)
    if (this.#slots[slot] === hash) return
    this.#slots[slot] = hash
    if (++this.#size * 2 > this.#slots.length) this.#grow()
  }

  has(hash: number): boolean {
    return this.#slots[this.#slotOf(hash)] === hash
  }

  /** In no order. */
  values(): Float64Array<ArrayBuffer> {
    const values = new Float64Array(this.#size)
    let count = 0
    for (const hash of this.#slots) if (hash !== 0) values[count++] = hash
    return values
  }

  /** The slot that holds the hash, or the free one that ends its run. */
  #slotOf(hash: number): number {
    const slots = this.#slots
    const mask = slots.length - 1
    let slot = (Math.imul(hash, 0x9e3779b1) >>> 4) & mask
    while (slots[slot] !== hash && slots[slot] !== 0) slot = (slot + 1) & mask
    return slot
  }

  #grow(): void {
    const values = this.values()
    this.#slots = new Float64Array(2 * this.#slots.length)
    for (const hash of values) this.#slots[this.#slotOf(hash)] = hash
  }
}
