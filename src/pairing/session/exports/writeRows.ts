// Runs an exporter over rows: window by window, into one or several files.
import { TimeSlice } from '../../../base/jobs.ts'
import type { PairExportOptions, RowsWay } from '../../../exporters/pairs/definePairExporter.ts'
import type { ExportRow } from '../../../exporters/pairs/exportRow.ts'
import { GROUP_TOO_LARGE } from '../../../exporters/pairs/reasons.ts'
import type { OnProgress } from '../../../contracts/progress.ts'
import type { OpenPairing } from '../openPairing.ts'
import { LeftOut } from './leftOut.ts'
import { OutputFiles } from './outputFiles.ts'
import type { Sink } from './outputFiles.ts'
import { readWindows } from './readWindows.ts'
import type { WindowSizes } from './readWindows.ts'
import { PairingRow } from './rowColumns.ts'
import type { SelectedRows } from './selectRows.ts'

export interface RowsRun {
  readonly pairing: OpenPairing
  readonly way: RowsWay
  readonly options: PairExportOptions
  readonly selection: SelectedRows
}

export interface RunControl {
  /** Throws to stop. */
  readonly check: () => void
  /** Hears of rows. */
  readonly onProgress?: OnProgress | undefined
  readonly sizes?: WindowSizes | undefined
}

export interface RowsResult {
  /** Lines; of groups one line is a group. */
  readonly written: number
  readonly leftOut: LeftOut
  readonly fileCount: number
}

/** Rows whose columns do not tell already that they are left out. */
export async function keepRows(
  { pairing, way, selection }: RowsRun,
  leftOut: LeftOut,
  check: () => void,
): Promise<SelectedRows> {
  const { skip } = way
  if (!skip) return selection
  const slice = new TimeSlice()
  const kept = new Uint32Array(selection.rows.length)
  let count = 0
  for (const [i, row] of selection.rows.entries()) {
    const reason = skip(new PairingRow(pairing, row))
    if (reason === undefined) kept[count++] = row
    else leftOut.add(reason)
    if (i % 256 === 0 && slice.isOver) {
      await slice.breathe()
      check()
    }
  }
  return { rows: kept.slice(0, count) }
}

/**
 * Writes the rows. Throws what `check` and `openSink` throw, and `PairingFailure` when a document
 * cannot be read; what was written is the caller's to throw away.
 */
export async function writeRows(
  run: RowsRun,
  openSink: (place: number) => Sink,
  control: RunControl,
): Promise<RowsResult> {
  const leftOut = new LeftOut()
  const { groups } = run.selection
  if (groups) return writeGroups(run, groups, openSink, control, leftOut)
  const { rows } = await keepRows(run, leftOut, control.check)
  const { way, options } = run
  const writer = way.open(options, 0)
  const files = new OutputFiles(openSink, writer.head)
  let written = 0
  await forEachRow(run, rows, files, control, (row) => {
    const line = writer.row(row)
    if (line.kind === 'leftOut') leftOut.add(line.reason)
    else {
      files.addLine(line, way.lineEnd)
      written++
    }
  })
  return { written, leftOut, fileCount: files.count }
}

async function writeGroups(
  run: RowsRun,
  groups: NonNullable<SelectedRows['groups']>,
  openSink: (place: number) => Sink,
  control: RunControl,
  leftOut: LeftOut,
): Promise<RowsResult> {
  const { way, options, selection } = run
  const count = groups.starts.length - 1
  const sizeOf = (group: number) =>
    (groups.starts[group + 1] as number) - (groups.starts[group] as number)
  let widest = 0
  for (let group = 0; group < count; group++) widest = Math.max(widest, sizeOf(group))
  const writer = way.open(options, widest).group
  if (!writer) return writeRows({ ...run, selection: { rows: selection.rows } }, openSink, control)

  const kept = new Uint32Array(selection.rows.length)
  const sizes: number[] = []
  let keptRows = 0
  for (let group = 0; group < count; group++) {
    const size = Math.min(sizeOf(group), writer.limit)
    if (size < sizeOf(group)) leftOut.add(GROUP_TOO_LARGE, sizeOf(group) - size)
    const from = groups.starts[group] as number
    kept.set(selection.rows.subarray(from, from + size), keptRows)
    keptRows += size
    sizes.push(size)
  }

  const files = new OutputFiles(openSink, writer.head)
  let group = 0
  let place = 0
  await forEachRow(run, kept.subarray(0, keptRows), files, control, (row) => {
    if (place === 0) files.addText(writer.begin(groups.names(group)))
    files.addText(writer.member(row, place))
    place++
    if (place < (sizes[group] as number)) return
    files.addText(writer.end(place) + way.lineEnd)
    group++
    place = 0
  })
  return { written: count, leftOut, fileCount: files.count }
}

/** Calls `write` for each row in order, and sees to it that the thread and the memory stay free. */
async function forEachRow(
  { pairing, way, options }: RowsRun,
  rows: Uint32Array,
  files: OutputFiles,
  { check, onProgress, sizes }: RunControl,
  write: (row: ExportRow) => void,
): Promise<void> {
  const slice = new TimeSlice()
  const total = rows.length
  check()
  for await (const window of readWindows(pairing, rows, way.reads(options), sizes)) {
    check()
    for (let i = 0; i < window.count; i++) {
      write(window.rowAt(i))
      if (files.isFull) await files.flush()
      if (slice.isOver) {
        onProgress?.({ unit: 'rows', done: window.from + i + 1, total })
        await slice.breathe()
        check()
      }
    }
    onProgress?.({ unit: 'rows', done: window.from + window.count, total })
  }
  await files.end()
  check()
}
