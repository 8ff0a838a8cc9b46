// Runs an exporter over rows: window by window, into one or several files.
import { TimeSlice } from '../../../base/jobs.ts'
import type { GroupWriter, RowsOutput } from '../../../exporters/pairs/definePairExporter.ts'
import type { ExportRow, RowColumns } from '../../../exporters/pairs/exportRow.ts'
import { GROUP_TOO_LARGE } from '../../../exporters/pairs/reasons.ts'
import type { OnProgress } from '../../../contracts/progress.ts'
import type { OpenPairing } from '../openPairing.ts'
import { LeftOut } from './leftOut.ts'
import { OutputFiles } from './outputFiles.ts'
import type { Sink } from './outputFiles.ts'
import { readWindows } from './readWindows.ts'
import type { WindowSizes } from './readWindows.ts'
import type { OptionValues } from '../../exportOptions.ts'
import { filterRows, type SelectedGroups, type SelectedRows } from './selectRows.ts'

export interface RowsRun {
  readonly pairing: OpenPairing
  readonly output: RowsOutput
  readonly options: OptionValues
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
  { pairing, output, selection }: RowsRun,
  leftOut: LeftOut,
  check: () => void,
): Promise<SelectedRows> {
  if (!output.skip) return selection
  const isKept = (row: RowColumns): boolean => {
    const reason = output.skip?.(row)
    if (reason !== undefined) leftOut.add(reason)
    return reason === undefined
  }
  return { rows: await filterRows(pairing, selection.rows, isKept, check) }
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
  const { output, options, selection } = run
  if (selection.groups && output.openGroups) {
    const writer = output.openGroups(options, widestOf(selection.groups))
    return writeGroups(run, selection.groups, writer, openSink, control, leftOut)
  }
  const { rows } = await keepRows(run, leftOut, control.check)
  const writer = output.open(options)
  const files = new OutputFiles(openSink, writer.head)
  let written = 0
  await forEachRow(run, rows, files, control, (row) => {
    const line = writer.row(row)
    if (line.kind === 'leftOut') leftOut.add(line.reason)
    else {
      files.addLine(line, output.lineEnd)
      written++
    }
  })
  return { written, leftOut, fileCount: files.count }
}

async function writeGroups(
  run: RowsRun,
  groups: SelectedGroups,
  writer: GroupWriter,
  openSink: (place: number) => Sink,
  control: RunControl,
  leftOut: LeftOut,
): Promise<RowsResult> {
  const { output, selection } = run
  const count = countGroups(groups)
  const kept = new Uint32Array(selection.rows.length)
  const sizes: number[] = []
  let keptRows = 0
  for (let group = 0; group < count; group++) {
    const whole = sizeOf(groups, group)
    const size = Math.min(whole, writer.limit)
    if (size < whole) leftOut.add(GROUP_TOO_LARGE, whole - size)
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
    files.addText(writer.end(place) + output.lineEnd)
    group++
    place = 0
  })
  return { written: count, leftOut, fileCount: files.count }
}

export function countGroups({ starts }: SelectedGroups): number {
  return starts.length - 1
}

function sizeOf({ starts }: SelectedGroups, group: number): number {
  return (starts[group + 1] as number) - (starts[group] as number)
}

function widestOf(groups: SelectedGroups): number {
  let widest = 0
  for (let group = 0; group < countGroups(groups); group++) {
    widest = Math.max(widest, sizeOf(groups, group))
  }
  return widest
}

/** Calls `write` for each row in order, and sees to it that the thread and the memory stay free. */
async function forEachRow(
  { pairing, output, options }: RowsRun,
  rows: Uint32Array,
  files: OutputFiles,
  { check, onProgress, sizes }: RunControl,
  write: (row: ExportRow) => void,
): Promise<void> {
  const slice = new TimeSlice()
  const total = rows.length
  check()
  for await (const window of readWindows(pairing, rows, output.reads(options), sizes)) {
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
