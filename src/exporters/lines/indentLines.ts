// One indented array out of lines that are valid JSON. Spaces between tokens are written anew; the bytes of
// strings, numbers and names are copied as they come, so nothing is parsed and no line is ever whole in memory.
import type { Segment } from '../../document/exportSegments.ts'

const TAB = 9
const LF = 10
const CR = 13
const SPACE = 32
const QUOTE = 34
const COMMA = 44
const COLON = 58
const OPEN_BRACKET = 91
const BACKSLASH = 92
const CLOSE_BRACKET = 93
const OPEN_BRACE = 123
const CLOSE_BRACE = 125

/** Bytes indented at a time. */
const PIECE = 1024 * 1024

/** Nesting that gets lines of its own; deeper values stay on one line, or spaces would be most of the file. */
export const DEEPEST_INDENT = 100

/** Bytes that one byte can become beside itself: a comma before a line of the deepest indent. */
const ROOM = 2 * DEEPEST_INDENT + 16

/** The lines in `chunks`, each with its line feed, as an array; one line for none. */
export async function* indentLines(
  chunks: AsyncIterable<Uint8Array>,
): AsyncGenerator<Segment, void, undefined> {
  const indenter = new Indenter()
  for await (const chunk of chunks) {
    for (let from = 0; from < chunk.length; from += PIECE) {
      yield { kind: 'bytes', bytes: indenter.push(chunk.subarray(from, from + PIECE)) }
    }
  }
  yield { kind: 'bytes', bytes: indenter.finish() }
}

class Indenter {
  #out = new Uint8Array(0)
  #at = 0
  /** Of what is open; 1 for the array of all lines. */
  #depth = 1
  #isInString = false
  #isEscaped = false
  /** An object or array has just been opened: nothing is in it yet. */
  #isFresh = false
  #isLineBegun = false
  #isFirst = true

  push(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
    this.#at = 0
    const { length } = bytes
    for (let i = 0; i < length; i++) {
      // Also for the rest of the piece as it is: strings are copied without asking.
      if (this.#out.length < this.#at + (length - i) + ROOM) this.#grow(length - i)
      if (this.#isInString) i = this.#copyString(bytes, i)
      else this.#token(bytes[i] as number)
    }
    return this.#out.slice(0, this.#at)
  }

  finish(): Uint8Array<ArrayBuffer> {
    return new TextEncoder().encode(this.#isFirst ? '[]\n' : '\n]\n')
  }

  /** Copies up to the end of the string or piece; returns the place of the last byte. */
  #copyString(bytes: Uint8Array, from: number): number {
    const out = this.#out
    let at = this.#at
    let i = from
    let isEscaped = this.#isEscaped
    for (; i < bytes.length; i++) {
      const byte = bytes[i] as number
      out[at++] = byte
      if (isEscaped) isEscaped = false
      else if (byte === BACKSLASH) isEscaped = true
      else if (byte === QUOTE) {
        this.#isInString = false
        break
      }
    }
    this.#isEscaped = isEscaped
    this.#at = at
    return i
  }

  #token(byte: number): void {
    switch (byte) {
      case SPACE:
      case TAB:
      case CR:
        return
      case LF:
        this.#isLineBegun = false
        return
      case COMMA:
        this.#put(COMMA)
        this.#newLine()
        return
      case COLON:
        this.#put(COLON)
        if (this.#depth <= DEEPEST_INDENT) this.#put(SPACE)
        return
      case OPEN_BRACE:
      case OPEN_BRACKET:
        this.#begin()
        this.#put(byte)
        this.#depth++
        this.#isFresh = true
        return
      case CLOSE_BRACE:
      case CLOSE_BRACKET: {
        const hadLines = this.#depth <= DEEPEST_INDENT
        this.#depth--
        if (!this.#isFresh && hadLines) this.#newLine()
        this.#isFresh = false
        this.#put(byte)
        return
      }
      default:
        this.#begin()
        this.#put(byte)
        this.#isInString = byte === QUOTE
    }
  }

  /** Before the first byte of a value or name; not needed before others of a number or word. */
  #begin(): void {
    if (!this.#isLineBegun) {
      this.#put(this.#isFirst ? OPEN_BRACKET : COMMA)
      this.#isFirst = false
      this.#isLineBegun = true
      this.#newLine()
    } else if (this.#isFresh) this.#newLine()
    this.#isFresh = false
  }

  #newLine(): void {
    if (this.#depth > DEEPEST_INDENT) return
    this.#put(LF)
    for (let i = 0; i < this.#depth; i++) {
      this.#put(SPACE)
      this.#put(SPACE)
    }
  }

  #put(byte: number): void {
    this.#out[this.#at++] = byte
  }

  #grow(rest: number): void {
    const wider = new Uint8Array(Math.max(this.#out.length * 2, this.#at + rest + ROOM))
    wider.set(this.#out.subarray(0, this.#at))
    this.#out = wider
  }
}
