// What each line of a document is sorted by, as numbers: a kind, and within it 64 bits. Takes 9 bytes a line.
//
// The bits of numbers are in their order. Strings are in a table while few of them differ, and the bits of one are
// its place there; once it is full, they are how the images of strings begin, and those that begin alike are told
// apart later (`tiedTexts.ts`).
import { KIND } from '../../fields/sortValue.ts'
import { PrefixKeys } from './prefixKeys.ts'
import { SortSink } from './sortSink.ts'
import type { StringTable } from './stringTable.ts'

const SIGN = 0x80000000

export class SortKeys extends SortSink {
  /** [line]: of KIND. */
  readonly kinds: Uint8Array
  readonly high: Uint32Array<ArrayBuffer>
  readonly low: Uint32Array<ArrayBuffer>
  #table: StringTable | undefined
  #prefixes: PrefixKeys | undefined
  readonly #number = new Float64Array(1)
  readonly #halves = new Uint32Array(this.#number.buffer)
  readonly #lowHalf = new Uint8Array(Uint16Array.of(1).buffer)[0] === 1 ? 0 : 1

  /** `lines`: how many there are; none has a value. */
  constructor(lines: number, table: StringTable) {
    super()
    this.kinds = new Uint8Array(lines).fill(KIND.missing)
    this.high = new Uint32Array(lines)
    this.low = new Uint32Array(lines)
    this.#table = table
  }

  /** How images were cut; undefined where the bits tell all strings apart. */
  get prefixes(): PrefixKeys | undefined {
    return this.#prefixes
  }

  putKind(line: number, kind: number): void {
    this.kinds[line] = kind
  }

  putNumber(line: number, kind: number, value: number): void {
    // There is one zero.
    this.#number[0] = value + 0
    const high = this.#halves[1 - this.#lowHalf] as number
    const low = this.#halves[this.#lowHalf] as number
    const isNegative = high >= SIGN
    this.kinds[line] = kind
    this.high[line] = isNegative ? ~high : high ^ SIGN
    this.low[line] = isNegative ? ~low : low
  }

  override putNumbers(line: number, values: Float64Array, from: number, to: number): void {
    const count = to - from
    const halves = new Uint32Array(values.buffer, values.byteOffset + 8 * from, 2 * count)
    const lowHalf = this.#lowHalf
    const { high: highs, low: lows } = this
    this.kinds.fill(KIND.number, line, line + count)
    for (let i = 0; i < count; i++) {
      const high = halves[2 * i + 1 - lowHalf] as number
      const low = halves[2 * i + lowHalf] as number
      const isNegative = high > SIGN || (high === SIGN && low !== 0)
      // The negative zero is zero.
      highs[line + i] = isNegative ? ~high : high | SIGN
      lows[line + i] = isNegative ? ~low : low
    }
  }

  /** To be called when all lines are there, before they are sorted. */
  finish(): void {
    const table = this.#table
    if (!table) return
    this.#table = undefined
    if (table.count === 0) return
    const places = table.places()
    if (places.every((place, i) => place === i)) return
    const { kinds, low } = this
    for (let line = 0; line < kinds.length; line++) {
      if (kinds[line] === KIND.text) low[line] = places[low[line] as number] as number
    }
  }

  protected putString(line: number, bytes: Uint8Array, from: number, to: number): void {
    if (this.#table) {
      const place = this.#table.add(bytes, from, to)
      if (place >= 0) {
        this.kinds[line] = KIND.text
        this.high[line] = 0
        this.low[line] = place
        return
      }
      this.#cutImages(this.#table)
    }
    this.kinds[line] = KIND.text
    this.#prefixes?.write(bytes, from, to, this.high, this.low, line)
  }

  /** From now on images are cut; those of the table are, too. */
  #cutImages(table: StringTable): void {
    const prefixes = new PrefixKeys(table)
    const { kinds, high, low } = this
    for (let line = 0; line < kinds.length; line++) {
      if (kinds[line] !== KIND.text) continue
      const place = low[line] as number
      prefixes.put(table.bytes, table.startOf(place), table.endOf(place), high, low, line)
    }
    this.#prefixes = prefixes
    this.#table = undefined
  }
}
