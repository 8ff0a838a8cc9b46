// Goes through rows in windows whose lines fit into memory together; the next window is read while
// the one before is written.
import { answerLine, requestOfLine } from '../../../exporters/pairs/exportRow.ts'
import type { ExportRow } from '../../../exporters/pairs/exportRow.ts'
import type { Side } from '../../../exporters/pairs/definePairExporter.ts'
import { sourceLineOf } from '../../join/sideLines.ts'
import type { OpenPairing } from '../openPairing.ts'
import { readLines } from './readLines.ts'
import type { LineReadOptions } from './readLines.ts'
import { PairingRow } from './rowColumns.ts'

/**
 * Bytes of lines in a window. Two are in memory at a time. Answers in shuffled order are read over and
 * over, once for each window, so it should not be small: a gigabyte takes some 16 readings.
 */
const WINDOW_BYTES = 64 * 1024 * 1024

/** What a line takes beside its bytes. */
const LINE_OVERHEAD = 256

/** Rows whose lines are not read cost nothing but their time. */
const WINDOW_ROWS = 250_000

/** Other sizes than the usual, for tests. */
export interface WindowSizes {
  readonly bytes?: number
  readonly rows?: number
  /** Bytes that are asked for at once. */
  readonly asked?: number
}

export interface ExportWindow {
  /** Place of the first row among `rows`. */
  readonly from: number
  readonly count: number
  /** `i`: from the first row of the window. Made again, so that what is parsed does not stay in memory. */
  readonly rowAt: (i: number) => ExportRow
}

/** Bytes of the lines that are read for a row. */
export function bytesOfRow({ pairs }: OpenPairing, row: number, sides: readonly Side[]): number {
  let bytes = 0
  for (const side of sides) {
    const global = (side === 'request' ? pairs.requestOf : pairs.answerOf)[row] as number
    if (global < 0) continue
    const { lines, entry } =
      side === 'request'
        ? sourceLineOf(pairs.requests, global)
        : sourceLineOf(pairs.answers, global)
    bytes += lines.byteLengths[entry] as number
  }
  return bytes
}

/** Throws `PairingFailure` when a document cannot be read. */
export async function* readWindows(
  pairing: OpenPairing,
  rows: Uint32Array,
  sides: readonly Side[],
  sizes: WindowSizes = {},
): AsyncGenerator<ExportWindow, void, undefined> {
  let isStopped = false
  const windowEnd = (from: number): number => {
    let bytes = 0
    let to = from
    const last = Math.min(rows.length, from + (sizes.rows ?? WINDOW_ROWS))
    while (to < last) {
      bytes += bytesOfRow(pairing, rows[to] as number, sides) + LINE_OVERHEAD * sides.length
      if (to > from && bytes > (sizes.bytes ?? WINDOW_BYTES)) break
      to++
    }
    return to
  }
  const begin = (from: number) => {
    const to = windowEnd(from)
    const reading = readRows(pairing, rows.subarray(from, to), sides, {
      isStopped: () => isStopped,
      askedBytes: sizes.asked,
    })
    // No one waits for it when the export ends before.
    reading.catch(() => {})
    return { from, to, reading }
  }
  let window = begin(0)
  try {
    while (window.from < rows.length) {
      const read = await window.reading
      const { from } = window
      window = begin(window.to)
      yield { from, ...read }
    }
  } finally {
    isStopped = true
  }
}

async function readRows(
  pairing: OpenPairing,
  rows: Uint32Array,
  sides: readonly Side[],
  options: LineReadOptions,
): Promise<Omit<ExportWindow, 'from'>> {
  const { requestOf, answerOf } = pairing.pairs
  const [requests, answers] = await Promise.all([
    sides.includes('request') ? readLines(pairing, 'requests', rows, requestOf, options) : [],
    sides.includes('answer') ? readLines(pairing, 'answers', rows, answerOf, options) : [],
  ])
  return {
    count: rows.length,
    rowAt(i) {
      const request = requests[i]
      const answer = answers[i]
      return new PairingRow(
        pairing,
        rows[i] as number,
        request && requestOfLine(request.bytes, request.source),
        answer && answerLine(answer.bytes, answer.source),
      )
    },
  }
}
