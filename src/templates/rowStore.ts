// The rows that a batch is made from, as JSON Lines that are read again and again: what is kept of them are
// their columns, and where every few hundredth begins.
import { type Job, TimeSlice } from '../base/jobs.ts'
import { MAX_COLUMNS } from '../contracts/templatesApi.ts'
import type { OnProgress } from '../contracts/progress.ts'
import { linesOfBlob } from '../tokens/requestLines.ts'
import { Row } from './row.ts'

/** Rows from one known place to the next. */
const STRIDE = 256

export interface NumberedRow {
  /** From 1. */
  readonly number: number
  readonly row: Row
}

const utf8 = new TextDecoder()

/** Undefined for a line that is blank, `broken` for one that is not JSON. */
function readLine(bytes: Uint8Array): Row | 'broken' | undefined {
  const text = utf8.decode(bytes)
  if (text.trim() === '') return undefined
  return Row.read(text) ?? 'broken'
}

export class RowStore {
  readonly blob: Blob
  readonly count: number
  readonly columns: readonly string[]
  /** Lines that are not JSON. */
  readonly leftOut: number
  /** Number of the first of them. */
  readonly firstLeftOut: number | undefined
  /** Number of the row with the longest line; 0 without rows. */
  readonly longest: number
  /** Where the rows 1, 1 + STRIDE, … begin: bytes. */
  readonly #places: readonly number[]

  private constructor(blob: Blob, found: Found) {
    this.blob = blob
    this.count = found.count
    this.columns = [...found.columns]
    this.leftOut = found.leftOut
    this.firstLeftOut = found.firstLeftOut
    this.longest = found.longest
    this.#places = found.places
  }

  /** Reads all lines once. Throws Cancelled and ReadFailure. */
  static async open(blob: Blob, job: Job, onProgress: OnProgress): Promise<RowStore> {
    const found: Found = { count: 0, leftOut: 0, longest: 0, columns: new Set(), places: [] }
    const slice = new TimeSlice()
    let longestBytes = -1
    let line = 0
    let from = 0
    for await (const lines of linesOfBlob(blob)) {
      for (const { end, bytes } of lines) {
        line++
        const row = readLine(bytes)
        if (row === 'broken') {
          found.leftOut++
          found.firstLeftOut ??= line
        } else if (row) {
          if (found.count % STRIDE === 0) found.places.push(from)
          found.count++
          if (bytes.length > longestBytes) {
            longestBytes = bytes.length
            found.longest = found.count
          }
          addColumns(found.columns, row)
        }
        from = end
        if (!slice.isOver) continue
        onProgress({ unit: 'bytes', done: end, total: blob.size })
        await slice.breathe()
        job.check()
      }
    }
    return new RowStore(blob, found)
  }

  /** All rows in order. Throws ReadFailure. */
  async *rows(from = 1): AsyncGenerator<readonly NumberedRow[]> {
    if (this.count === 0) return
    const stretch = Math.floor((from - 1) / STRIDE)
    let number = stretch * STRIDE
    for await (const lines of linesOfBlob(this.blob.slice(this.#places[stretch] ?? 0))) {
      const rows: NumberedRow[] = []
      for (const { bytes } of lines) {
        const row = readLine(bytes)
        if (row === undefined || row === 'broken') continue
        number++
        if (number >= from) rows.push({ number, row })
      }
      if (rows.length > 0) yield rows
    }
  }

  /** `number`: from 1 to `count`. Throws ReadFailure. */
  async rowAt(number: number): Promise<Row | undefined> {
    for await (const [first] of this.rows(number)) return first?.row
    return undefined
  }
}

interface Found {
  count: number
  leftOut: number
  firstLeftOut?: number
  longest: number
  readonly columns: Set<string>
  readonly places: number[]
}

function addColumns(columns: Set<string>, row: Row): void {
  for (const column of row.columns) if (columns.size < MAX_COLUMNS) columns.add(column)
}
