// Rows of a table as lines of JSON, written by the WebAssembly module (assembly/table.ts): those that are as they
// should be. It works on a window of the text, from the row that comes next to the last byte that has come; places
// count from the window's first byte.

import { OUTPUT_SIZE, WindowEngine } from './windowEngine.ts'

/**
 * - `more`: the next row is not whole
 * - `odd`: the next row has not as many fields as there are columns, or a stray quote, or is not for this engine
 * - `full`: there is no room for the next row in the output
 */
export type RowStop = 'more' | 'odd' | 'full'

/** In the order of the numbers in assembly/table.ts. @internal For tests, too. */
export const ROW_STOPS: readonly RowStop[] = ['more', 'odd', 'full']

/** How a table is written, in ASCII. */
export interface RowLayout {
  readonly delimiter: string
  /** Undefined: quotes are text like any other. */
  readonly quote: string | undefined
  readonly newline: '\n' | '\r'
}

/** What becomes of values. */
export interface RowValues {
  readonly empty: 'text' | 'null' | 'omitted'
  /** Numbers, true and false are no strings. */
  readonly isInferred: boolean
}

export interface WrittenRows {
  readonly stop: RowStop
  /** Where the next row begins. */
  readonly at: number
  /** That were passed, blank ones among them. */
  readonly rows: number
  /** Of which there is a line in the output. */
  readonly lines: number
  /** Stale after the next call of anything. */
  readonly output: Uint8Array
}

/** Signs in a table that are rarely meant. */
export interface OddSigns {
  readonly hasNul: boolean
  /** U+FFFD. */
  readonly hasReplacement: boolean
}

/** As in assembly/table.ts. @internal For tests, too. */
export const EMPTY_FLAGS = { text: 0, null: 1, omitted: 2 } as const
/** @internal For tests, too. */
export const INFERRED_FLAG = 4

/** Of COLUMNS in assembly/memory.ts: PLAN_SIZE, and what is read beyond the last key. */
const COLUMNS_SIZE = 0x100000 - 16
const COLUMN_BYTES = 8

export class RowEngine extends WindowEngine {
  /** `keys`: of the columns, as strings of JSON. False where there is no room for them. */
  setColumns(keys: readonly string[]): boolean {
    const encoder = new TextEncoder()
    const parts = keys.map((key) => encoder.encode(`,${key}:"`))
    let at = COLUMN_BYTES * (parts.length + 1)
    if (parts.reduce((sum, { length }) => sum + length, at) > COLUMNS_SIZE) return false
    const from = this.memory.exports.columnsAddress()
    const table = new DataView(this.memory.buffer, from, COLUMNS_SIZE)
    table.setUint32(0, parts.length, true)
    for (const [index, part] of parts.entries()) {
      table.setUint32(COLUMN_BYTES * (index + 1), at, true)
      table.setUint32(COLUMN_BYTES * (index + 1) + 4, part.length, true)
      this.memory.bytes.set(part, from + at)
      at += part.length
    }
    return true
  }

  /** Writes rows of the window from `at` on, which has `to` bytes. */
  write(
    at: number,
    to: number,
    { delimiter, quote, newline }: RowLayout,
    values: RowValues,
  ): WrittenRows {
    const { exports, buffer, bytes, bufferFrom } = this.memory
    const from = this.from
    const stop = exports.writeRows(
      from + at,
      from + to,
      bufferFrom,
      bufferFrom + OUTPUT_SIZE,
      delimiter.charCodeAt(0),
      quote === undefined ? 0 : quote.charCodeAt(0),
      newline.charCodeAt(0),
      EMPTY_FLAGS[values.empty] | (values.isInferred ? INFERRED_FLAG : 0),
    )
    const state = new Uint32Array(buffer, exports.tableStateAddress(), 4)
    const [next, outputTo, rows, lines] = state as unknown as [number, number, number, number]
    return {
      stop: ROW_STOPS[stop] as RowStop,
      at: next - from,
      rows,
      lines,
      output: bytes.subarray(bufferFrom, outputTo),
    }
  }

  /** Whether [from, to) of the window is well-formed UTF-8; `to` is its end. */
  isUtf8(from: number, to: number): boolean {
    this.endWindow(to)
    return this.memory.exports.isUtf8(this.from + from, this.from + to) !== 0
  }

  /** Which there are in [from, to) of the window. */
  findOddSigns(from: number, to: number): OddSigns {
    const found = this.memory.exports.findOddSigns(this.from + from, this.from + to)
    return { hasNul: (found & 1) > 0, hasReplacement: (found & 2) > 0 }
  }
}
