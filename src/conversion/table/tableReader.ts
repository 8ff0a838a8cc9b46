// A table whose bytes come in pieces. Rows that are as they should be are written by WebAssembly at the speed of
// reading; at any other, Papa Parse reads on for a while (rowReader.ts), and what is told of rows is told there.
import type { Parser } from 'papaparse'
import { concatBytes } from '../../base/concatBytes.ts'
import { RowEngine, type RowValues } from '../../scanner/rowEngine.ts'
import type { LineSink, OptionValues } from '../defineSource.ts'
import { ROW_LIMIT, RowReader, type RowSyntax } from './rowReader.ts'
import { RowWriter } from './rowWriter.ts'

/** Bytes that are read at once. */
const WINDOW = 256 * 1024
/** Bytes of a row on one line; a text of more could not be held. */
const LINE_LIMIT = 256 * 1024 * 1024
/** Bytes that Papa Parse is given at an odd row; more and more where it is one of many, or a long one. */
const ODD_STRETCH = 4 * 1024
const GROWTH = 4

export class TableReader {
  readonly #engine: RowEngine
  readonly #reader: RowReader
  readonly #writer: RowWriter
  readonly #sink: LineSink
  readonly #syntax: RowSyntax
  readonly #decoder = new TextDecoder('utf-8', { ignoreBOM: true })
  readonly #encoder = new TextEncoder()
  #newline: '\n' | '\r' = '\n'
  /** Undefined until the columns are known. */
  #isFast: boolean | undefined
  /** The beginning of a character whose end has not come. */
  #cut = new Uint8Array()
  /** Bytes of the window. */
  #size = 0
  /** Bytes that must have come before it is worth reading: a long row is not read for each piece. */
  #needed = WINDOW
  #stretch = ODD_STRETCH

  /** `parser`: the class of Papa Parse. `options` are complete. */
  constructor(
    parser: typeof Parser,
    wasm: WebAssembly.Module,
    syntax: RowSyntax,
    options: OptionValues,
    sink: LineSink,
  ) {
    this.#engine = new RowEngine(wasm)
    this.#writer = new RowWriter(options, sink)
    this.#reader = new RowReader(parser, syntax, (fields, row, problem) =>
      this.#writer.add(fields, row, problem),
    )
    this.#sink = sink
    this.#syntax = syntax
  }

  /** The next bytes: UTF-8 without a byte order mark, cut anywhere. What is none becomes U+FFFD. */
  push(bytes: Uint8Array): void {
    const joined = this.#cut.length === 0 ? bytes : concatBytes([this.#cut, bytes])
    const whole = wholeCharacters(joined)
    this.#cut = joined.slice(whole.length)
    this.#add(whole)
    if (this.#size >= this.#needed) this.#read(false)
  }

  /** No more come. */
  finish(): void {
    this.#add(this.#cut)
    this.#read(true)
    this.#writer.flush()
  }

  /** Hands on what has come, but for the last row: it may go on. */
  flush(): void {
    this.#read(false)
    this.#writer.flush()
  }

  #add(bytes: Uint8Array): void {
    const size = this.#size + bytes.length
    this.#engine.reserve(size)
    this.#engine.window(size).set(bytes, this.#size)
    if (!this.#engine.isUtf8(this.#size, size)) {
      return this.#add(this.#encoder.encode(this.#decoder.decode(bytes)))
    }
    this.#writer.expectOddSigns(this.#engine.findOddSigns(this.#size, size))
    this.#size = size
  }

  #read(isLast: boolean): void {
    if (this.#reader.row === 0)
      this.#newline = newlineOf(this.#decoder.decode(this.#window(0, WINDOW)))
    let at = 0
    while (at < this.#size) {
      if (this.#canWrite()) {
        const { next, isOpen } = this.#writeRows(at)
        at = next
        // What is not whole is looked at when it may be a quote that nobody closed.
        if (isOpen && !isLast && this.#size - at <= ROW_LIMIT) break
      }
      const read = this.#readOdd(at, isLast)
      if (read === 0) break
      at += read
    }
    this.#keepFrom(at)
  }

  /** Whether rows are for the engine: their columns are known, and nothing is to be told of the next ones. */
  #canWrite(): boolean {
    const { keys, values, isLooking } = this.#writer
    if (!keys || !values || isLooking) return false
    this.#isFast ??= this.#engine.setColumns(keys)
    return this.#isFast
  }

  /** Writes rows up to one that is odd or not whole: where that begins, and whether it may be as it should. */
  #writeRows(from: number): { readonly next: number; readonly isOpen: boolean } {
    const values = this.#writer.values as RowValues
    const layout = { ...this.#syntax, newline: this.#newline }
    this.#writer.flush()
    let at = from
    for (;;) {
      const written = this.#engine.write(at, this.#size, layout, values)
      if (written.lines > 0) this.#sink.write(written.output, written.lines)
      this.#reader.pass(written.rows)
      at = written.at
      if (written.stop === 'full') continue
      if (at - from > this.#stretch) this.#stretch = ODD_STRETCH
      return { next: at, isOpen: written.stop === 'more' }
    }
  }

  /** Reads rows by Papa Parse, whatever they are; how many bytes of them, which is 0 where none is whole. */
  #readOdd(at: number, isLast: boolean): number {
    const whole = this.#size - at
    for (let stretch = this.#writer.values ? this.#stretch : whole; ; stretch *= GROWTH) {
      const isAll = stretch >= whole
      const bytes = this.#window(at, isAll ? whole : stretch)
      const text = this.#decoder.decode(isAll && isLast ? bytes : wholeCharacters(bytes))
      const used = this.#reader.read(text, this.#newline, isAll && isLast)
      if (used === 0 && !isAll) continue
      this.#stretch = Math.min(GROWTH * stretch, WINDOW)
      return text.length === bytes.length ? used : this.#encoder.encode(text.slice(0, used)).length
    }
  }

  /** The next `length` bytes of the window from `at` on, or as many as there are. */
  #window(at: number, length: number): Uint8Array {
    return this.#engine.window(this.#size).subarray(at, at + length)
  }

  #keepFrom(at: number): void {
    this.#engine.window(this.#size).copyWithin(0, at)
    this.#size -= at
    if (this.#size > LINE_LIMIT) throw new RangeError('out of memory: a row')
    this.#engine.shrink(this.#size)
    this.#needed = Math.max(WINDOW, 2 * this.#size)
  }
}

/** LF, with or without a CR before it, wherever there is one: files of old Macs have none. */
export function newlineOf(text: string): '\n' | '\r' {
  return !text.includes('\n') && text.includes('\r') ? '\r' : '\n'
}

/** Without the beginning of a character that is cut at the end. */
function wholeCharacters(bytes: Uint8Array): Uint8Array {
  let at = bytes.length - 1
  while (at > bytes.length - 4 && at > 0 && ((bytes[at] as number) & 0xc0) === 0x80) at--
  const lead = bytes[at] ?? 0
  const length = lead < 0xc0 ? 1 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4
  return at + length > bytes.length ? bytes.subarray(0, at) : bytes
}
