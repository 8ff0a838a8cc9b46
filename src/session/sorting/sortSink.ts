// What takes the values that lines are sorted by, from whoever reads the lines.
import { KIND, LONGEST_TIME, sortTimeOf, sortValueOf } from '../../fields/sortValue.ts'

const latin1 = new TextDecoder('latin1')
const encoder = new TextEncoder()
const DASH = 0x2d
/** Of the shortest text that is a time, a day. */
const SHORTEST_TIME = 10

/** Lines are by number: those of the file in its order, and after them the added ones. */
export abstract class SortSink {
  /** `kind`: of KIND; of a line whose value needs nothing else to be known. */
  abstract putKind(line: number, kind: number): void
  abstract putNumber(line: number, kind: number, value: number): void
  /** The string whose UTF-8 is bytes [from, to), which is no time. */
  protected abstract putString(line: number, bytes: Uint8Array, from: number, to: number): void

  /** Numbers [from, to) of `values`, of line `line` and those behind it. */
  putNumbers(line: number, values: Float64Array, from: number, to: number): void {
    for (let i = from; i < to; i++) {
      this.putNumber(line + i - from, KIND.number, values[i] as number)
    }
  }

  /** The string whose UTF-8 is bytes [from, to). */
  putText(line: number, bytes: Uint8Array, from: number, to: number): void {
    const length = to - from
    const mayBeTime =
      length >= SHORTEST_TIME &&
      length <= LONGEST_TIME &&
      bytes[from + 4] === DASH &&
      bytes[from + 7] === DASH
    const time = mayBeTime ? sortTimeOf(latin1.decode(bytes.subarray(from, to))) : undefined
    if (time !== undefined) this.putNumber(line, KIND.time, time)
    else this.putString(line, bytes, from, to)
  }

  /** A value as JSON.parse has it; undefined where there is none. */
  putValue(line: number, value: unknown): void {
    const sorted = sortValueOf(value)
    if (sorted.kind === 'text') {
      const bytes = encoder.encode(sorted.text)
      this.putString(line, bytes, 0, bytes.length)
    } else if ('number' in sorted) this.putNumber(line, KIND[sorted.kind], sorted.number)
    else this.putKind(line, KIND[sorted.kind])
  }
}
