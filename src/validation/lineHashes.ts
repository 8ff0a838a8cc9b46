// One hash per line of the file, by the line's number: 8 bytes a line. Whatever is to be unique or equal
// across lines can have a column of its own: keys, or whole lines.
//
// A hash is 64 bits, keyed by the document's secret seed: 53 of them as a number, and 11 beside it.
// Of 16 million lines any two that differ have the same with a probability of 2^48 / 2^65, one in
// 130,000; of a million lines one in 30 million.
import { findRepeats, type Repeats } from './findRepeats.ts'
import {
  BUCKETS,
  forEachHash,
  forEachPlace,
  type HashPage,
  highWith,
  joinHash,
  lowOf,
  OpenPage,
  PAGE,
  PAGE_BITS,
  placesOf,
  storedPage,
} from './hashPage.ts'

/** A column as arrays, in pieces: the live ones. */
interface HashesToSave {
  readonly highs: readonly Uint32Array<ArrayBuffer>[]
  readonly lows: readonly Uint32Array<ArrayBuffer>[]
}

export class LineHashes {
  readonly #pages: (HashPage | undefined)[] = []
  #open: OpenPage | undefined
  #openNumber = -1
  /** Of open pages, one after the other. */
  #lows: Uint32Array | undefined
  #count = 0

  /** Lines that have one. */
  get count(): number {
    return this.#count
  }

  /** `hash`: 53 bits, above 0. A line is told once. */
  append(hash: number, line: number, check: number): void {
    this.#pageOf(line).add(highWith(hash, check), lowOf(hash), line & (PAGE - 1))
    this.#count++
  }

  /** The same for lines that follow one another, from `line` on: the halves of their hashes are in [from, to). */
  appendAll(halves: Uint32Array, from: number, to: number, line: number): void {
    for (let i = from; i < to; ) {
      const first = line + i - from
      const at = first & (PAGE - 1)
      const end = Math.min(to, i + PAGE - at)
      this.#pageOf(first).addAll(halves, i, end, at)
      i = end
    }
    this.#count += to - from
  }

  #pageOf(line: number): OpenPage {
    const number = line >>> PAGE_BITS
    if (this.#open && number === this.#openNumber) return this.#open
    this.#close()
    this.#lows ??= new Uint32Array(PAGE)
    this.#open = new OpenPage(this.#lows, this.#pages[number])
    this.#openNumber = number
    return this.#open
  }

  #close(): void {
    if (this.#open) this.#pages[this.#openNumber] = this.#open.close()
    this.#open = undefined
  }

  /** All lines that have been told; the array is the column's own. */
  #closed(): readonly (HashPage | undefined)[] {
    this.#close()
    this.#lows = undefined
    return this.#pages
  }

  /** The lines that share their hash with others. */
  findRepeats(): Repeats {
    return findRepeats(this.#closed())
  }

  /** The lines with a hash, ascending. */
  linesOf(hash: number): number[] {
    const lines: number[] = []
    this.#closed().forEach((page, number) => {
      const places = page ? placesOf(page, hash) : []
      if (!page || places.length === 0) return
      forEachPlace(page, places, (high, low, at) => {
        if (joinHash(low, high) === hash) lines.push(number * PAGE + at)
      })
    })
    return lines
  }

  forEach(visit: (hash: number, line: number) => void): void {
    this.#closed().forEach((page, number) => {
      if (!page) return
      forEachHash(page, (high, low, at) => visit(joinHash(low, high), number * PAGE + at))
    })
  }

  save(): HashesToSave {
    const pages = this.#closed()
    if (pages.length === 0) return { highs: [new Uint32Array(0)], lows: [new Uint32Array(0)] }
    return {
      highs: Array.from(
        pages,
        (page, i) => (i < pages.length - 1 ? whole(page) : page?.highs) ?? new Uint32Array(0),
      ),
      lows: Array.from(pages, (page) => page?.lows ?? new Uint32Array(0)),
    }
  }

  /** What `save` gave, as arrays that become the column's own. Undefined: it was not from there. */
  static restored(
    highs: Uint32Array<ArrayBuffer>,
    lows: Uint32Array<ArrayBuffer>,
  ): LineHashes | undefined {
    const column = new LineHashes()
    for (let from = 0; from < highs.length; from += PAGE) {
      const page = storedPage(highs.subarray(from, from + PAGE), lows.subarray(column.#count))
      column.#pages.push(page)
      column.#count += page.starts[BUCKETS] as number
    }
    return column.#count === lows.length ? column : undefined
  }
}

/** The high halves of a page that others follow. */
function whole(page: HashPage | undefined): Uint32Array<ArrayBuffer> {
  if (page?.highs.length === PAGE) return page.highs
  const highs = new Uint32Array(PAGE)
  if (page) highs.set(page.highs)
  return highs
}
