// Bytes of lines, put together without a text in between: most values are short and ASCII, and to copy
// their signs is quicker than to join texts and encode them.
import type { LineSink } from './defineSource.ts'

/** Bytes that are written at once. */
const CAPACITY = 256 * 1024
/** Code units up to which a text is copied sign by sign. */
const SHORT = 48
/** Bytes of UTF-8 of a code unit at most. */
const UNIT_BYTES = 3

const QUOTE = 0x22
const BACKSLASH = 0x5c

export class LineOutput {
  readonly #sink: LineSink
  readonly #encoder = new TextEncoder()
  #buffer = new Uint8Array(CAPACITY)
  #size = 0

  constructor(sink: LineSink) {
    this.#sink = sink
  }

  byte(value: number): void {
    if (this.#size === this.#buffer.length) this.flush()
    this.#buffer[this.#size++] = value
  }

  bytes(values: Uint8Array): void {
    this.#reserve(values.length)
    // A loop is quicker than a call for the few bytes of a key.
    if (values.length > SHORT) this.#buffer.set(values, this.#size)
    else
      for (let at = 0; at < values.length; at++)
        this.#buffer[this.#size + at] = values[at] as number
    this.#size += values.length
  }

  /** `text` as it stands. */
  text(text: string): void {
    this.#reserve(text.length * UNIT_BYTES)
    this.#size += this.#encoder.encodeInto(text, this.#buffer.subarray(this.#size)).written
  }

  /** `text` as a string of JSON. */
  string(text: string): void {
    if (text.length > SHORT || !this.#isCopied(text)) this.text(JSON.stringify(text))
  }

  flush(): void {
    if (this.#size > 0) this.#sink.write(this.#buffer.subarray(0, this.#size))
    this.#size = 0
  }

  /** False, and nothing written, where a sign must be escaped or has more bytes than one. */
  #isCopied(text: string): boolean {
    this.#reserve(text.length + 2)
    const buffer = this.#buffer
    let size = this.#size
    buffer[size++] = QUOTE
    for (let at = 0; at < text.length; at++) {
      const sign = text.charCodeAt(at)
      if (sign < 0x20 || sign > 0x7e || sign === QUOTE || sign === BACKSLASH) return false
      buffer[size++] = sign
    }
    buffer[size++] = QUOTE
    this.#size = size
    return true
  }

  #reserve(length: number): void {
    if (this.#size + length <= this.#buffer.length) return
    this.flush()
    if (length > this.#buffer.length) this.#buffer = new Uint8Array(length)
  }
}
