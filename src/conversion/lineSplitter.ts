// Lines of a text that comes in pieces.
import { concatBytes } from '../base/concatBytes.ts'

const LF = 0x0a
const CR = 0x0d

/** Bytes of one line; longer ones are not put together. */
export const LINE_LIMIT = 256 * 1024 * 1024

/**
 * Hands on each line without its line end (LF or CR LF, or another separator alone). The bytes are valid during
 * the call alone.
 */
export class LineSplitter {
  readonly #onLine: (line: Uint8Array) => void
  readonly #separator: number
  #parts: Uint8Array[] = []
  #size = 0

  /** `separator`: the byte that ends a line. */
  constructor(onLine: (line: Uint8Array) => void, separator: number = LF) {
    this.#separator = separator
    this.#onLine = (line) => onLine(separator === LF ? withoutCr(line) : line)
  }

  push(bytes: Uint8Array): void {
    let from = 0
    for (
      let at = bytes.indexOf(this.#separator);
      at >= 0;
      at = bytes.indexOf(this.#separator, from)
    ) {
      this.#end(bytes.subarray(from, at))
      from = at + 1
    }
    if (from < bytes.length) this.#keep(bytes.slice(from))
  }

  /** What follows the last LF is a line, unless there is nothing. */
  finish(): void {
    if (this.#size > 0) this.#end(new Uint8Array())
  }

  #end(rest: Uint8Array): void {
    if (this.#size === 0) return this.#onLine(rest)
    this.#keep(rest)
    const line = concatBytes(this.#parts)
    this.#parts = []
    this.#size = 0
    this.#onLine(line)
  }

  #keep(part: Uint8Array): void {
    if (this.#size + part.length > LINE_LIMIT) throw new RangeError('out of memory: a line')
    this.#parts.push(part)
    this.#size += part.length
  }
}

function withoutCr(line: Uint8Array): Uint8Array {
  return line.at(-1) === CR ? line.subarray(0, -1) : line
}
