// Lines written one after the other with something else between them than a line feed. They come as
// stretches of the file and bytes, each line with its line feed, and are never looked at one by one.
import type { ByteSource } from '../../document/byteSource.ts'
import type { Segment } from '../../document/exportSegments.ts'
import { segmentBytes } from '../../document/segmentBytes.ts'
import type { JoinedOutput } from './defineExporter.ts'

const LF = 10

/** Bytes joined at a time. */
const PIECE = 1024 * 1024

/** Bytes of a line that are copied one by one: up to here that is quicker than to look for its end. */
const SHORT = 96

/** `segments` end with a line feed if there is a line; so does each line in them, and nothing else. */
export async function* joinExportedLines(
  source: ByteSource,
  segments: AsyncIterable<Segment>,
  output: JoinedOutput,
): AsyncGenerator<Segment, void, undefined> {
  const utf8 = new TextEncoder()
  const joiner = new Joiner(utf8.encode(output.separator))
  let isEmpty = true
  for await (const chunk of segmentBytes(source, segments)) {
    if (chunk.length > 0 && isEmpty) {
      isEmpty = false
      yield { kind: 'bytes', bytes: utf8.encode(output.header) }
    }
    for (let from = 0; from < chunk.length; from += PIECE) {
      yield { kind: 'bytes', bytes: joiner.join(chunk.subarray(from, from + PIECE)) }
    }
  }
  yield { kind: 'bytes', bytes: utf8.encode(isEmpty ? output.whenEmpty : output.footer) }
}

class Joiner {
  readonly #separator: Uint8Array
  #out = new Uint8Array(0)
  /** The last byte was a line feed: what it becomes depends on whether anything follows. */
  #owes = false

  constructor(separator: Uint8Array) {
    this.#separator = separator
  }

  /** The bytes with the separator in place of each line feed, but for one at the end. */
  join(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
    const separator = this.#separator
    const room = (bytes.length + 1) * Math.max(1, separator.length)
    if (this.#out.length < room) this.#out = new Uint8Array(room)
    const out = this.#out
    const { length } = bytes
    let at = 0
    let from = 0
    while (from < length) {
      if (this.#owes) {
        for (let i = 0; i < separator.length; i++) out[at++] = separator[i] as number
        this.#owes = false
      }
      const near = Math.min(length, from + SHORT)
      while (from < near) {
        const byte = bytes[from++] as number
        if (byte === LF) {
          this.#owes = true
          break
        }
        out[at++] = byte
      }
      if (this.#owes || from === length) continue
      const lineFeed = bytes.indexOf(LF, from)
      const end = lineFeed < 0 ? length : lineFeed
      out.set(bytes.subarray(from, end), at)
      at += end - from
      from = end
    }
    return out.slice(0, at)
  }
}
