// Lines of one command that are too many to be described one by one: enough of each to know it again, and what it
// became.
import { hexText } from '../base/hexText.ts'
import type { LineId, LineNumber } from '../base/units.ts'

/** A line before the command, and what it became. */
export interface HashedLine {
  readonly id: LineId
  readonly line: LineNumber
  /** Of its bytes, without the line end. */
  readonly bytes: number
  /** The first HASH_BYTES of the hash of a line's mark, in hex. */
  readonly hash: string
  /** The same of the line afterwards; undefined when it is gone. */
  readonly after: string | undefined
}

/** Of a hash: among 2^24 lines two have the same by chance in one of 2^17 files. */
export const HASH_BYTES = 8

/** Id, number, length, hashes of before and after. */
const LINE_BYTES = 8 + 4 + 4 + 2 * HASH_BYTES
const NUMBER_AT = 8
const LENGTH_AT = 12
const BEFORE_AT = 16
const AFTER_AT = BEFORE_AT + HASH_BYTES

const GONE = '00'.repeat(HASH_BYTES)

export class HashedLines {
  readonly bytes: Uint8Array<ArrayBuffer>
  readonly #view: DataView

  private constructor(bytes: Uint8Array<ArrayBuffer>) {
    this.bytes = bytes
    this.#view = new DataView(bytes.buffer, bytes.byteOffset)
  }

  static of(lines: readonly HashedLine[]): HashedLines {
    const hashed = new HashedLines(new Uint8Array(lines.length * LINE_BYTES))
    for (const [i, line] of lines.entries()) hashed.#put(i, line)
    return hashed
  }

  /** Of `bytes` of another one; what is no whole line at their end is left out. */
  static fromBytes(bytes: Uint8Array<ArrayBuffer>): HashedLines {
    return new HashedLines(bytes)
  }

  get count(): number {
    return Math.floor(this.bytes.length / LINE_BYTES)
  }

  /** `i`: from 0, below `count`. */
  at(i: number): HashedLine {
    const from = i * LINE_BYTES
    const after = this.#hash(from + AFTER_AT)
    return {
      id: this.#view.getFloat64(from, true) as LineId,
      line: this.#view.getUint32(from + NUMBER_AT, true) as LineNumber,
      bytes: this.#view.getUint32(from + LENGTH_AT, true),
      hash: this.#hash(from + BEFORE_AT),
      after: after === GONE ? undefined : after,
    }
  }

  slice(from: number, to: number): HashedLine[] {
    const end = Math.min(to, this.count)
    return Array.from({ length: Math.max(0, end - from) }, (_, i) => this.at(from + i))
  }

  #put(i: number, { id, line, bytes, hash, after = GONE }: HashedLine): void {
    const from = i * LINE_BYTES
    this.#view.setFloat64(from, id, true)
    this.#view.setUint32(from + NUMBER_AT, line, true)
    this.#view.setUint32(from + LENGTH_AT, bytes, true)
    this.#putHash(from + BEFORE_AT, hash)
    this.#putHash(from + AFTER_AT, after)
  }

  #hash(from: number): string {
    return hexText(this.bytes.subarray(from, from + HASH_BYTES))
  }

  #putHash(from: number, hash: string): void {
    for (let i = 0; i < HASH_BYTES; i++) {
      this.bytes[from + i] = Number.parseInt(hash.slice(2 * i, 2 * i + 2), 16)
    }
  }
}
