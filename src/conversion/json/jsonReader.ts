// JSON read out of a text that comes in pieces, by code that is written as if all of it were there: a
// generator that yields when it has come to the end of the bytes, and goes on when there are more.

import type { ByteOffset } from '../../base/units.ts'
import type { ElementEngine, ElementPhase, ElementStop } from '../../scanner/elementEngine.ts'

/** Something that reads; each `yield` asks for more bytes. */
export type Reading<T> = Generator<void, T, void>

/** Bytes that are taken into the window at a time, so that all work on them finds them in the cache. */
const PIECE = 128 * 1024

/** Bytes before what is held that stay, to tell how a line begins. */
export const MARGIN = 256

/** Bytes of one value; longer ones are left out. */
export const VALUE_LIMIT = 256 * 1024 * 1024

/** Bytes from which on the beginning of a left-out part is shown. */
const SHOWN = 400
const SHOWN_UNITS = 100

const utf8 = new TextDecoder('utf-8', { ignoreBOM: true })

const SPACE = 0x20
const TAB = 0x09
const LF = 0x0a
const CR = 0x0d

export function isSpace(c: number): boolean {
  return c === SPACE || c === LF || c === CR || c === TAB
}

export class JsonReader {
  /** The next byte to be read. */
  at: ByteOffset = 0
  /** Bytes from here on stay readable; undefined: from `at` on. */
  kept: ByteOffset | undefined
  readonly #engine: ElementEngine
  /** Where the window begins and ends. */
  #from: ByteOffset = 0
  #to: ByteOffset = 0
  #isLast = false
  #reading: Reading<void> | undefined

  constructor(engine: ElementEngine) {
    this.#engine = engine
  }

  /** Who reads. Called once, before the first bytes. */
  begin(reading: Reading<void>): void {
    this.#reading = reading
  }

  push(bytes: Uint8Array): void {
    for (let from = 0; from < bytes.length; from += PIECE) {
      this.#append(bytes.subarray(from, from + PIECE))
      this.#reading?.next()
    }
  }

  finish(): void {
    this.#isLast = true
    // It does not yield any more: nothing asks for bytes when there will be none.
    this.#reading?.next()
  }

  /** No more bytes will come than those up to `end`. */
  get isLast(): boolean {
    return this.#isLast
  }

  /** The end of the bytes that have come. */
  get end(): ByteOffset {
    return this.#to
  }

  /** The first byte that is still readable. */
  get readableFrom(): ByteOffset {
    return this.#from
  }

  /** Readable bytes. A view, valid until the next `yield`. */
  bytes(from: ByteOffset, to: ByteOffset): Uint8Array {
    return this.#engine.window(to - this.#from).subarray(from - this.#from)
  }

  /** All readable bytes, of which the first is at `readableFrom`. A view, valid until the next `yield`. */
  get window(): Uint8Array {
    return this.#engine.window(this.#to - this.#from)
  }

  /** The byte at `at`; undefined at the end of the text. */
  *peek(): Reading<number | undefined> {
    while (this.at >= this.#to) {
      if (this.#isLast) return undefined
      yield
    }
    return this.window[this.at - this.#from]
  }

  /** Passes whitespace; the byte after it. */
  *skipSpace(): Reading<number | undefined> {
    let c = yield* this.peek()
    while (c !== undefined && isSpace(c)) {
      this.at++
      c = this.at < this.#to ? this.window[this.at - this.#from] : yield* this.peek()
    }
    return c
  }

  /**
   * Passes the value at `at`. Unless it `isKept`, its bytes are forgotten meanwhile, and it may be of any
   * length. `more`: the text ends within it.
   */
  *passValue({ isKept }: { readonly isKept: boolean }): Reading<ElementStop> {
    const start = this.at
    this.#engine.beginValue((yield* this.peek()) ?? 0)
    for (;;) {
      const { stop, at } = this.#engine.passValue(
        isKept ? start - this.#from : undefined,
        this.at - this.#from,
        this.#to - this.#from,
        { isLast: this.#isLast },
      )
      this.at = this.#from + at
      if (stop !== 'more' || this.#isLast) return stop
      if (isKept) this.kept ??= start
      if (isKept && this.#to - start > VALUE_LIMIT) return 'broken'
      yield
    }
  }

  /** Splits elements from `at` on; see ElementEngine. Places are offsets. */
  split(
    phase: ElementPhase,
    start: ByteOffset,
    isLoose: boolean,
  ): {
    readonly stop: ElementStop
    readonly phase: ElementPhase
    readonly start: ByteOffset
    readonly count: number
    readonly output: Uint8Array
  } {
    const from = this.#from
    const result = this.#engine.split(
      { phase, start: Math.max(0, start - from), at: this.at - from },
      this.#to - from,
      { isLast: this.#isLast, isLoose },
    )
    this.at = from + result.at
    return { ...result, start: from + result.start }
  }

  /** The whole value [from, to) on one line. A view, valid until the next call; its bytes may have moved. */
  lineOf(from: ByteOffset, to: ByteOffset): Uint8Array {
    const end = this.#engine.compact(from - this.#from, to - this.#from)
    return this.#engine.window(end).subarray(from - this.#from)
  }

  /** The beginning of the text from `at` on, to be shown; as much as there is before `to`, if it is given. */
  textAt(at: ByteOffset, to: ByteOffset = at + SHOWN): string {
    const end = Math.min(this.#to, at + SHOWN, to)
    if (at < this.#from || at >= end) return ''
    return utf8.decode(this.bytes(at, end), { stream: false }).slice(0, SHOWN_UNITS)
  }

  /** Waits until what `textAt` shows has come. */
  *seeAhead(): Reading<void> {
    while (this.#to - this.at < SHOWN && !this.#isLast) yield
  }

  #append(piece: Uint8Array): void {
    const held = Math.max(this.#from, Math.min(this.kept ?? this.at, this.at) - MARGIN)
    if (held > this.#from) {
      const window = this.window
      // A value that has grown large is not moved for each piece that comes.
      if (held - this.#from >= (this.#to - this.#from) / 2 || held - this.#from > PIECE) {
        window.copyWithin(0, held - this.#from)
        this.#from = held
        this.#engine.shrink(this.#to - held)
      }
    }
    const length = this.#to - this.#from
    this.#engine.reserve(length + piece.length)
    this.#engine.window(length + piece.length).set(piece, length)
    this.#to += piece.length
  }
}
