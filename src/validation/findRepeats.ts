// Which lines share a hash with others, for all lines of a file at once. A hash table for 16 million
// lines is in no cache, so the hashes are sorted into buckets first, some millions at a time.
import { Bits } from '../base/bits.ts'
import { ANY_CHECK, type HashPage, PAGE } from './hashPage.ts'
import { possibleRepeats, wordsOf } from './possibleRepeats.ts'

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

const BUCKETS = 256
const PER_BUCKET = 2 ** 53 / BUCKETS
/** Hashes sorted at a time: 14 bytes each. */
const AT_A_TIME = 1 << 22

/** `atATime` and `mostPossible` change what it takes, not what is found. */
export function findRepeats(
  pages: readonly (HashPage | undefined)[],
  atATime = AT_A_TIME,
  mostPossible?: number,
): Repeats {
  const found = new Found(pages.length * PAGE)
  const isPossible = possibleRepeats(pages, 4 * atATime, mostPossible)
  if (isPossible) {
    found.stream(pages, isPossible)
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
    if (total > atATime) found.stream(pages, inBucket(from))
    else if (total > 1) found.sorted(pages, counts, from, to, total)
    from = to
  }
  return found.repeats
}

/** Of the halves of a hash as it is stored. */
function inBucket(bucket: number): (high: number, low: number) => boolean {
  const words = new Uint32Array(2)
  const hash = new Float64Array(words.buffer)
  return (high, low) => {
    words[0] = low
    words[1] = high
    return bucketOf(hash[0] as number) === bucket
  }
}

function countBuckets(pages: readonly (HashPage | undefined)[]): Uint32Array {
  const counts = new Uint32Array(BUCKETS)
  for (const page of pages) {
    if (!page) continue
    const { hashes } = page
    for (let at = 0; at < PAGE; at++) {
      const hash = hashes[at] as number
      if (hash === 0) continue
      const bucket = bucketOf(hash)
      counts[bucket] = (counts[bucket] as number) + 1
    }
  }
  return counts
}

/** The highest bits of the 53. */
export function bucketOf(hash: number): number {
  return Math.trunc(hash / PER_BUCKET)
}

class Found {
  readonly #size: number
  readonly #unclear = new Set<number>()
  #marks: RepeatMarks | undefined
  /** Used again for the next buckets. */
  #entries = { hashes: new Float64Array(0), lines: new Uint32Array(0), checks: new Uint16Array(0) }

  constructor(size: number) {
    this.#size = size
  }

  get repeats(): Repeats {
    return { unclear: this.#unclear, ...(this.#marks && { marks: this.#marks }) }
  }

  /** Line `later` has the hash of line `first`, and is not the first that does. */
  #add(hash: number, first: number, later: number, firstCheck: number, laterCheck: number): void {
    this.#marks ??= { first: new Bits(this.#size), later: new Bits(this.#size) }
    this.#marks.first.add(first)
    this.#marks.later.add(later)
    const isKnown = firstCheck !== ANY_CHECK && laterCheck !== ANY_CHECK
    if (isKnown ? firstCheck !== laterCheck : this.#unclear.size < FEW) this.#unclear.add(hash)
  }

  /** Hashes of which `isWanted` is true of their halves (`wordsOf`), as they come. */
  stream(
    pages: readonly (HashPage | undefined)[],
    isWanted: (high: number, low: number) => boolean,
  ): void {
    const firsts = new Map<number, { readonly line: number; readonly check: number }>()
    let last = -1
    let first = { line: 0, check: 0 }
    pages.forEach((page, number) => {
      if (!page) return
      const { hashes, checks } = page
      const words = wordsOf(page)
      for (let at = 0; at < PAGE; at++) {
        const high = words[2 * at + 1] as number
        if (high === 0) continue
        const hash = hashes[at] as number
        if (hash !== last) {
          if (!isWanted(high, words[2 * at] as number)) continue
          const known = firsts.get(hash)
          const line = number * PAGE + at
          first = known ?? { line, check: checks[at] ?? ANY_CHECK }
          last = hash
          if (!known) {
            firsts.set(hash, first)
            continue
          }
        }
        this.#add(hash, first.line, number * PAGE + at, first.check, checks[at] ?? ANY_CHECK)
      }
    })
  }

  #room(size: number): { hashes: Float64Array; lines: Uint32Array; checks: Uint16Array } {
    if (this.#entries.lines.length < size) {
      this.#entries = {
        hashes: new Float64Array(size),
        lines: new Uint32Array(size),
        checks: new Uint16Array(size),
      }
    }
    return this.#entries
  }

  /** The buckets [from, to), which hold `total` hashes. */
  sorted(
    pages: readonly (HashPage | undefined)[],
    counts: Uint32Array,
    from: number,
    to: number,
    total: number,
  ): void {
    const { hashes, lines, checks } = this.#room(total)
    const next = new Uint32Array(BUCKETS)
    for (let bucket = from + 1; bucket < to; bucket++) {
      next[bucket] = (next[bucket - 1] as number) + (counts[bucket - 1] as number)
    }
    pages.forEach((page, number) => {
      if (!page) return
      for (let at = 0; at < PAGE; at++) {
        const hash = page.hashes[at] as number
        if (hash === 0) continue
        const bucket = bucketOf(hash)
        if (bucket < from || bucket >= to) continue
        const place = next[bucket] as number
        hashes[place] = hash
        lines[place] = number * PAGE + at
        checks[place] = page.checks[at] ?? ANY_CHECK
        next[bucket] = place + 1
      }
    })
    let start = 0
    for (let bucket = from; bucket < to; bucket++) {
      const end = next[bucket] as number
      this.#bucket(hashes, lines, checks, start, end)
      start = end
    }
  }

  /** Entries of one bucket, lines ascending. */
  #bucket(
    hashes: Float64Array,
    lines: Uint32Array,
    checks: Uint16Array,
    from: number,
    to: number,
  ): void {
    const bits = Math.max(4, 33 - Math.clz32(to - from))
    const places = scratchOf(1 << bits)
    const mask = places.length - 1
    for (let i = from; i < to; i++) {
      const hash = hashes[i] as number
      let slot = Math.imul(hash, 0x9e3779b1) >>> (32 - bits)
      for (;;) {
        const place = places[slot] as number
        if (place === 0) {
          places[slot] = i + 1
          break
        }
        const first = place - 1
        if (hashes[first] === hash) {
          this.#add(
            hash,
            lines[first] as number,
            lines[i] as number,
            checks[first] as number,
            checks[i] as number,
          )
          break
        }
        slot = (slot + 1) & mask
      }
    }
  }
}

/** Kept for buckets of files of up to some ten million keys. */
const SCRATCH_KEPT = 1 << 17
let scratch = new Int32Array(1 << 10)

/** Zeros. */
function scratchOf(size: number): Int32Array {
  if (size > SCRATCH_KEPT) return new Int32Array(size)
  if (size > scratch.length) scratch = new Int32Array(size)
  else scratch.fill(0, 0, size)
  return size === scratch.length ? scratch : scratch.subarray(0, size)
}
