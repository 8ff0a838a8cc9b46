// The texts of the lines of a batch for the validator.
import { TAG_UNKNOWN, type ScanBatch } from '../scanner/scanner.ts'

/** V8 cannot hold a string of more than 2^29 code units; longer lines are checked as JSON only. */
export const MAX_JUDGED_BYTES = 500 * 1024 * 1024

/** Share of the lines of a batch above which it is decoded as a whole. */
const DECODE_WHOLE_ABOVE = 1 / 8

/** The scanner's status of a line that is JSON. */
const VALID = 0

const utf8 = new TextDecoder('utf-8', { ignoreBOM: true })

/** Decoded when they are asked for. */
export class BatchTexts {
  readonly #batch: ScanBatch
  /** Whether many lines are likely to be asked for; undefined until one is. */
  #isDecodedWhole: boolean | undefined
  #whole = ''
  /** Where line `#line` begins in the whole text. */
  #at = 0
  #line = 0

  constructor(batch: ScanBatch) {
    this.#batch = batch
  }

  /** Bytes from the start of the batch to the start of line `i`. */
  from(i: number): number {
    return i === 0 ? 0 : (this.#batch.ends[i - 1] as number)
  }

  /** With its line end; undefined when the line is too long for a string. Ask in ascending order. */
  text(i: number): string | undefined {
    const from = this.from(i)
    const to = this.#batch.ends[i] as number
    if (to - from > MAX_JUDGED_BYTES) return undefined
    this.#isDecodedWhole ??= this.#decodeWhole()
    if (!this.#isDecodedWhole) return utf8.decode(this.#batch.bytes.subarray(from, to))
    for (; this.#line < i; this.#line++) this.#at = this.#whole.indexOf('\n', this.#at) + 1
    const lineFeed = this.#whole.indexOf('\n', this.#at)
    return this.#whole.slice(this.#at, lineFeed < 0 ? undefined : lineFeed)
  }

  /** A call of the decoder costs as much as decoding some hundred bytes. */
  #decodeWhole(): boolean {
    const { count, tag, status, bytes } = this.#batch
    let unknown = 0
    for (let i = 0; i < count; i++) {
      if (status[i] === VALID && tag[i] === TAG_UNKNOWN) unknown++
    }
    if (bytes.length > MAX_JUDGED_BYTES || unknown <= count * DECODE_WHOLE_ABOVE) return false
    this.#whole = utf8.decode(bytes)
    return true
  }
}
