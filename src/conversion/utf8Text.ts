// The text of a file as UTF-8 without a byte order mark, in whatever encoding it is.
import type { TextEncodingId } from './encodings/textEncodings.ts'
import { type Unreadable, Utf8Converter } from './encodings/utf8Converter.ts'

/** One run over one file. */
export interface Utf8Text {
  /** The next bytes of the file, cut anywhere. */
  push(bytes: Uint8Array): void
  /** No more come. */
  finish(): void
  /** What could not be read until now; nothing is said of UTF-8 whose bytes stay what they are. */
  readonly unreadable: Unreadable | undefined
}

/**
 * `write` gets the text, cut anywhere; its argument is valid during the call alone. `isDecoded`: UTF-8 is
 * read like any other encoding, and what is broken in it is replaced and counted.
 */
export function utf8TextOf(
  encoding: TextEncodingId,
  write: (bytes: Uint8Array) => void,
  isDecoded = false,
): Utf8Text {
  return encoding === 'utf-8' && !isDecoded
    ? new WithoutMark(write)
    : new Utf8Converter(encoding, write)
}

const MARK = [0xef, 0xbb, 0xbf] as const

/** UTF-8 as it is, broken or not, for sources that copy it: lines are validated one by one later. */
class WithoutMark implements Utf8Text {
  readonly unreadable = undefined
  readonly #write: (bytes: Uint8Array) => void
  /** Bytes of the mark that have come; undefined once it is known whether there is one. */
  #seen: number | undefined = 0

  constructor(write: (bytes: Uint8Array) => void) {
    this.#write = write
  }

  push(bytes: Uint8Array): void {
    let at = 0
    while (this.#seen !== undefined && at < bytes.length) {
      if (bytes[at] !== MARK[this.#seen]) this.finish()
      else {
        at++
        this.#seen = this.#seen + 1 === MARK.length ? undefined : this.#seen + 1
      }
    }
    if (at < bytes.length) this.#write(bytes.subarray(at))
  }

  /** A part of the mark that was none. */
  finish(): void {
    const held = Uint8Array.from(MARK.slice(0, this.#seen ?? 0))
    this.#seen = undefined
    if (held.length > 0) this.#write(held)
  }
}
