// Which lines have which key, by the 53-bit hashes of keys. While a file is read, keys are only
// written down: a hash table for a million keys is in no cache, and would be touched a million times
// at random. When all are there, they are sorted into buckets by a few bits of the hash. A bucket is
// small enough to be looked through quickly for repeats, and becomes a hash table when one of its
// keys is asked for or changed. 16 bytes a key.
import { KeySlots } from './keySlots.ts'
import type { ArraysToSave, SavedArrays } from './reopening/entryFile.ts'

const BUCKETS = 256
/** Keys written down in one array. */
const PAGE_KEYS = 1 << 16

const NO_ENTRIES = new Float64Array(0)

interface Bucket {
  /** [2 i] and [2 i + 1]: hash and line of the i-th entry; undefined when there are `slots`. */
  entries: Float64Array<ArrayBuffer> | undefined
  slots: KeySlots | undefined
}

export class KeyTable {
  #buckets: readonly Bucket[] = emptyBuckets()
  /** Keys as they came, [2 i] and [2 i + 1] as above; the last page is full up to `#pageLength`. */
  #pages: Float64Array[] = []
  #page = NO_ENTRIES
  #pageLength = 0
  #isSorted = false
  /** Hashes that lines were found to share, until they are taken. */
  #repeated = new Set<number>()

  /** Adds a line under a key's hash (above 0). `takeRepeated` tells whether another line has it. */
  append(hash: number, line: number): void {
    if (this.#pageLength === this.#page.length) {
      this.#page = new Float64Array(2 * PAGE_KEYS)
      this.#pages.push(this.#page)
      this.#pageLength = 0
    }
    this.#page[this.#pageLength] = hash
    this.#page[this.#pageLength + 1] = line
    this.#pageLength += 2
  }

  /** The hashes that more than one line was found to have since the last call. */
  takeRepeated(): ReadonlySet<number> {
    this.#sort()
    const repeated = this.#repeated
    this.#repeated = new Set()
    return repeated
  }

  /** Adds a line under a key's hash (above 0); true when another line has the key already. */
  add(hash: number, line: number): boolean {
    return this.#slots(hash).add(hash, line)
  }

  /** Takes a line out; nothing happens when it is not there. */
  remove(hash: number, line: number): void {
    this.#slots(hash).remove(hash, line)
  }

  /** The lines that have a key, in no order; empty when none has. */
  linesOf(hash: number): readonly number[] {
    return this.#slots(hash).linesOf(hash)
  }

  /**
   * All keys as arrays; live ones, so nothing may change before they are stored. Only `restore` knows
   * what they mean.
   */
  save(): ArraysToSave {
    this.#sort()
    const entries = this.#buckets.map(({ entries, slots }) => {
      if (!slots) return entries ?? NO_ENTRIES
      const saved: number[] = []
      slots.forEach((hash, line) => saved.push(hash, line))
      return Float64Array.from(saved)
    })
    return { entries, counts: Uint32Array.from(entries, (part) => part.length / 2) }
  }

  /**
   * Takes over what `save` gave, in place of all that was added; its repeats count as known. False:
   * it was not from `save`.
   */
  restore({ entries, counts }: SavedArrays): boolean {
    if (!(entries instanceof Float64Array && counts instanceof Uint32Array)) return false
    if (counts.length !== BUCKETS) return false
    if (counts.reduce((sum, count) => sum + count, 0) * 2 !== entries.length) return false
    this.#fill(entries, counts)
    return true
  }

  /** Takes in what `append` has written down. */
  #sort(): void {
    const pages = this.#pages
    if (pages.length === 0) return
    pages.push((pages.pop() as Float64Array).subarray(0, this.#pageLength))
    this.#pages = []
    this.#page = NO_ENTRIES
    this.#pageLength = 0
    if (this.#isSorted) {
      for (const page of pages) {
        for (let at = 0; at < page.length; at += 2) {
          const hash = page[at] as number
          if (this.#slots(hash).add(hash, page[at + 1] as number)) this.#repeated.add(hash)
        }
      }
      return
    }
    const counts = new Uint32Array(BUCKETS)
    let total = 0
    for (const page of pages) {
      total += page.length
      for (let at = 0; at < page.length; at += 2) {
        const bucket = bucketOf(page[at] as number)
        counts[bucket] = (counts[bucket] as number) + 1
      }
    }
    const entries = new Float64Array(total)
    const next = startsOf(counts)
    for (const page of pages) {
      for (let from = 0; from < page.length; from += 2) {
        const hash = page[from] as number
        const bucket = bucketOf(hash)
        const at = next[bucket] as number
        entries[at] = hash
        entries[at + 1] = page[from + 1] as number
        next[bucket] = at + 2
      }
    }
    this.#fill(entries, counts)
    for (const bucket of this.#buckets) findRepeats(bucket.entries ?? NO_ENTRIES, this.#repeated)
  }

  /** The buckets' entries one after the other, as many as `counts` says for each. */
  #fill(entries: Float64Array<ArrayBuffer>, counts: Uint32Array): void {
    const starts = startsOf(counts)
    this.#buckets = Array.from(starts, (start, i) => ({
      entries: entries.subarray(start, start + (counts[i] as number) * 2),
      slots: undefined,
    }))
    this.#isSorted = true
  }

  #slots(hash: number): KeySlots {
    this.#sort()
    const bucket = this.#buckets[bucketOf(hash)] as Bucket
    if (bucket.slots) return bucket.slots
    const entries = bucket.entries ?? NO_ENTRIES
    const slots = new KeySlots(entries.length / 2)
    for (let at = 0; at < entries.length; at += 2) {
      slots.add(entries[at] as number, entries[at + 1] as number)
    }
    bucket.slots = slots
    bucket.entries = undefined
    return slots
  }
}

function emptyBuckets(): Bucket[] {
  return Array.from({ length: BUCKETS }, () => ({ entries: undefined, slots: undefined }))
}

/** Where each bucket begins among entries of two numbers each. */
function startsOf(counts: Uint32Array): Uint32Array {
  const starts = new Uint32Array(BUCKETS)
  for (let i = 1; i < BUCKETS; i++) {
    starts[i] = (starts[i - 1] as number) + 2 * (counts[i - 1] as number)
  }
  return starts
}

/** Adds the hashes that occur twice or more among the entries to `repeated`. */
function findRepeats(entries: Float64Array, repeated: Set<number>): void {
  const count = entries.length / 2
  const bits = Math.max(4, 33 - Math.clz32(count))
  const places = scratchOf(1 << bits)
  const mask = places.length - 1
  for (let i = 0; i < count; i++) {
    const hash = entries[2 * i] as number
    let slot = Math.imul(hash, 0x9e3779b1) >>> (32 - bits)
    for (;;) {
      const place = places[slot] as number
      if (place === 0) {
        places[slot] = i + 1
        break
      }
      if (entries[2 * (place - 1)] === hash) {
        repeated.add(hash)
        break
      }
      slot = (slot + 1) & mask
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

/** The highest bits of the 53. */
function bucketOf(hash: number): number {
  return Math.floor(hash / (2 ** 53 / BUCKETS))
}
