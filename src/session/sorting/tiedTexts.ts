// Strings whose keys are the same, told apart by what follows: each reading of the file brings the next bytes of
// their images, as many as there is room for, until nothing is tied that could be told apart. All readings together
// bring no more bytes than the strings have, so that a few are enough for any file.
import { Bits } from '../../base/bits.ts'
import { IMAGE_SLACK, writeImage } from '../../fields/naturalImage.ts'
import { type ByteStrings, compareFrom, sortByBytes } from './byteOrder.ts'
import { goesOn, type PrefixKeys } from './prefixKeys.ts'
import { SortSink } from './sortSink.ts'

/** An image is at most so many times as long as its string. */
const LONGEST_IMAGE = 6

export interface SortedTexts {
  /** Lines, sorted by their keys from `from` to `to`. */
  readonly lines: Uint32Array
  /** As long, to be written to. */
  readonly spare: Uint32Array
  readonly from: number
  readonly to: number
  /** The keys of lines; used for other things from now on. */
  readonly high: Uint32Array
  readonly low: Uint32Array
  readonly prefixes: PrefixKeys
}

export class TiedTexts extends SortSink {
  readonly #texts: SortedTexts
  /** Places whose line is tied with the one before. */
  readonly #joined: Bits
  /** Lines that are tied with another. */
  readonly #tied: Bits
  /** Bytes of all images at a time. */
  readonly #budget: number
  #count = 0
  #bytes = new Uint8Array(1 << 16)
  #top = 0
  /** Bytes of an image that are known beside those of its key, and that this reading brings. */
  #known = 0
  #share = 0

  constructor(texts: SortedTexts, budget: number) {
    super()
    this.#texts = texts
    this.#budget = budget
    this.#joined = new Bits(texts.lines.length)
    this.#tied = new Bits(texts.high.length)
    const { lines, from, to, high, low } = texts
    for (let place = from + 1; place < to; place++) {
      const line = lines[place] as number
      const before = lines[place - 1] as number
      if (low[line] === low[before] && high[line] === high[before] && goesOn(low[line] as number)) {
        this.#joined.add(place)
      }
    }
    this.#begin()
  }

  /** Lines that are tied, for which the file is to be read once more. */
  get count(): number {
    return this.#count
  }

  putKind(): void {
    // Only strings are tied.
  }

  putNumber(): void {}

  override putNumbers(): void {}

  /** To be called when the file was read. */
  resolve(): void {
    const { lines, spare, from, to } = this.#texts
    const strings: ByteStrings = {
      bytes: this.#bytes,
      starts: this.#texts.high,
      lengths: this.#texts.low,
    }
    for (let start = from; start < to; ) {
      let end = start + 1
      while (end < to && this.#joined.has(end)) end++
      if (end - start > 1) {
        sortByBytes(lines, spare, start, end, strings)
        for (let place = start + 1; place < end; place++) {
          const line = lines[place] as number
          const isStillTied =
            strings.lengths[line] === this.#share &&
            compareFrom(lines[place - 1] as number, line, 0, strings) === 0
          if (!isStillTied) this.#joined.remove(place)
        }
      }
      start = end
    }
    this.#known += this.#share
    this.#begin()
  }

  protected putString(line: number, bytes: Uint8Array, from: number, to: number): void {
    if (!this.#tied.has(line)) return
    const { high, low, prefixes } = this.#texts
    const start = this.#top
    const most = prefixes.mostTold + this.#known + this.#share
    const limit = start + Math.min(most, LONGEST_IMAGE * (to - from) + IMAGE_SLACK)
    this.#reserve(limit + IMAGE_SLACK)
    const end = writeImage(bytes, from, to, this.#bytes, start, limit)
    const passed = start + prefixes.toldBy(this.#bytes, start, end) + this.#known
    const length = Math.max(0, Math.min(this.#share, end - passed))
    this.#bytes.copyWithin(start, passed, passed + length)
    high[line] = start
    low[line] = length
    this.#top = start + length
  }

  /** Which lines are tied, and how many bytes there is room for of each. */
  #begin(): void {
    const { lines, from, to, low } = this.#texts
    this.#tied.clear()
    this.#count = 0
    for (let place = from + 1; place < to; place++) {
      if (!this.#joined.has(place)) continue
      this.#count += this.#joined.has(place - 1) ? 1 : 2
      this.#tied.add(lines[place - 1] as number)
      this.#tied.add(lines[place] as number)
    }
    low.fill(0)
    this.#top = 0
    this.#share = Math.max(1, Math.floor(this.#budget / Math.max(1, this.#count)))
  }

  #reserve(length: number): void {
    if (length <= this.#bytes.length) return
    const grown = new Uint8Array(Math.max(length, Math.ceil(this.#bytes.length * 1.5)))
    grown.set(this.#bytes.subarray(0, this.#top))
    this.#bytes = grown
  }
}
