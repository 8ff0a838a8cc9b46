// Finds the records that stand on several lines while the lines go by, in batches of any size. Only
// lines that end inside of a value are looked at, so a file without such lines costs nothing.

import { concatBytes } from '../base/concatBytes.ts'
import { recordExtent } from './spreadRecord.ts'
import { SYNTAX_CODES, type SyntaxCode } from './syntaxCodes.ts'

/** Bounds of a record: no one writes longer ones by hand, and all of it is in memory at once. */
export const MAX_RECORD_LINES = 16_384
export const MAX_RECORD_BYTES = 4 * 1024 * 1024

/**
 * Bytes that may be looked at in vain before the search rests, and how much of that comes back with
 * each byte that goes by: a file in which every line begins something is read a few times at most.
 */
const PATIENCE = 64 * 1024 * 1024
const PATIENCE_PER_BYTE = 4

/** What the scanner says of a line that ends inside of a value. */
const BEGINNING_CODES: readonly SyntaxCode[] = [
  'unterminated-string',
  'unclosed-bracket',
  'cut-record',
  'truncated-line',
]
const isBeginning = new Uint8Array(256)
for (const code of BEGINNING_CODES) isBeginning[SYNTAX_CODES.indexOf(code)] = 1

/** Whether a record of several lines may begin with a line of this status. */
export function mayBeginRecord(status: number): boolean {
  return isBeginning[status] === 1
}

/** Lines that follow one another: as ScanBatch has them. */
export interface LinesToSearch {
  readonly count: number
  /** With their line ends. */
  readonly bytes: Uint8Array
  readonly ends: Uint32Array
  readonly status: Uint8Array
}

export interface FinderOptions {
  /** Whether the bytes, lines with their line ends, are JSON when they are written as one. */
  readonly isJson: (lines: Uint8Array) => boolean
  /** `line`: counted from the first line that was pushed. */
  readonly onRecord: (line: number, count: number) => void
}

const NO_LINES: LinesToSearch = {
  count: 0,
  bytes: new Uint8Array(),
  ends: new Uint32Array(),
  status: new Uint8Array(),
}

export class RecordFinder {
  readonly #options: FinderOptions
  /** The lines from a beginning on whose end has not been seen. */
  #held: LinesToSearch | undefined
  /** Lines that were pushed before the held ones. */
  #passed = 0
  #patience = PATIENCE

  constructor(options: FinderOptions) {
    this.#options = options
  }

  /** The next lines; nothing of them is kept by reference. */
  push(lines: LinesToSearch): void {
    this.#search(lines, false)
  }

  /** No more lines will come. */
  finish(): void {
    if (this.#held) this.#search(NO_LINES, true)
  }

  #search(lines: LinesToSearch, isLast: boolean): void {
    this.#patience = Math.min(PATIENCE, this.#patience + PATIENCE_PER_BYTE * lines.bytes.length)
    const all = this.#held ? joined(this.#held, lines) : lines
    this.#held = undefined
    let i = nextBeginning(all, 0)
    while (i < all.count && this.#patience > 0) {
      const from = startOf(all.ends, i)
      const { kind, to } = recordExtent(all.bytes, from)
      if (kind === 'cut' && !isLast && canGrow(all, i)) {
        this.#patience -= to - from
        this.#held = fromLine(all, i)
        this.#passed += i
        return
      }
      const count = kind === 'complete' ? this.#linesOf(all, i, to) : 0
      if (count > 0) this.#options.onRecord(this.#passed + i, count)
      else this.#patience -= to - from
      i = nextBeginning(all, i + Math.max(1, count))
    }
    this.#passed += all.count
  }

  /** Lines of the record that begins with line `i` and whose value ends at `to`; 0: it is none. */
  #linesOf({ bytes, ends, count }: LinesToSearch, i: number, to: number): number {
    let last = i
    while (last < count && (ends[last] as number) < to) last++
    const lines = last - i + 1
    const from = startOf(ends, i)
    if (lines < 2 || lines > MAX_RECORD_LINES || to - from > MAX_RECORD_BYTES) return 0
    for (let at = to; at < (ends[last] as number); at++) {
      if (!isSpace(bytes[at] as number)) return 0
    }
    return this.#options.isJson(bytes.subarray(from, to)) ? lines : 0
  }
}

function nextBeginning({ status, count }: LinesToSearch, from: number): number {
  let next = from
  while (next < count && isBeginning[status[next] as number] === 0) next++
  return next
}

function canGrow(lines: LinesToSearch, i: number): boolean {
  return (
    lines.count - i < MAX_RECORD_LINES &&
    (lines.ends[lines.count - 1] as number) - startOf(lines.ends, i) < MAX_RECORD_BYTES
  )
}

function startOf(ends: Uint32Array, i: number): number {
  return i === 0 ? 0 : (ends[i - 1] as number)
}

function isSpace(c: number): boolean {
  return c === 0x20 || c === 0x09 || c === 0x0a || c === 0x0d
}

/** A copy of the lines from `i` on. */
function fromLine({ bytes, ends, status, count }: LinesToSearch, i: number): LinesToSearch {
  const from = startOf(ends, i)
  return {
    count: count - i,
    bytes: bytes.slice(from, ends[count - 1]),
    ends: ends.slice(i, count).map((end) => end - from),
    status: status.slice(i, count),
  }
}

function joined(a: LinesToSearch, b: LinesToSearch): LinesToSearch {
  const ends = new Uint32Array(a.count + b.count)
  ends.set(a.ends)
  for (let i = 0; i < b.count; i++) ends[a.count + i] = a.bytes.length + (b.ends[i] as number)
  const status = new Uint8Array(a.count + b.count)
  status.set(a.status)
  status.set(b.status.subarray(0, b.count), a.count)
  return { count: a.count + b.count, bytes: concatBytes([a.bytes, b.bytes]), ends, status }
}
