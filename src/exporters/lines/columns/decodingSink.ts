// Cells in which strings stand as they read.
import { ByteWriter } from '../../cells/byteWriter.ts'
import { writeString } from '../../cells/stringBytes.ts'
import type { CellSink } from './lineCells.ts'

/** Without null where that is an empty cell. */
const NULL = 'null'

export abstract class DecodingSink implements CellSink {
  out = new ByteWriter()
  readonly #hasNulls: boolean
  readonly #decoded = new ByteWriter()

  /** `hasNulls`: null is the word, and not an empty cell as what is missing. */
  constructor(hasNulls: boolean) {
    this.#hasNulls = hasNulls
  }

  /** UTF-8 [from, to) of `bytes`. */
  protected abstract text(bytes: Uint8Array, from: number, to: number): void

  abstract json(bytes: Uint8Array, from: number, to: number): void

  missing(): void {}

  null(): void {
    if (this.#hasNulls) this.out.text(NULL)
  }

  string(bytes: Uint8Array, from: number, to: number, isEscaped: boolean): void {
    if (!isEscaped) {
      this.text(bytes, from + 1, to - 1)
      return
    }
    const decoded = this.#decoded
    decoded.length = 0
    writeString(decoded, bytes, from + 1, to - 1)
    this.text(decoded.bytes, 0, decoded.length)
  }

  scalar(bytes: Uint8Array, from: number, to: number): void {
    this.out.copy(bytes, from, to)
  }

  joined(bytes: Uint8Array, from: number, to: number): void {
    this.text(bytes, from, to)
  }

  count(count: number): void {
    this.out.text(String(count))
  }
}
