// Which lines share a hash with others, for all lines of a file at once. A hash table for 16 million
// lines is in no cache, so it is done bucket by bucket.
import { Bits } from '../base/bits.ts'
import {
  ANY_CHECK,
  bucketOf,
  BUCKETS,
  forEachHash,
  forEachPlace,
  type HashPage,
  joinHash,
  PAGE,
  storedCheck,
} from './hashPage.ts'
import { possibleRepeats } from './possibleRepeats.ts'

/** Repeats of which only 53 bits are known that are worth a look at the lines. */
const FEW = 2000

export interface Repeats {
  /** The first line of each hash that repeats, and all further ones. Absent: none does. */
  readonly marks?: RepeatMarks
  /** Hashes of lines that are not sure to be alike: the lines have to be looked at. */
  readonly unclear: ReadonlySet<number>
}

export interface RepeatMarks {
  readonly first: Bits
  readonly later: Bits
}

/** Lines that are looked at together with their hashes: 12 bytes each. */
const AT_A_TIME = 1 << 22

/** `atATime` and `mostPossible` change what it takes, not what is found. */
export function findRepeats(
  pages: readonly (HashPage | undefined)[],
  atATime = AT_A_TIME,
  mostPossible?: number,
): Repeats {
  const found = new Found(pages.length * PAGE)
  const places = possibleRepeats(pages, mostPossible)
  if (places) {
    const take = found.inOrder()
    pages.forEach((page, number) => {
      const some = places[number]
      if (!page || !some || some.length === 0) return
      forEachPlace(page, some, (high, low, at) => take(high, low, number * PAGE + at))
    })
    return found.repeats
  }
  const counts = countBuckets(pages)
  let from = 0
  while (from < BUCKETS) {
    let total = counts[from] as number
    let to = from + 1
    while (to < BUCKETS && total + (counts[to] as number) <= atATime) {
      total += counts[to] as number
      to++
    }
    // Hashes spread evenly: a bucket is as large as that when one of them is very frequent.
    if (total > atATime) streamBucket(pages, from, found.inOrder())
    else if (total > 1) found.sorted(pages, counts, from, to, total)
    from = to
  }
  return found.repeats
}

type Take = (high: number, low: number, line: number) => void

function streamBucket(pages: readonly (HashPage | undefined)[], bucket: number, take: Take): void {
  pages.forEach((page, number) => {
    if (!page) return
    forEachHash(page, (high, low, at) => {
      if (bucketOf(high) === bucket) take(high, low, number * PAGE + at)
    })
  })
}

function countBuckets(pages: readonly (HashPage | undefined)[]): Uint32Array {
  const counts = new Uint32Array(BUCKETS)
  for (const page of pages) {
    if (!page) continue
    const { starts } = page
    for (let bucket = 0; bucket < BUCKETS; bucket++) {
      const count = (starts[bucket + 1] as number) - (starts[bucket] as number)
      counts[bucket] = (counts[bucket] as number) + count
    }
  }
  return counts
}

interface Entries {
  readonly highs: Uint32Array
  readonly lows: Uint32Array
  readonly lines: Uint32Array
}

class Found {
  readonly #size: number
  readonly #unclear = new Set<number>()
  #marks: RepeatMarks | undefined
  /** Used again for the next buckets. */
  #entries = roomFor(0)

  constructor(size: number) {
    this.#size = size
  }

  get repeats(): Repeats {
    return { unclear: this.#unclear, ...(this.#marks && { marks: this.#marks }) }
  }

  /** Line `later` has the hash of line `first`, and is not the first that does. */
  #add(hash: number, first: number, later: number, firstHigh: number, laterHigh: number): void {
    this.#marks ??= { first: new Bits(this.#size), later: new Bits(this.#size) }
    this.#marks.first.add(first)
    this.#marks.later.add(later)
    const firstCheck = storedCheck(firstHigh)
    const laterCheck = storedCheck(laterHigh)
    const isKnown = firstCheck !== ANY_CHECK && laterCheck !== ANY_CHECK
    if (isKnown ? firstCheck !== laterCheck : this.#unclear.size < FEW) this.#unclear.add(hash)
  }

  /** For all lines with some hashes, ascending. */
  inOrder(): Take {
    const firsts = new Map<number, { readonly line: number; readonly high: number }>()
    let last = -1
    let first = { line: 0, high: 0 }
    return (high, low, line) => {
      const hash = joinHash(low, high)
      if (hash !== last) {
        const known = firsts.get(hash)
        first = known ?? { line, high }
        last = hash
        if (!known) {
          firsts.set(hash, first)
          return
        }
      }
      this.#add(hash, first.line, line, first.high, high)
    }
  }

  /** The buckets [from, to), which hold `total` hashes. */
  sorted(
    pages: readonly (HashPage | undefined)[],
    counts: Uint32Array,
    from: number,
    to: number,
    total: number,
  ): void {
    if (this.#entries.lines.length < total) this.#entries = roomFor(total)
    const { highs, lows, lines } = this.#entries
    const next = new Uint32Array(BUCKETS)
    for (let bucket = from + 1; bucket < to; bucket++) {
      next[bucket] = (next[bucket - 1] as number) + (counts[bucket - 1] as number)
    }
    pages.forEach((page, number) => {
      if (!page) return
      const nextLow = page.starts.slice()
      for (let at = 0; at < page.highs.length; at++) {
        const high = page.highs[at] as number
        if (high === 0) continue
        const bucket = bucketOf(high)
        if (bucket < from || bucket >= to) continue
        const place = next[bucket] as number
        const lowPlace = nextLow[bucket] as number
        highs[place] = high
        lows[place] = page.lows[lowPlace] as number
        lines[place] = number * PAGE + at
        next[bucket] = place + 1
        nextLow[bucket] = lowPlace + 1
      }
    })
    let start = 0
    for (let bucket = from; bucket < to; bucket++) {
      const end = next[bucket] as number
      this.#bucket(this.#entries, start, end)
      start = end
    }
  }

  /** Entries of one bucket, lines ascending. */
  #bucket({ highs, lows, lines }: Entries, from: number, to: number): void {
    const bits = Math.max(4, 33 - Math.clz32(to - from))
    const places = scratchOf(1 << bits)
    const mask = places.length - 1
    for (let i = from; i < to; i++) {
      const low = lows[i] as number
      const high = highs[i] as number
      let slot = low >>> (32 - bits)
      for (;;) {
        const place = places[slot] as number
        if (place === 0) {
          places[slot] = i + 1
          break
        }
        const first = place - 1
        if (lows[first] === low) {
          const hash = joinHash(low, high)
          const firstHigh = highs[first] as number
          if (joinHash(low, firstHigh) === hash) {
            this.#add(hash, lines[first] as number, lines[i] as number, firstHigh, high)
            break
          }
        }
        slot = (slot + 1) & mask
      }
    }
  }
}

function roomFor(size: number): Entries {
  return {
    highs: new Uint32Array(size),
    lows: new Uint32Array(size),
    lines: new Uint32Array(size),
  }
}

/** Kept for buckets of files of up to some ten million keys. */
const SCRATCH_KEPT = 1 << 16
let scratch = new Int32Array(1 << 10)

/** Zeros. */
function scratchOf(size: number): Int32Array {
  if (size > SCRATCH_KEPT) return new Int32Array(size)
  if (size > scratch.length) scratch = new Int32Array(size)
  else scratch.fill(0, 0, size)
  return size === scratch.length ? scratch : scratch.subarray(0, size)
}
