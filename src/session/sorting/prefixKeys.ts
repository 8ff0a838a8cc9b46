// How images of strings begin, as 64 bits in their order. What a table of strings had in common at their beginning
// is left out, so that ids such as `request-1` are told apart by what follows: two bits say whether an image begins
// with it, comes before or after all that do, then 7 bytes follow, and how many of them there are.
import { IMAGE_SLACK, writeImage } from '../../fields/naturalImage.ts'

/** Bytes of an image in a key. */
const KEY_BYTES = 7
/** In place of how many bytes there are: the image goes on. */
const GOES_ON = KEY_BYTES + 1
const COUNT_MASK = 0x3f
const BEFORE = 0
const WITHIN = 1
const BEHIND = 2

export class PrefixKeys {
  readonly #shared: Uint8Array
  #scratch: Uint8Array

  /** `shared`: what is left out. */
  constructor(shared: Uint8Array) {
    this.#shared = shared
    this.#scratch = new Uint8Array(shared.length + KEY_BYTES + 1 + IMAGE_SLACK)
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
    const limit = this.#shared.length + KEY_BYTES + 1
    const end = writeImage(bytes, from, to, this.#scratch, 0, limit)
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
    const place = this.#placeOf(image, from, to)
    const start = from + (place === WITHIN ? this.#shared.length : 0)
    const left = to - start
    const at = (i: number): number => (i < left ? (image[start + i] as number) : 0)
    const fourth = at(3)
    high[line] = (place << 30) | (at(0) << 22) | (at(1) << 14) | (at(2) << 6) | (fourth >> 2)
    low[line] =
      (fourth << 30) |
      (at(4) << 22) |
      (at(5) << 14) |
      (at(6) << 6) |
      (left > KEY_BYTES ? GOES_ON : left)
  }

  /** Bytes of the image [from, to) that its key tells; fewer where it ends before. */
  toldBy(image: Uint8Array, from: number, to: number): number {
    return KEY_BYTES + (this.#placeOf(image, from, to) === WITHIN ? this.#shared.length : 0)
  }

  /** The longest that `toldBy` can be. */
  get mostTold(): number {
    return KEY_BYTES + this.#shared.length
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

/** Whether the image goes on behind what the lower half of its key tells. */
export function goesOn(low: number): boolean {
  return (low & COUNT_MASK) === GOES_ON
}
