// Goes through rows in windows whose lines fit into memory together; the next window is read while
// the one before is written.
import { answerLine, requestLine } from '../../pairing/exports/exportRow.ts'
import type { ExportRow } from '../../pairing/exports/exportRow.ts'
import type { Side } from '../../pairing/exports/definePairExporter.ts'
import { placeOf, sourceAt } from '../../pairing/join/sideLines.ts'
import type { Content, OpenPairing, OpenSource } from '../openPairing.ts'
import { readEntries, sourcesOf } from '../openPairing.ts'
import { PairingRow } from './rowColumns.ts'

/**
 * Bytes of lines in a window. Two are in memory at a time, once more where they cross threads. Answers
 * in shuffled order are read over and over, once for each window, so it should not be small either.
 */
const WINDOW_BYTES = 48 * 1024 * 1024

/** Rows whose lines are not read cost nothing but their time. */
const WINDOW_ROWS = 50_000

export interface WindowSizes {
  readonly bytes?: number
  readonly rows?: number
}

export interface RowWindow {
  /** Place of the first row among `rows`. */
  readonly from: number
  readonly count: number
  /** `i`: from the first row of the window. Made anew, so that what is parsed does not stay in memory. */
  readonly rowAt: (i: number) => ExportRow
}

/** Bytes of the lines that are read for a row. */
export function bytesOfRow({ pairs }: OpenPairing, row: number, sides: readonly Side[]): number {
  let bytes = 0
  for (const side of sides) {
    const global = (side === 'request' ? pairs.requestOf : pairs.answerOf)[row] as number
    if (global < 0) continue
    const { lines, entry } =
      side === 'request' ? placeOf(pairs.requests, global) : placeOf(pairs.answers, global)
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
): AsyncGenerator<RowWindow, void, undefined> {
  const windowEnd = (from: number): number => {
    let bytes = 0
    let to = from
    const last = Math.min(rows.length, from + (sizes.rows ?? WINDOW_ROWS))
    while (to < last) {
      bytes += bytesOfRow(pairing, rows[to] as number, sides)
      if (to > from && bytes > (sizes.bytes ?? WINDOW_BYTES)) break
      to++
    }
    return to
  }
  const begin = (from: number) => {
    const to = windowEnd(from)
    const reading = readRows(pairing, rows.subarray(from, to), sides)
    // Nobody waits for it when the export ends before.
    reading.catch(() => {})
    return { from, to, reading }
  }
  let window = begin(0)
  while (window.from < rows.length) {
    const read = await window.reading
    const { from } = window
    window = begin(window.to)
    yield { from, ...read }
  }
}

async function readRows(
  pairing: OpenPairing,
  rows: Uint32Array,
  sides: readonly Side[],
): Promise<Omit<RowWindow, 'from'>> {
  const [requests, answers] = await Promise.all([
    sides.includes('request') ? readSide(pairing, 'requests', rows, pairing.pairs.requestOf) : [],
    sides.includes('answer') ? readSide(pairing, 'answers', rows, pairing.pairs.answerOf) : [],
  ])
  return {
    count: rows.length,
    rowAt(i) {
      const request = requests[i]
      const answer = answers[i]
      return new PairingRow(
        pairing,
        rows[i] as number,
        request && requestLine(request.content.bytes, request.source),
        answer && answerLine(answer.content.bytes, answer.source),
      )
    },
  }
}

/** [i]: the line of rows[i]; undefined where there is none, or it is deleted. */
async function readSide(
  pairing: OpenPairing,
  side: 'requests' | 'answers',
  rows: Uint32Array,
  globalOf: Int32Array,
): Promise<({ readonly content: Content; readonly source: OpenSource } | undefined)[]> {
  const globals = Array.from(rows, (row) => globalOf[row] as number)
  const wanted = globals.filter((global) => global >= 0)
  const contents = await readEntries(pairing, side, wanted)
  const sources = sourcesOf(pairing, side)
  let next = 0
  return globals.map((global) => {
    if (global < 0) return undefined
    const content = contents[next++]
    if (!content || content.line === 0) return undefined
    return { content, source: sources[sourceAt(pairing.pairs[side], global)] as OpenSource }
  })
}
