// Reads lines for some of their fields: which lines a query matches. Nothing is decoded but what `asks` is asked about. The lines were read before: their finding sets say how
// each may be read.

import type { FieldPlan, LineWay } from './fieldPlan.ts'
import { ASK_LINE, MOST_CAPTURES, writeFieldPlan } from './fieldPlan.ts'
import { LinePieces } from './linePieces.ts'
import { ScannerMemory } from './scannerMemory.ts'

/** What the lines before did not tell. Bytes are views that the next step of the iterator overwrites. */
export interface FieldAsks {
  /** Whether test `number` of the plan holds of a value: the string or number as it is written. */
  readonly ofValue: (number: number, bytes: Uint8Array) => boolean
  /** Whether a line, without its end, matches; undefined when that cannot be told. `verdict`: its number. */
  readonly ofLine: (bytes: Uint8Array, verdict: number) => boolean | undefined
}

export interface FieldLines {
  /**
   * Writes the words of lines `firstLine` and those after it, whose lowest twelve bits are finding sets, into
   * `words`; as many as there are.
   */
  readonly readWords: (firstLine: number, words: Uint16Array) => void
  readonly wayOf: (findingSet: number) => { readonly way: LineWay; readonly verdict: number }
}

/** What a capture notes of a line, as in assembly/fieldCaptures.ts; 0 where there is no value. */
export const CAPTURED_KINDS = {
  object: 1,
  array: 2,
  /** A string without escapes: its text is [from, to). */
  text: 3,
  /** A string as it is spelled, with its quotes. */
  spelledText: 4,
  /** In `numbers`. */
  number: 5,
  /** A number of JSON that has to be read from [from, to). */
  spelledNumber: 6,
  true: 7,
  false: 8,
  null: 9,
} as const

/** Values of a batch: that of capture c in line i of the batch is at c * CAPTURE_STRIDE + i. */
export interface CapturedValues {
  readonly kinds: Uint8Array
  readonly numbers: Float64Array
  /** Places in `bytes`. */
  readonly from: Uint32Array
  readonly to: Uint32Array
  readonly bytes: Uint8Array
}

/** Lines that were read together. Arrays are views that the next step of the iterator overwrites. */
export interface FieldBatch {
  /** 0-based, of the file. */
  readonly firstLine: number
  readonly count: number
  /** Lines that match, ascending, as places in the batch. */
  readonly matches: Uint32Array
  /** Likewise lines that were asked for, of which it cannot be told. */
  readonly unknown: Uint32Array
  /** The words of the lines, as `readWords` wrote them. */
  readonly words: Uint16Array
  /** What the captures of the plan noted. Nothing of lines that were asked for. */
  readonly values: CapturedValues
}

/** As in assembly/memory.ts. */
const MAX_LINES = 8192
export const CAPTURE_STRIDE = MAX_LINES
/** As in assembly/fieldTests.ts. */
const ANSWERS = { no: 0, yes: 1, unknown: 2 } as const

export class FieldScanner {
  readonly #memory: ScannerMemory
  readonly #pieces: LinePieces
  readonly #lines: FieldLines
  readonly #words = new Uint16Array(MAX_LINES)
  #line = 0
  #isAtStart = true

  /** Throws PlanTooLarge. */
  constructor(wasm: WebAssembly.Module, plan: FieldPlan, lines: FieldLines, asks: FieldAsks) {
    this.#lines = lines
    this.#memory = new ScannerMemory(wasm, (test, from, to) => {
      const bytes = this.#memory.bytes.subarray(from, to)
      if (test > ASK_LINE) return asks.ofValue(test, bytes) ? ANSWERS.yes : ANSWERS.no
      const answer = asks.ofLine(bytes, ASK_LINE - test)
      return answer === undefined ? ANSWERS.unknown : answer ? ANSWERS.yes : ANSWERS.no
    })
    this.#pieces = new LinePieces(this.#memory)
    const { bytes, exports } = this.#memory
    writeFieldPlan(bytes, exports.planAddress(), plan, lines.wayOf)
  }

  /** Forgets an unfinished line; the next byte begins line `firstLine` of the file. */
  reset(firstLine = 0): void {
    this.#pieces.reset()
    this.#line = firstLine
    this.#isAtStart = firstLine === 0
  }

  /**
   * Reads the lines that end in `chunk`. Call `reset` before anything else when the iteration was left before
   * its end. Throws ScannerMemoryError when a line is too long for this machine.
   */
  *push(chunk: Uint8Array): Generator<FieldBatch, void, undefined> {
    for (const length of this.#pieces.push(chunk)) yield* this.#read(length)
  }

  /** Reads the last line when no LF ends it. */
  *finish(): Generator<FieldBatch, void, undefined> {
    for (const length of this.#pieces.finish()) yield* this.#read(length)
  }

  /** The first `length` bytes of the buffer are whole lines. */
  *#read(length: number): Generator<FieldBatch, void, undefined> {
    const { exports, bufferFrom, buffer } = this.#memory
    const to = bufferFrom + length
    const tags = new Uint16Array(buffer, exports.tagsAddress(), MAX_LINES)
    const header = new Uint32Array(buffer, exports.headerAddress(), 3)
    const values = capturedValues(this.#memory)
    for (let from = bufferFrom; from < to; ) {
      const firstLine = this.#line
      this.#lines.readWords(firstLine, this.#words)
      tags.set(this.#words)
      const next = exports.matchLines(from, to, this.#isAtStart ? 1 : 0)
      const [count, matched, unknown] = header as unknown as [number, number, number]
      this.#line += count
      this.#isAtStart = false
      yield {
        firstLine,
        count,
        matches: new Uint32Array(buffer, exports.errorAtAddress(), matched),
        unknown: new Uint32Array(buffer, exports.captureCountAddress(), unknown),
        words: this.#words,
        values,
      }
      from = next
    }
  }
}

/** Views, for as long as the memory does not grow. */
function capturedValues({ bytes, buffer, exports }: ScannerMemory): CapturedValues {
  const count = MOST_CAPTURES * MAX_LINES
  return {
    kinds: new Uint8Array(buffer, exports.captureKindAddress(), count),
    numbers: new Float64Array(buffer, exports.captureHashAddress(), count),
    from: new Uint32Array(buffer, exports.captureFromAddress(), count),
    to: new Uint32Array(buffer, exports.captureToAddress(), count),
    bytes,
  }
}
