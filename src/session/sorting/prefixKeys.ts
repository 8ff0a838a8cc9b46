// How images of strings begin, as 64 bits in their order. What a table of strings had in common at their beginning
// is left out, so that ids such as `request-1` are told apart by what follows: two bits say whether an image begins
// with it, or comes before or after all that do. Bytes are numbered by those that the table had, so that of ids made
// of digits some fifteen bytes are told.
import { IMAGE_SLACK, writeImage } from '../../fields/naturalImage.ts'
import type { StringTable } from './stringTable.ts'

const BEFORE = 0
const WITHIN = 1
const BEHIND = 2

/** Bits of codes in each half of a key. */
const HIGH_BITS = 30
const LOW_BITS = 31
/** A table of fewer strings says little of the bytes that there are. */
const MEANINGFUL = 64
const BYTES = 256

interface Alphabet {
  /** [byte]: its number, from 1 on: 0 is the end of the image. Bytes without a number of their own share one. */
  readonly codes: Uint16Array
  /** [byte]: 1 where others have the same number. */
  readonly isVague: Uint8Array
  /** Numbers that there are. */
  readonly size: number
}

export class PrefixKeys {
  readonly #shared: Uint8Array
  readonly #alphabet: Alphabet
  /** Codes in each half. */
  readonly #inHigh: number
  readonly #inLow: number
  readonly #scratch: Uint8Array

  constructor(table: StringTable) {
    this.#shared = table.sharedStart()
    this.#alphabet = alphabetOf(table)
    const bitsOfCode = Math.log2(this.#alphabet.size)
    this.#inHigh = Math.floor(HIGH_BITS / bitsOfCode)
    this.#inLow = Math.floor(LOW_BITS / bitsOfCode)
    this.#scratch = new Uint8Array(this.mostTold + 1 + IMAGE_SLACK)
  }

  /** Writes the key of the string whose UTF-8 is bytes [from, to). */
  write(
    bytes: Uint8Array,
    from: number,
    to: number,
    high: Uint32Array,
    low: Uint32Array,
    line: number,
  ): void {
    const end = writeImage(bytes, from, to, this.#scratch, 0, this.mostTold + 1)
    this.put(this.#scratch, 0, end, high, low, line)
  }

  /** Writes the key of the image [from, to). */
  put(
    image: Uint8Array,
    from: number,
    to: number,
    high: Uint32Array,
    low: Uint32Array,
    line: number,
  ): void {
    const { codes, isVague, size } = this.#alphabet
    const place = this.#placeOf(image, from, to)
    let at = from + (place === WITHIN ? this.#shared.length : 0)
    let upper = 0
    let lower = 0
    let isEnded = false
    let hasMore = false
    const count = this.#inHigh + this.#inLow
    for (let i = 0; i < count; i++) {
      let code = 0
      if (at >= to) isEnded = true
      else if (!hasMore) {
        const byte = image[at] as number
        code = codes[byte] as number
        // What follows is compared when that is known.
        if (isVague[byte] === 1) hasMore = true
        else at++
      }
      if (i < this.#inHigh) upper = upper * size + code
      else lower = lower * size + code
    }
    if (!isEnded && at < to) hasMore = true
    high[line] = (place << HIGH_BITS) | upper
    low[line] = (lower << 1) | (hasMore ? 1 : 0)
  }

  /** Bytes of the image [from, to) that its key tells; all of those with the same key begin with them. */
  toldBy(image: Uint8Array, from: number, to: number): number {
    const start = this.#placeOf(image, from, to) === WITHIN ? this.#shared.length : 0
    const { isVague } = this.#alphabet
    const most = Math.min(to - from, start + this.#inHigh + this.#inLow)
    let told = start
    while (told < most && isVague[image[from + told] as number] === 0) told++
    return told
  }

  /** The longest that `toldBy` can be. */
  get mostTold(): number {
    return this.#shared.length + this.#inHigh + this.#inLow
  }

  #placeOf(image: Uint8Array, from: number, to: number): number {
    const shared = this.#shared
    const length = Math.min(shared.length, to - from)
    for (let i = 0; i < length; i++) {
      const difference = (image[from + i] as number) - (shared[i] as number)
      if (difference !== 0) return difference < 0 ? BEFORE : BEHIND
    }
    return length < shared.length ? BEFORE : WITHIN
  }
}

/** Whether the image goes on behind what its key tells, by the lower half of it. */
export function goesOn(low: number): boolean {
  return (low & 1) === 1
}

/** Bytes between those that the table has are numbered together. */
function alphabetOf(table: StringTable): Alphabet {
  const isKnown = table.count < MEANINGFUL ? new Uint8Array(BYTES).fill(1) : table.bytesThereAre()
  const codes = new Uint16Array(BYTES)
  const isVague = new Uint8Array(BYTES)
  let code = 0
  for (let byte = 0; byte < BYTES; byte++) {
    const isOwn = isKnown[byte] === 1
    if (isOwn || byte === 0 || isKnown[byte - 1] === 1) code++
    codes[byte] = code
    if (!isOwn) isVague[byte] = 1
  }
  return { codes, isVague, size: code + 1 }
}
