// Most files repeat nothing, or little. Whether one does is seen by 42 bits of each hash, one bucket of
// low halves after the other; only what seems to stand twice has to be looked at with its line.
import { BUCKETS, type HashPage } from './hashPage.ts'

/** More than this and it is as quick to sort all hashes with their lines. */
const MOST = 1 << 16

/**
 * [page]: places in `lows` of every line whose hash another line has, and of few others. Undefined: there
 * are too many.
 */
export function possibleRepeats(
  pages: readonly (HashPage | undefined)[],
  most = MOST,
): (number[] | undefined)[] | undefined {
  const places: (number[] | undefined)[] = []
  const bucket = new BucketKeys()
  let found = 0
  for (let number = 0; number < BUCKETS; number++) {
    const size = sizeOf(pages, number)
    if (size < 2) continue
    bucket.begin(size)
    for (const page of pages) {
      if (!page) continue
      found += bucket.look(
        page.lows,
        page.starts[number] as number,
        page.starts[number + 1] as number,
      )
      if (found > most) return undefined
    }
    if (!bucket.hasRepeats) continue
    pages.forEach((page, at) => {
      if (page) bucket.addPlaces(page, number, (places[at] ??= []))
    })
  }
  return places
}

function sizeOf(pages: readonly (HashPage | undefined)[], bucket: number): number {
  let size = 0
  for (const page of pages) {
    if (page) size += (page.starts[bucket + 1] as number) - (page.starts[bucket] as number)
  }
  return size
}

const FILTER_BITS = 12

/** The low halves of one bucket, which are as good as random. */
class BucketKeys {
  /** Open addressing by a key's highest bits; at least half of it stays empty. */
  #table = new Uint32Array(1 << 4)
  #shift = 0
  readonly #repeated = new Set<number>()
  /** [a key's highest bits]: 1 when one of `#repeated` has them. */
  readonly #filter = new Uint8Array(1 << FILTER_BITS)

  /** Forgets all keys, and makes room for so many. */
  begin(size: number): void {
    const bits = Math.max(4, 33 - Math.clz32(size))
    this.#shift = 32 - bits
    if (this.#table.length === 1 << bits) this.#table.fill(0)
    else this.#table = new Uint32Array(1 << bits)
    if (this.hasRepeats) this.#filter.fill(0)
    this.#repeated.clear()
  }

  get hasRepeats(): boolean {
    return this.#repeated.size > 0
  }

  /** Takes [from, to) in; how many of them were there before. */
  look(keys: Uint32Array, from: number, to: number): number {
    const table = this.#table
    const shift = this.#shift
    const mask = table.length - 1
    let repeats = 0
    for (let i = from; i < to; i++) {
      const key = keyOf(keys[i] as number)
      let slot = key >>> shift
      for (;;) {
        const there = table[slot] as number
        if (there === 0) {
          table[slot] = key
          break
        }
        if (there === key) {
          this.#add(key)
          repeats++
          break
        }
        slot = (slot + 1) & mask
      }
    }
    return repeats
  }

  #add(key: number): void {
    this.#repeated.add(key)
    this.#filter[key >>> (32 - FILTER_BITS)] = 1
  }

  /** The places of this page's part of the bucket whose keys were there more than once. */
  addPlaces({ lows, starts }: HashPage, bucket: number, places: number[]): void {
    const end = starts[bucket + 1] as number
    for (let place = starts[bucket] as number; place < end; place++) {
      const key = keyOf(lows[place] as number)
      if (this.#filter[key >>> (32 - FILTER_BITS)] === 0) continue
      if (this.#repeated.has(key)) places.push(place)
    }
  }
}

/** 0 means an empty slot; it stands with 1. */
function keyOf(low: number): number {
  return low || 1
}
