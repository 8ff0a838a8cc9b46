// A stretch of a column of hashes (lineHashes.ts): 64 bits for each line, as two halves of 32.
//
// The high halves stand by line. The low ones stand by bucket, so that what may be alike is side by side
// when repeats are looked for, and nothing has to be sorted then. Which line a low half is of follows from
// the high ones: it is as far behind in its bucket as its line is among those of the bucket.

import { lastAtMost } from '../base/bisect.ts'
import { Bits } from '../base/bits.ts'

export const PAGE_BITS = 18
/** Lines per page: so many that a bucket's part of a full page is read from memory without waiting. */
export const PAGE = 1 << PAGE_BITS

const BUCKET_BITS = 10
/** So many that the hash table for one bucket of 16 million lines stays in the processor's first cache. */
export const BUCKETS = 1 << BUCKET_BITS

/** The 11 bits are not known; they go with any. */
export const ANY_CHECK = 0x7ff
const CHECK_FROM = 21
const DIGITS = 0x1f_ffff

export interface HashPage {
  /**
   * [line - PAGE * page]: 11 bits of a check, 21 of the hash; 0 where the line has none, as lines beyond
   * its end have.
   */
  readonly highs: Uint32Array<ArrayBuffer>
  /** Those of bucket 0 first; lines ascending within each. */
  readonly lows: Uint32Array<ArrayBuffer>
  /** [b]: where bucket b begins in `lows`; [BUCKETS]: how many there are. */
  readonly starts: Uint32Array
}

/** The other 53 bits, above 0. */
export function joinHash(low: number, high: number): number {
  return (high & DIGITS) * 0x1_0000_0000 + low || 1
}

/** The 11 bits of a 64-bit hash that do not fit into the number, by its high half: 1 to ANY_CHECK - 1. */
export function checkOf(high: number): number {
  return highOf(high) >>> CHECK_FROM
}

/** The check in a high half as it is stored. */
export function storedCheck(high: number): number {
  return high >>> CHECK_FROM
}

/** The low half of a hash as a number. */
export function lowOf(hash: number): number {
  return hash >>> 0
}

/** The high half of a hash as a number, with a check. */
export function highWith(hash: number, check: number): number {
  const digits = Math.floor(hash / 0x1_0000_0000)
  return (((check || 1) << CHECK_FROM) | digits) >>> 0
}

/** The high half as it is stored: of 2,048 checks that of none and that of all are others'. */
function highOf(high: number): number {
  // Both at once: nearly all are neither.
  if ((high + (1 << CHECK_FROM)) >>> 0 >= 2 << CHECK_FROM) return high
  return (high >>> CHECK_FROM === 0 ? high + (1 << CHECK_FROM) : high - (1 << CHECK_FROM)) >>> 0
}

/** The highest bits of the hash as a number; of a high half. */
export function bucketOf(high: number): number {
  return (high >>> (CHECK_FROM - BUCKET_BITS)) & (BUCKETS - 1)
}

/** A page to which lines are added, each once. */
export class OpenPage {
  readonly #highs = new Uint32Array(PAGE)
  readonly #lows: Uint32Array
  readonly #counts = new Uint32Array(BUCKETS)
  /** Of the lines until now. */
  #length = 0

  /** `lows`: room for PAGE numbers, used until the page is closed. */
  constructor(lows: Uint32Array, closed?: HashPage) {
    this.#lows = lows
    if (closed) forEachHash(closed, (high, low, at) => this.add(high, low, at))
  }

  /** `high`: as `highWith` gives it. */
  add(high: number, low: number, at: number): void {
    const bucket = bucketOf(high)
    this.#counts[bucket] = (this.#counts[bucket] as number) + 1
    this.#highs[at] = high
    this.#lows[at] = low
    this.#length = Math.max(this.#length, at + 1)
  }

  /** For lines that follow one another: the halves [from, to) of 64-bit hashes, low ones first. */
  addAll(halves: Uint32Array, from: number, to: number, at: number): void {
    const highs = this.#highs
    const lows = this.#lows
    const counts = this.#counts
    for (let i = from; i < to; i++, at++) {
      const high = highOf(halves[2 * i + 1] as number)
      const low = halves[2 * i] as number
      const bucket = bucketOf(high)
      counts[bucket] = (counts[bucket] as number) + 1
      highs[at] = high
      lows[at] = low === 0 ? lowOf(joinHash(low, high)) : low
    }
    this.#length = Math.max(this.#length, at)
  }

