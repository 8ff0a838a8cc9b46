// Which lines have which key, by the 53-bit hashes of keys. While a file is read, keys are only
// written down by line. Repeats are found among all of them at once; a hash table is made of them,
// in parts, when a line changes or keys are asked for again and again. 8 bytes a line, and 16 more
// once there is the table.
import type { Repeats } from './findRepeats.ts'
import { type KeyGroup, KeySlots } from './keySlots.ts'
import { ANY_CHECK } from './hashPage.ts'
import { LineHashes } from './lineHashes.ts'
import type { ArraysToSave, SavedArrays } from '../document/saved/entryFile.ts'

const BUCKETS = 256
const PER_BUCKET = 2 ** 53 / BUCKETS

/** Questions that are answered by looking at all keys, before a table is made of them. */
const LOOKS = 8

const NO_ENTRIES = new Float64Array(0)
const NO_REPEATS: Repeats = { unclear: new Set() }

interface Bucket {
  /** [2 i] and [2 i + 1]: hash and line of the i-th entry; undefined when there are `slots`. */
  entries: Float64Array<ArrayBuffer> | undefined
  slots: KeySlots | undefined
}

export class KeyTable {
  /** Lines of the file whose repeats are not known yet, and those whose repeats are. */
  #written = new LineHashes()
  #known: LineHashes | undefined
  /** Instead of `#known`. */
  #buckets: readonly Bucket[] | undefined
  /** Repeats that were found and not taken. */
  #repeats: Repeats = NO_REPEATS
  #looks = 0

  /**
   * Adds a line of the file under a key's hash (above 0). `check`: bits of the hash beyond it.
   * `takeRepeats` tells whether other lines have it.
   */
  append(hash: number, line: number, check = ANY_CHECK): void {
    this.#written.append(hash, line, check)
  }

  /** The same for lines that follow one another: see `LineHashes`. */
  appendAll(halves: Uint32Array, from: number, to: number, line: number): void {
    this.#written.appendAll(halves, from, to, line)
  }

  /** What more than one line was found to have since the last call. */
  takeRepeats(): Repeats {
    this.#takeIn()
    const repeats = this.#repeats
    this.#repeats = NO_REPEATS
    return repeats
  }

  /** Adds a line under a key's hash (above 0); true when another line has the key already. */
  add(hash: number, line: number): boolean {
    return this.#slots(hash).add(hash, line)
  }

  /**
   * Takes a line out; nothing happens when it is not there. True when other lines still have the key.
   */
  remove(hash: number, line: number): boolean {
    return this.#slots(hash).remove(hash, line)
  }

  /** The lines that have a key, in no order; empty when none has. */
  linesOf(hash: number): readonly number[] {
    this.#takeIn()
    if (this.#known && this.#looks++ < LOOKS) return this.#known.linesOf(hash)
    return this.#slots(hash).linesOf(hash)
  }

  /** How many lines have a key, and the lowest of them, at most `most`: quick for millions. */
  groupOf(hash: number, most: number): KeyGroup {
    this.#takeIn()
    if (!this.#known || this.#looks++ >= LOOKS) return this.#slots(hash).groupOf(hash, most)
    const lines = this.#known.linesOf(hash)
    return { count: lines.length, lowest: lines.slice(0, most) }
  }

  /** The hash of each line that has a key, in no order. */
  forEach(visit: (hash: number, line: number) => void): void {
    this.#takeIn()
    this.#known?.forEach(visit)
    for (const { entries, slots } of this.#buckets ?? []) {
      if (slots) slots.forEach(visit)
      else if (entries) {
        for (let at = 0; at < entries.length; at += 2) {
          visit(entries[at] as number, entries[at + 1] as number)
        }
      }
    }
  }

  /**
   * All keys as arrays; live ones, so nothing may change before they are stored. Only `restore` knows
   * what they mean.
   */
  save(): ArraysToSave {
    this.#takeIn()
    if (this.#known) return { ...this.#known.save() }
    const entries = (this.#buckets ?? []).map(({ entries: plain, slots }) => {
      if (!slots) return plain ?? NO_ENTRIES
      const saved: number[] = []
      slots.forEach((hash, line) => saved.push(hash, line))
      return Float64Array.from(saved)
    })
    return { entries, counts: Uint32Array.from(entries, (part) => part.length / 2) }
  }

  /**
   * Takes over what `save` gave, instead of all that was added; its repeats count as known. False:
   * it was not from `save`.
   */
  restore({ highs, lows, entries, counts }: SavedArrays): boolean {
    if (highs instanceof Uint32Array && lows instanceof Uint32Array) {
      this.#known = LineHashes.restored(highs, lows)
      return this.#known !== undefined
    }
    if (!(entries instanceof Float64Array && counts instanceof Uint32Array)) return false
    if (counts.length !== BUCKETS) return false
    if (counts.reduce((sum, count) => sum + count, 0) * 2 !== entries.length) return false
    this.#fill(entries, counts)
    return true
  }

  /** Finds the repeats among what `append` has written down. */
  #takeIn(): void {
    const written = this.#written
    if (written.count === 0 && (this.#known || this.#buckets)) return
    this.#written = new LineHashes()
    if (!this.#known && !this.#buckets) {
      this.#known = written
      this.#repeats = written.findRepeats()
      return
    }
    const unclear = new Set(this.#repeats.unclear)
    written.forEach((hash, line) => {
      if (this.#slots(hash).add(hash, line)) unclear.add(hash)
    })
    this.#repeats = { ...this.#repeats, unclear }
  }

  #slots(hash: number): KeySlots {
    this.#takeIn()
    if (this.#known) this.#index(this.#known)
    const bucket = (this.#buckets as readonly Bucket[])[bucketOf(hash)] as Bucket
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

  /** Sorts the keys into buckets. */
  #index(known: LineHashes): void {
    this.#known = undefined
    const counts = new Uint32Array(BUCKETS)
    known.forEach((hash) => {
      const bucket = bucketOf(hash)
      counts[bucket] = (counts[bucket] as number) + 1
    })
    const entries = new Float64Array(2 * known.count)
    const next = startsOf(counts)
    known.forEach((hash, line) => {
      const bucket = bucketOf(hash)
      const at = next[bucket] as number
      entries[at] = hash
      entries[at + 1] = line
      next[bucket] = at + 2
    })
    this.#fill(entries, counts)
  }

  /** The buckets' entries one after the other, as many as `counts` says for each. */
  #fill(entries: Float64Array<ArrayBuffer>, counts: Uint32Array): void {
    const starts = startsOf(counts)
    this.#known = undefined
    this.#buckets = Array.from(starts, (start, i) => ({
      entries: entries.subarray(start, start + (counts[i] as number) * 2),
      slots: undefined,
    }))
  }
}

/** The highest bits of the 53. */
function bucketOf(hash: number): number {
  return Math.trunc(hash / PER_BUCKET)
}

/** Where each bucket begins among entries of two numbers each. */
function startsOf(counts: Uint32Array): Uint32Array {
  const starts = new Uint32Array(BUCKETS)
  for (let i = 1; i < BUCKETS; i++) {
    starts[i] = (starts[i - 1] as number) + 2 * (counts[i - 1] as number)
  }
  return starts
}
