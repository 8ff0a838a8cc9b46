// A text in any encoding as UTF-8, piece by piece.
import { msg, type Message } from '../../i18n/message.ts'
import { labelOfEncoding, type TextEncodingId } from './textEncodings.ts'

/** What of the text could not be read. */
export interface Unreadable {
  /** Characters that U+FFFD stands for now, or stood for before. */
  readonly count: number
  /** The line of the first of them, from 1. */
  readonly line: number
}

/** Code units that are encoded at once. */
const STEP = 64 * 1024
/** Bytes of UTF-8 of a code unit at most. */
const UNIT_BYTES = 3
const REPLACEMENT = '\ufffd'
const BOM = '\ufeff'

export class Utf8Converter {
  readonly encoding: TextEncodingId
  readonly #write: (bytes: Uint8Array) => void
  readonly #decoder: TextDecoder
  readonly #encoder = new TextEncoder()
  readonly #buffer = new Uint8Array(STEP * UNIT_BYTES)
  #hasBegun = false
  #lines = 1
  #count = 0

  /**
   * `write` gets UTF-8 without a byte order mark, cut anywhere; its argument is valid during the call alone.
   */
  constructor(encoding: TextEncodingId, write: (bytes: Uint8Array) => void) {
    this.encoding = encoding
    this.#write = write
    this.#decoder = new TextDecoder(encoding, { ignoreBOM: true })
  }

  push(bytes: Uint8Array): void {
    this.#convert(this.#decoder.decode(bytes, { stream: true }))
  }

  finish(): void {
    this.#convert(this.#decoder.decode())
  }

  /** Undefined where everything could be read. */
  get unreadable(): Unreadable | undefined {
    return this.#count === 0 ? undefined : { count: this.#count, line: this.#lines }
  }

  #convert(decoded: string): void {
    if (decoded === '') return
    const text = !this.#hasBegun && decoded.startsWith(BOM) ? decoded.slice(1) : decoded
    this.#hasBegun = true
    this.#countReplaced(text)
    for (let at = 0; at < text.length; ) {
      const end = isPairAt(text, at + STEP - 1) ? at + STEP - 1 : at + STEP
      const { written } = this.#encoder.encodeInto(text.slice(at, end), this.#buffer)
      this.#write(this.#buffer.subarray(0, written))
      at = end
    }
  }

  #countReplaced(text: string): void {
    const first = text.indexOf(REPLACEMENT)
    if (this.#count === 0) this.#lines += occurrences(text, '\n', first < 0 ? text.length : first)
    if (first >= 0) this.#count += occurrences(text, REPLACEMENT, text.length)
  }
}

/** What is said of a text that could not be read as a whole. */
export function tellUnreadable(encoding: TextEncodingId, { count, line }: Unreadable): Message {
  return msg(
    '{count, plural, one {# character} other {# characters}} could not be read as {encoding}; the first is in line {line, number}.',
    { count, line, encoding: labelOfEncoding(encoding) },
  )
}

/** Whether a character of two code units begins at `at`: its halves alone would become U+FFFD. */
function isPairAt(text: string, at: number): boolean {
  return (text.codePointAt(at) ?? 0) > 0xffff
}

function occurrences(text: string, sign: string, end: number): number {
  let count = 0
  for (let at = text.indexOf(sign); at >= 0 && at < end; at = text.indexOf(sign, at + 1)) count++
  return count
}