  close(): HashPage {
    const isFull = this.#length === PAGE
    const highs = isFull ? this.#highs : this.#highs.slice(0, this.#length)
    return sortedPage(highs, this.#lows, startsOf(this.#counts))
  }
}

/** The page of these high halves; its low ones are the first of `lows`. */
export function storedPage(
  highs: Uint32Array<ArrayBuffer>,
  lows: Uint32Array<ArrayBuffer>,
): HashPage {
  const starts = startsOf(countBuckets(highs))
  return { highs, lows: lows.subarray(0, starts[BUCKETS]), starts }
}

function countBuckets(highs: Uint32Array): Uint32Array {
  const counts = new Uint32Array(BUCKETS)
  for (let at = 0; at < highs.length; at++) {
    const high = highs[at] as number
    if (high !== 0) counts[bucketOf(high)] = (counts[bucketOf(high)] as number) + 1
  }
  return counts
}

function startsOf(counts: Uint32Array): Uint32Array {
  const starts = new Uint32Array(BUCKETS + 1)
  for (let bucket = 0; bucket < BUCKETS; bucket++) {
    starts[bucket + 1] = (starts[bucket] as number) + (counts[bucket] as number)
  }
  return starts
}

function sortedPage(
  highs: Uint32Array<ArrayBuffer>,
  lowsByLine: Uint32Array,
  starts: Uint32Array,
): HashPage {
  const lows = new Uint32Array(starts[BUCKETS] as number)
  const next = starts.slice()
  for (let at = 0; at < highs.length; at++) {
    const high = highs[at] as number
    if (high === 0) continue
    const bucket = bucketOf(high)
    const place = next[bucket] as number
    lows[place] = lowsByLine[at] as number
    next[bucket] = place + 1
  }
  return { highs, lows, starts }
}

/** Every line that has a hash, ascending: its high half, where its low half stands, and its place in the page. */
function forEachLine(
  { highs, starts }: HashPage,
  visit: (high: number, place: number, at: number) => void,
): void {
  const next = starts.slice()
  for (let at = 0; at < highs.length; at++) {
    const high = highs[at] as number
    if (high === 0) continue
    const bucket = bucketOf(high)
    const place = next[bucket] as number
    next[bucket] = place + 1
    visit(high, place, at)
  }
}

/** Every line that has a hash, ascending: its halves, and its place in the page. */
export function forEachHash(
  page: HashPage,
  visit: (high: number, low: number, at: number) => void,
): void {
  forEachLine(page, (high, place, at) => visit(high, page.lows[place] as number, at))
}

/** The same of those alone whose low halves are at these places of `lows`. */
export function forEachPlace(
  page: HashPage,
  places: readonly number[],
  visit: (high: number, low: number, at: number) => void,
): void {
  const [only] = places
  if (places.length === 1 && only !== undefined) {
    const at = lineAt(page, only)
    visit(page.highs[at] as number, page.lows[only] as number, at)
    return
  }
  const wanted = new Bits(page.lows.length)
  for (const place of places) wanted.add(place)
  forEachLine(page, (high, place, at) => {
    if (wanted.has(place)) visit(high, page.lows[place] as number, at)
  })
}

/** The line whose low half is at that place. */
function lineAt({ highs, starts }: HashPage, place: number): number {
  const bucket = lastAtMost(starts, BUCKETS, place)
  let before = place - (starts[bucket] as number)
  for (let at = 0; ; at++) {
    const high = highs[at] as number
    if (high !== 0 && bucketOf(high) === bucket && before-- === 0) return at
  }
}

/** Where the low half of a hash stands in `lows`, ascending: of all lines that have the hash, and few others. */
export function placesOf({ lows, starts }: HashPage, hash: number): number[] {
  const bucket = bucketOf(highWith(hash, ANY_CHECK))
  const start = starts[bucket] as number
  const part = lows.subarray(start, starts[bucket + 1])
  const low = lowOf(hash)
  const places: number[] = []
  for (let at = part.indexOf(low); at >= 0; at = part.indexOf(low, at + 1)) places.push(start + at)
  return places
}
