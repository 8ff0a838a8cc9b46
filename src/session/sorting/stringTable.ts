// Strings that differ, as long as they are few: their images one after the other, found by their hashes.
import { IMAGE_SLACK, writeImage } from '../../fields/naturalImage.ts'
import { sortByBytes } from './byteOrder.ts'
import { RecentStrings } from './recentStrings.ts'

/** Strings and bytes of images that a table holds. */
export interface TableLimits {
  readonly strings: number
  readonly bytes: number
}

export class StringTable {
  readonly #limits: TableLimits
  readonly #recent = new RecentStrings()
  #bytes: Uint8Array<ArrayBuffer>
  /** One more than hashes: where each image begins, and the last one ends. */
  #starts = new Uint32Array(257)
  /** Open addressing: place + 1, at most half full. */
  #slots = new Uint32Array(512)
  #hashes = new Uint32Array(256)
  #count = 0

  constructor(limits: TableLimits) {
    this.#limits = limits
    this.#bytes = new Uint8Array(Math.min(1 << 16, limits.bytes) + IMAGE_SLACK)
  }

  /** Images of the strings. */
  get bytes(): Uint8Array<ArrayBuffer> {
    return this.#bytes
  }

  /** Strings that it has. */
  get count(): number {
    return this.#count
  }

  startOf(place: number): number {
    return this.#starts[place] as number
  }

  endOf(place: number): number {
    return this.#starts[place + 1] as number
  }

  /** The place of the string whose UTF-8 is bytes [from, to); -1 when it is new and there is no room for it. */
  add(bytes: Uint8Array, from: number, to: number): number {
    const recent = this.#recent.find(bytes, from, to)
    if (recent >= 0) return recent
    const place = this.#place(bytes, from, to)
    if (place >= 0) this.#recent.keep(bytes, from, to, place)
    return place
  }

  #place(bytes: Uint8Array, from: number, to: number): number {
    const start = this.#starts[this.#count] as number
    // An image is seldom longer than its string; where it is, it is written again with more room.
    let limit = start + 2 * (to - from) + IMAGE_SLACK
    let end: number
    while (true) {
      if (limit > this.#limits.bytes) return -1
      this.#reserve(limit)
      end = writeImage(bytes, from, to, this.#bytes, start, limit)
      if (end < limit) break
      limit += 4 * (to - from) + IMAGE_SLACK
    }
    const hash = hashOf(this.#bytes, start, end)
    const mask = this.#slots.length - 1
    let slot = hash & mask
    for (let found = this.#slots[slot]; found; found = this.#slots[slot]) {
      if (this.#hashes[found - 1] === hash && this.#isAt(found - 1, start, end)) return found - 1
      slot = (slot + 1) & mask
    }
    if (this.#count === this.#limits.strings) return -1
    const place = this.#count++
    this.#slots[slot] = place + 1
    this.#hashes[place] = hash
    this.#starts[place + 1] = end
    if (this.#count * 2 > this.#slots.length - 2) this.#grow()
    return place
  }

  /** [place]: the place of the string in their order. */
  places(): Uint32Array {
    const order = new Uint32Array(this.#count)
    const lengths = new Uint32Array(this.#count)
    for (let place = 0; place < order.length; place++) {
      order[place] = place
      lengths[place] = this.endOf(place) - this.startOf(place)
    }
    sortByBytes(order, new Uint32Array(order.length), 0, order.length, {
      bytes: this.#bytes,
      starts: this.#starts,
      lengths,
    })
    for (let rank = 0; rank < order.length; rank++) lengths[order[rank] as number] = rank
    return lengths
  }

  /** With what all images begin. */
  sharedStart(): Uint8Array {
    let length = this.#count === 0 ? 0 : this.endOf(0)
    for (let place = 1; place < this.#count; place++) {
      const start = this.startOf(place)
      const most = Math.min(length, this.endOf(place) - start)
      let same = 0
      while (same < most && this.#bytes[same] === this.#bytes[start + same]) same++
      length = same
    }
    return this.#bytes.slice(0, length)
  }

  /** [byte]: 1 where an image has it. */
  bytesThereAre(): Uint8Array {
    const isThere = new Uint8Array(256)
    const end = this.#starts[this.#count] as number
    for (let i = 0; i < end; i++) isThere[this.#bytes[i] as number] = 1
    return isThere
  }

  #isAt(place: number, start: number, end: number): boolean {
    const other = this.startOf(place)
    if (this.endOf(place) - other !== end - start) return false
    for (let i = end - start - 1; i >= 0; i--) {
      if (this.#bytes[other + i] !== this.#bytes[start + i]) return false
    }
    return true
  }

  #reserve(limit: number): void {
    const needed = limit + IMAGE_SLACK
    if (needed <= this.#bytes.length) return
    const wanted = Math.min(this.#limits.bytes + IMAGE_SLACK, this.#bytes.length * 2)
    const grown = new Uint8Array(Math.max(needed, wanted))
    grown.set(this.#bytes)
    this.#bytes = grown
  }

  #grow(): void {
    const hashes = new Uint32Array(this.#hashes.length * 2)
    const starts = new Uint32Array(hashes.length + 1)
    starts.set(this.#starts)
    this.#starts = starts
    hashes.set(this.#hashes)
    this.#hashes = hashes
    this.#slots = new Uint32Array(this.#slots.length * 2)
    const mask = this.#slots.length - 1
    for (let place = 0; place < this.#count; place++) {
      let slot = (hashes[place] as number) & mask
      while (this.#slots[slot]) slot = (slot + 1) & mask
      this.#slots[slot] = place + 1
    }
  }
}

/** FNV-1a, with its high bits folded in: tables look at the low ones. */
function hashOf(bytes: Uint8Array, from: number, to: number): number {
  let hash = 0x811c9dc5
  for (let i = from; i < to; i++) hash = Math.imul(hash ^ (bytes[i] as number), 0x01000193)
  return (hash ^ (hash >>> 15)) >>> 0
}
