// Any lines of a document as a set: a bit for each, by slot. All of 16 million lines are 2 MB, and are
// added in runs. Knows nothing of which lines there are: that is for whoever puts them in.
import type { LineId } from '../base/units.ts'
import { grown } from './growableNumbers.ts'
import { ADDED_SLOT, idOfSlot, slotOf } from './lineSlot.ts'

const ALL = 0xffff_ffff

/** As `toBytes` writes a set down; only this file knows how. */
export type LineSetBytes = Uint8Array<ArrayBuffer>

export class LineSet {
  /** Lines of the file, and added ones: bit `n & 31` of word `n >>> 5`. */
  readonly #original = new Bits()
  readonly #added = new Bits()

  get size(): number {
    return this.#original.count + this.#added.count
  }

  has(id: LineId): boolean {
    return this.hasSlot(slotOf(id))
  }

  hasSlot(slot: number): boolean {
    return slot < ADDED_SLOT ? this.#original.has(slot) : this.#added.has(slot - ADDED_SLOT)
  }

  /** Lines of the file from slot `from` to `to`, without that, that are in. */
  countOriginal(from: number, to: number): number {
    return this.#original.countIn(from, to)
  }

  add(id: LineId): void {
    this.addSlots(slotOf(id), 1)
  }

  /** `count` slots from `first` on, all of them of lines of the file or all of added ones. */
  addSlots(first: number, count: number): void {
    if (first < ADDED_SLOT) this.#original.set(first, first + count)
    else this.#added.set(first - ADDED_SLOT, first - ADDED_SLOT + count)
  }

  remove(id: LineId): void {
    const slot = slotOf(id)
    if (slot < ADDED_SLOT) this.#original.unset(slot)
    else this.#added.unset(slot - ADDED_SLOT)
  }

  clear(): void {
    this.#original.clear()
    this.#added.clear()
  }

  /** The lines as runs of ids that follow one another, ascending. */
  *runs(): Generator<{ readonly first: LineId; readonly count: number }> {
    for (const [from, to] of this.#original.runs()) {
      yield { first: idOfSlot(from), count: to - from }
    }
    for (const [from, to] of this.#added.runs()) {
      yield { first: idOfSlot(from + ADDED_SLOT), count: to - from }
    }
  }

  /** Some bytes a run: for what has to be remembered, or crosses threads. */
  toBytes(): LineSetBytes {
    const numbers: number[] = []
    for (const bits of [this.#original, this.#added]) {
      const at = numbers.push(0) - 1
      let end = 0
      let runs = 0
      for (const [from, to] of bits.runs()) {
        pushVarint(numbers, from - end)
        pushVarint(numbers, to - from)
        end = to
        runs++
      }
      numbers.splice(at, 1, ...varint(runs))
    }
    return Uint8Array.from(numbers)
  }

  static fromBytes(bytes: LineSetBytes): LineSet {
    const set = new LineSet()
    let at = 0
    const next = (): number => {
      let value = 0
      for (let scale = 1; ; scale *= 128) {
        const byte = bytes[at++] ?? 0
        value += (byte & 127) * scale
        if (byte < 128) return value
      }
    }
    for (const bits of [set.#original, set.#added]) {
      let end = 0
      for (let runs = next(); runs > 0; runs--) {
        const from = end + next()
        end = from + next()
        bits.set(from, end)
      }
    }
    return set
  }
}

class Bits {
  #words = new Uint32Array(0)
  count = 0

  has(n: number): boolean {
    return ((this.#words[n >>> 5] ?? 0) & (1 << (n & 31))) !== 0
  }

  /** Of [from, to). */
  countIn(from: number, to: number): number {
    const words = this.#words
    const end = Math.min(to, words.length * 32)
    let count = 0
    for (let n = from; n < end; ) {
      const last = Math.min(31, (n & 31) + end - n - 1)
      count += onesOf((words[n >>> 5] as number) & maskOf(n & 31, last))
      n += last - (n & 31) + 1
    }
    return count
  }

  /** [from, to). */
  set(from: number, to: number): void {
    if (to <= from) return
    const needed = ((to - 1) >>> 5) + 1
    if (needed > this.#words.length) this.#words = grown(this.#words, needed)
    for (let n = from; n < to; ) {
      const word = n >>> 5
      const first = n & 31
      const last = Math.min(31, first + to - n - 1)
      const mask = maskOf(first, last)
      const before = this.#words[word] as number
      const after = (before | mask) >>> 0
      this.#words[word] = after
      this.count += onesOf(after) - onesOf(before)
      n += last - first + 1
    }
  }

  unset(n: number): void {
    if (!this.has(n)) return
    this.#words[n >>> 5] = (this.#words[n >>> 5] as number) & ~(1 << (n & 31))
    this.count--
  }

  clear(): void {
    this.#words = new Uint32Array(0)
    this.count = 0
  }

  /** Half-open ranges of numbers that are in, ascending, as long as possible. */
  *runs(): Generator<readonly [number, number]> {
    let from = -1
    for (let at = 0; at < this.#words.length; at++) {
      const word = this.#words[at] as number
      if (word === (from < 0 ? 0 : ALL)) continue
      for (let bit = 0; bit < 32; bit++) {
        const isIn = (word & (1 << bit)) !== 0
        if (isIn && from < 0) from = at * 32 + bit
        else if (!isIn && from >= 0) {
          yield [from, at * 32 + bit]
          from = -1
        }
      }
    }
    if (from >= 0) yield [from, this.#words.length * 32]
  }
}

/** Bits `first` to `last` of a word, from 0 to 31. */
function maskOf(first: number, last: number): number {
  return (last === 31 ? ALL : (1 << (last + 1)) - 1) & (ALL << first)
}

function onesOf(word: number): number {
  let v = word - ((word >>> 1) & 0x5555_5555)
  v = (v & 0x3333_3333) + ((v >>> 2) & 0x3333_3333)
  return (((v + (v >>> 4)) & 0x0f0f_0f0f) * 0x0101_0101) >>> 24
}

function varint(value: number): number[] {
  const bytes: number[] = []
  pushVarint(bytes, value)
  return bytes
}

/** Seven bits a byte, the lowest first. */
function pushVarint(bytes: number[], value: number): void {
  let rest = value
  for (; rest >= 128; rest = Math.floor(rest / 128)) bytes.push((rest % 128) + 128)
  bytes.push(rest)
}
