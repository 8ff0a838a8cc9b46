// A map from a dense range of integers to 32-bit numbers of which most are 0, in typed arrays: a
// table of pages, and pages of 64 numbers that exist once one of their numbers was set. One number
// alone costs 256 bytes, all of them 4 bytes each, and ascending iteration is free.
import { GrowableUint32, grown } from './growableNumbers.ts'

const PAGE_BITS = 6
const PAGE = 1 << PAGE_BITS
/** Numbers in one buffer of pages: 1 MiB. */
const BUFFER_BITS = 18

export class SparseNumbers {
  /** [index >>> 6]: number of the page plus one, 0 when there is none. */
  #table = new Uint32Array(16)
  readonly #buffers: Uint32Array[] = []
  #pages = 0

  /** 0 where nothing was set. */
  get(index: number): number {
    const page = this.#table[index >>> PAGE_BITS]
    if (page === undefined || page === 0) return 0
    const at = (page - 1) * PAGE + (index & (PAGE - 1))
    return (this.#buffers[at >>> BUFFER_BITS] as Uint32Array)[
      at & ((1 << BUFFER_BITS) - 1)
    ] as number
  }

  set(index: number, value: number): void {
    const slot = index >>> PAGE_BITS
    if (slot >= this.#table.length) {
      if (value === 0) return
      this.#table = grown(this.#table, slot + 1)
    }
    let page = this.#table[slot] as number
    if (page === 0) {
      if (value === 0) return
      page = ++this.#pages
      this.#table[slot] = page
      if ((page - 1) * PAGE >= this.#buffers.length << BUFFER_BITS) {
        this.#buffers.push(new Uint32Array(1 << BUFFER_BITS))
      }
    }
    const at = (page - 1) * PAGE + (index & (PAGE - 1))
    const buffer = this.#buffers[at >>> BUFFER_BITS] as Uint32Array
    buffer[at & ((1 << BUFFER_BITS) - 1)] = value
  }

  /** Indexes whose number is not 0, ascending. */
  indexes(): Uint32Array<ArrayBuffer> {
    const found = new GrowableUint32()
    for (let slot = 0; slot < this.#table.length; slot++) {
      if (this.#table[slot] === 0) continue
      for (let index = slot * PAGE; index < (slot + 1) * PAGE; index++) {
        if (this.get(index) !== 0) found.push(index)
      }
    }
    return found.toArray()
  }
}
