// Most files repeat nothing, or little. Whether one does is seen by 40 bits of each hash, 4 bytes a
// line in few passes; only what seems to stand twice has to be looked at with its lines.
import { type HashPage, PAGE } from './hashPage.ts'

const BUCKETS = 256
/** Hashes sorted at a time: 4 bytes each. */
const AT_A_TIME = 1 << 24
/** More than this and it is as quick to sort all hashes with their lines. */
const MOST = 1 << 16

/**
 * A test for every hash that more than one line has. It is true of few others. Undefined: there are
 * too many, or more than `atATime` alike.
 */
export function possibleRepeats(
  pages: readonly (HashPage | undefined)[],
  atATime = AT_A_TIME,
  most = MOST,
): ((high: number, low: number) => boolean) | undefined {
  const words = pages.flatMap((page) => (page ? [wordsOf(page)] : []))
  const counts = countBuckets(words)
  const found = new RepeatedWords(most)
  const next = new Uint32Array(BUCKETS)
  let keys = new Uint32Array(0)
  for (let from = 0, to = 0; from < BUCKETS; from = to) {
    let total = 0
    for (to = from; to < BUCKETS; to++) {
      const count = counts[to] as number
      if (to > from && total + count > atATime) break
      next[to] = total
      total += count
    }
    if (total > atATime) return undefined
    if (keys.length < total) keys = new Uint32Array(total)
    for (const page of words) sortIn(page, next, keys, from, to)
    for (let bucket = from, start = 0; bucket < to; bucket++) {
      const end = next[bucket] as number
      if (!found.look(bucket, keys, start, end)) return undefined
      start = end
    }
  }
  return found.test
}

/**
 * The two halves of a number as it is stored: [2 i] the low one, [2 i + 1] the high one, in which the
 * lower 20 bits are digits; 0 for no hash.
 */
export function wordsOf({ hashes }: HashPage): Uint32Array {
  return new Uint32Array(hashes.buffer, hashes.byteOffset, 2 * PAGE)
}

/** Of the high half: digits that are as good as random. */
function bucketOf(high: number): number {
  return (high >>> 12) & (BUCKETS - 1)
}

function countBuckets(words: readonly Uint32Array[]): Uint32Array {
  const counts = new Uint32Array(BUCKETS)
  for (const page of words) {
    for (let at = 1; at < page.length; at += 2) {
      const high = page[at] as number
      if (high !== 0) counts[bucketOf(high)] = (counts[bucketOf(high)] as number) + 1
    }
  }
  return counts
}

/** The low halves of the buckets [from, to), each bucket's from `next` on. */
function sortIn(
  page: Uint32Array,
  next: Uint32Array,
  keys: Uint32Array,
  from: number,
  to: number,
): void {
  const buckets = to - from
  for (let at = 0; at < page.length; at += 2) {
    const high = page[at + 1] as number
    if (high === 0) continue
    const bucket = bucketOf(high)
    if ((bucket - from) >>> 0 >= buckets) continue
    const place = next[bucket] as number
    keys[place] = page[at] as number
    next[bucket] = place + 1
  }
}

const FILTER_BITS = 20

class RepeatedWords {
  readonly #most: number
  /** By bucket and low half, as one number. */
  readonly #known = new Set<number>()
  /** [the low half's highest bits]: 1 when one of them is known. */
  readonly #filter = new Uint8Array(1 << FILTER_BITS)
  #table = new Uint32Array(1 << 4)
  #times = 0

  constructor(most: number) {
    this.#most = most
  }

  readonly test = (high: number, low: number): boolean =>
    this.#filter[keyOf(low) >>> (32 - FILTER_BITS)] !== 0 &&
    this.#known.has(bucketOf(high) * 2 ** 32 + keyOf(low))

  /** Looks for equal ones in [from, to). False: that makes too many. */
  look(bucket: number, keys: Uint32Array, from: number, to: number): boolean {
    const bits = Math.max(4, 33 - Math.clz32(to - from))
    if (this.#table.length === 1 << bits) this.#table.fill(0)
    else this.#table = new Uint32Array(1 << bits)
    const table = this.#table
    const mask = table.length - 1
    for (let i = from; i < to; i++) {
      const key = keyOf(keys[i] as number)
      let slot = key >>> (32 - bits)
      for (;;) {
        const there = table[slot] as number
        if (there === 0) {
          table[slot] = key
          break
        }
        if (there === key) {
          if (!this.#add(bucket, key)) return false
          break
        }
        slot = (slot + 1) & mask
      }
    }
    return true
  }

  #add(bucket: number, key: number): boolean {
    this.#known.add(bucket * 2 ** 32 + key)
    this.#filter[key >>> (32 - FILTER_BITS)] = 1
    return ++this.#times <= this.#most
  }
}

/** 0 means an empty slot; it stands with 1. */
function keyOf(low: number): number {
  return low || 1
}
