// The text of a file as UTF-8 without a byte order mark, from any encoding that browsers decode.
import { msg } from '../i18n/message.ts'
import type { LeftOut } from './defineSource.ts'

/** What a file may be in, most of the world's text first. `id`: a label of the Encoding Standard. */
export const ENCODINGS: readonly { readonly id: string; readonly name: string }[] = [
  { id: 'utf-8', name: 'UTF-8' },
  { id: 'utf-16le', name: 'UTF-16 LE' },
  { id: 'utf-16be', name: 'UTF-16 BE' },
  { id: 'gb18030', name: 'GB18030, GBK' },
  { id: 'big5', name: 'Big5' },
  { id: 'shift_jis', name: 'Shift_JIS' },
  { id: 'euc-jp', name: 'EUC-JP' },
  { id: 'euc-kr', name: 'EUC-KR' },
  { id: 'windows-1252', name: 'Windows-1252, Latin-1' },
]

/** One run over one file. */
export interface Utf8Decoder {
  /** The next bytes of the file, cut anywhere, as UTF-8, which may end within a character. */
  push(bytes: Uint8Array): Uint8Array
  /** What was waiting for the rest of its character. */
  finish(): Uint8Array
}

/** `encoding`: a label of the Encoding Standard. `leave` hears of what is no text in it. */
export function textDecoderOf(encoding: string, leave: (part: LeftOut) => void): Utf8Decoder {
  return encoding === 'utf-8' ? new WithoutMark() : new Transcoder(encoding, leave)
}

const MARK = [0xef, 0xbb, 0xbf] as const

/** UTF-8 as it is, broken or not: lines are validated one by one later. */
class WithoutMark implements Utf8Decoder {
  /** Bytes of the mark that were seen; undefined once it is known whether there is one. */
  #seen: number | undefined = 0

  push(bytes: Uint8Array): Uint8Array {
    if (this.#seen === undefined) return bytes
    const before = this.#seen
    for (let at = 0; at < bytes.length; at++) {
      const seen: number = before + at
      if (seen === MARK.length) return this.#end(bytes.subarray(at))
      if (bytes[at] !== MARK[seen]) {
        const held = Uint8Array.from(MARK.slice(0, before))
        return this.#end(before === 0 ? bytes : Uint8Array.of(...held, ...bytes))
      }
    }
    this.#seen = before + bytes.length
    return this.#seen === MARK.length ? this.#end(new Uint8Array()) : new Uint8Array()
  }

  finish(): Uint8Array {
    return this.#end(Uint8Array.from(MARK.slice(0, this.#seen ?? 0)))
  }

  #end(bytes: Uint8Array): Uint8Array {
    this.#seen = undefined
    return bytes
  }
}

const REPLACEMENT = '\ufffd'
/** Code units around what is no text, for the report. */
const AROUND = 30

class Transcoder implements Utf8Decoder {
  readonly #decoder: TextDecoder
  readonly #encoder = new TextEncoder()
  readonly #leave: (part: LeftOut) => void
  #row = 1

  constructor(encoding: string, leave: (part: LeftOut) => void) {
    this.#decoder = new TextDecoder(encoding)
    this.#leave = leave
  }

  push(bytes: Uint8Array): Uint8Array {
    return this.#encode(this.#decoder.decode(bytes, { stream: true }))
  }

  finish(): Uint8Array {
    return this.#encode(this.#decoder.decode())
  }

  #encode(text: string): Uint8Array {
    this.#tell(text)
    return this.#encoder.encode(text)
  }

  /** Once for each row with characters that are not of the encoding. */
  #tell(text: string): void {
    let at = 0
    for (let next = text.indexOf(REPLACEMENT); next >= 0; ) {
      this.#row += countLineFeeds(text, at, next)
      at = next
      this.#leave({
        row: this.#row,
        reason: msg('Bytes that are no text in this encoding were replaced by {mark}.', {
          mark: REPLACEMENT,
        }),
        text: text.slice(Math.max(0, next - AROUND), next + AROUND),
        isLost: false,
      })
      const end = text.indexOf('\n', next)
      next = end < 0 ? -1 : text.indexOf(REPLACEMENT, end)
    }
    this.#row += countLineFeeds(text, at, text.length)
  }
}

function countLineFeeds(text: string, from: number, to: number): number {
  let count = 0
  for (let at = text.indexOf('\n', from); at >= 0 && at < to; at = text.indexOf('\n', at + 1)) {
    count++
  }
  return count
}
