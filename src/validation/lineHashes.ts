// One hash per line of the file, by the line's number: 8 bytes a line, and 2 more until the repeats
// among them are known. Whatever is to be unique or equal across lines can have a column of its own:
// keys, or whole lines.
//
// A hash is 64 bits, keyed by the document's secret seed: 53 of them as a number, and 11 beside it.
// Of 16 million lines any two that differ have the same with a probability of 2^48 / 2^65, one in
// 130,000; of a million lines one in 30 million.
import { findRepeats, type Repeats } from './findRepeats.ts'
import { type HashPage, PAGE, PAGE_BITS } from './hashPage.ts'

const NO_CHECKS = new Uint16Array(0)

/** The 11 bits of a 64-bit hash that do not fit into the number, by its high half. */
export function checkOf(high: number): number {
  return high >>> 21
}

/** The other 53 bits, above 0. */
export function joinHash(low: number, high: number): number {
  return (high & 0x1f_ffff) * 0x1_0000_0000 + low || 1
}

export class LineHashes {
  #pages: (HashPage | undefined)[] = []
  #current: HashPage | undefined
  #currentNumber = -1
  #count = 0

  /** Lines that have one. */
  get count(): number {
    return this.#count
  }

  /** `hash`: 53 bits, above 0. A line is told once. */
  append(hash: number, line: number, check: number): void {
    const page = this.#pageOf(line)
    const at = line & (PAGE - 1)
    page.hashes[at] = hash
    page.checks[at] = check
    this.#count++
  }

  /** The same for lines that follow one another, from `line` on: the halves of their hashes are in [from, to). */
  appendAll(halves: Uint32Array, from: number, to: number, line: number): void {
    for (let i = from; i < to; ) {
      const first = line + i - from
      const { hashes, checks } = this.#pageOf(first)
      const end = Math.min(to, i + PAGE - (first & (PAGE - 1)))
      for (let at = first & (PAGE - 1); i < end; i++, at++) {
        const high = halves[2 * i + 1] as number
        hashes[at] = joinHash(halves[2 * i] as number, high)
        checks[at] = checkOf(high)
      }
    }
    this.#count += to - from
  }

  #pageOf(line: number): HashPage {
    const number = line >>> PAGE_BITS
    if (this.#current !== undefined && number === this.#currentNumber) return this.#current
    const page = (this.#pages[number] ??= {
      hashes: new Float64Array(PAGE),
      checks: new Uint16Array(PAGE),
    })
    this.#current = page
    this.#currentNumber = number
    return page
  }

  /** The lines that share their hash with others. The 11 bits are given up afterwards. */
  takeRepeats(): Repeats {
    const repeats = findRepeats(this.#pages)
    this.#pages = this.#pages.map((page) => page && { hashes: page.hashes, checks: NO_CHECKS })
    this.#current = undefined
    return repeats
  }

  /** The lines with a hash, ascending. Looks at all. */
  linesOf(hash: number): number[] {
    const lines: number[] = []
    this.#pages.forEach((page, number) => {
      if (!page) return
      const { hashes } = page
      for (let at = hashes.indexOf(hash); at >= 0; at = hashes.indexOf(hash, at + 1)) {
        lines.push(number * PAGE + at)
      }
    })
    return lines
  }

  forEach(visit: (hash: number, line: number) => void): void {
    this.#pages.forEach((page, number) => {
      if (!page) return
      for (let at = 0; at < PAGE; at++) {
        const hash = page.hashes[at] as number
        if (hash !== 0) visit(hash, number * PAGE + at)
      }
    })
  }

  /** [line], in pieces: the live arrays. */
  save(): Float64Array<ArrayBuffer>[] {
    const pages = Array.from(this.#pages, (page) => page?.hashes ?? new Float64Array(PAGE))
    return pages.length > 0 ? pages : [new Float64Array(0)]
  }

  /** What `save` gave, as one array that becomes the column's own. False: it was not from there. */
  static restored(hashes: Float64Array<ArrayBuffer>): LineHashes | undefined {
    if (hashes.length % PAGE !== 0) return undefined
    const column = new LineHashes()
    for (let from = 0; from < hashes.length; from += PAGE) {
      column.#pages.push({ hashes: hashes.subarray(from, from + PAGE), checks: NO_CHECKS })
    }
    for (const hash of hashes) if (hash !== 0) column.#count++
    return column
  }
}
