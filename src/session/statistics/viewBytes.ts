// The lines of a view, edited ones as they are now, as what counts their fields reads them.
import { TimeSlice, type Job } from '../../base/jobs.ts'
import type { RowIndex } from '../../base/units.ts'
import { exportSegments } from '../../document/exportSegments.ts'
import type { LineView } from '../../document/lineView.ts'
import { segmentBytes } from '../../document/segmentBytes.ts'
import type { CountedLines, FieldStatistics } from '../../scanner/fieldStatistics.ts'
import type { OpenDocument } from '../openDocument.ts'
import { lineWays } from '../lineWays.ts'

/** How the rows of a view can be read, by their places in it. */
export function linesOfView(doc: OpenDocument, view: LineView): CountedLines {
  const wayOf = lineWays(doc.findingSets)
  return {
    readWords: (row, words) => readWords(doc, view, row, words),
    wayOf: (set) => wayOf(set).way,
  }
}

function readWords(doc: OpenDocument, view: LineView, row: RowIndex, into: Uint16Array): void {
  const { tables } = doc.lines
  const { belongs } = view
  const first = view.positionAt(row)
  if (first === undefined) return
  let n = 0
  tables.forEachStretch(first, tables.order.length, (words, start, count) => {
    for (let i = start; i < start + count && n < into.length; i++) {
      const word = words[i] as number
      if (belongs[word] === 1) into[n++] = word
    }
    return n === into.length
  })
}

/** The bytes of the lines of a view, edited ones as they are now. A byte order mark at the beginning is of no line. */
export function viewBytes(doc: OpenDocument, view: LineView): AsyncIterable<Uint8Array> {
  const segments = exportSegments(doc.lines.tables, view, {
    lineEnds: 'keep',
    dropByteOrderMark: true,
  })
  return segmentBytes(doc.source, segments)
}

/**
 * Reads all lines of a view, again from the first where the counting needs that. `onLines`: so many are read.
 * `usualKeys`: asked where lines have too many keys to tell them all apart; each of its reads takes a while.
 */
export async function countView(
  doc: OpenDocument,
  view: LineView,
  statistics: FieldStatistics,
  job: Job,
  onLines: (lines: number) => void,
  usualKeys?: () => Promise<readonly string[]>,
): Promise<void> {
  const slice = new TimeSlice()
  do {
    for await (const chunk of viewBytes(doc, view)) {
      statistics.push(chunk)
      if (slice.isOver) {
        onLines(statistics.linesRead)
        await slice.breathe()
        job.check()
      }
      if (statistics.isCrowded) break
    }
    if (!statistics.isCrowded) statistics.finish()
    if (usualKeys && statistics.isRootCrowded) statistics.tellUsualKeys(await usualKeys())
    job.check()
  } while (statistics.beginsAgain())
}
