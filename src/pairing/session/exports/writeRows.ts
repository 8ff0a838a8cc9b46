// Runs an exporter over rows: window by window, into one or several files.
import { TimeSlice } from '../../../base/jobs.ts'
import type {
  GroupWriter,
  RowsOutput,
  RowSurvey,
} from '../../../exporters/pairs/definePairExporter.ts'
import type { ExportRow, RowColumns } from '../../../exporters/pairs/exportRow.ts'
import { GROUP_TOO_LARGE } from '../../../exporters/pairs/reasons.ts'
import type { OnProgress } from '../../../contracts/progress.ts'
import type { Translator } from '../../../i18n/translator.ts'
import type { OpenPairing } from '../openPairing.ts'
import { LeftOut } from './leftOut.ts'
import { OutputFiles } from './outputFiles.ts'
import type { Sink } from './outputFiles.ts'
import { readWindows } from './readWindows.ts'
import type { ExportWindow, WindowSizes } from './readWindows.ts'
import type { OptionValues } from '../../exportOptions.ts'
import { filterRows, type SelectedGroups, type SelectedRows } from './selectRows.ts'

export interface RowsRun {
  readonly pairing: OpenPairing
  readonly output: RowsOutput
  readonly options: OptionValues
  readonly selection: SelectedRows
  readonly translator: Translator
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
  const { output, options, selection, translator } = run
  const survey = output.survey?.(options)
  const [surveying, writing] = survey ? halves(control) : [control, control]
  if (selection.groups && output.openGroups) {
    if (survey) await surveyRows(run, selection.rows, survey, surveying)
    const widest = widestOf(selection.groups)
    const writer = survey ? survey.openGroups(widest) : output.openGroups(options, widest)
    return writeGroups(run, selection.groups, writer, openSink, writing, leftOut)
  }
  const { rows } = await keepRows(run, leftOut, control.check)
  if (survey) await surveyRows(run, rows, survey, surveying)
  const writer = survey?.open() ?? output.open(options, translator)
  const files = new OutputFiles(openSink, writer.head)
  let written = 0
  await writeEach(run, rows, files, writing, (row) => {
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
  await writeEach(run, kept.subarray(0, keptRows), files, control, (row) => {
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

/** Shows all rows to a survey; their lines are read for it, and again to be written. */
async function surveyRows(
  { pairing }: RowsRun,
  rows: Uint32Array,
  survey: RowSurvey,
  control: RunControl,
): Promise<void> {
  await forEachRow(readWindows(pairing, rows, survey.reads, control.sizes), rows.length, control, {
    see: survey.seeRow,
  })
}

/** Reports as two controls: of each row, the first half of the way and the second. */
function halves(control: RunControl): readonly [RunControl, RunControl] {
  const half = (before: 0 | 1): RunControl => ({
    ...control,
    onProgress: ({ unit, done, total }) =>
      control.onProgress?.({ unit, done: Math.floor((before * total + done) / 2), total }),
  })
  return [half(0), half(1)]
}

/** Calls `write` for each row in order, and writes to the files what has come together. */
async function writeEach(
  { pairing, output, options }: RowsRun,
  rows: Uint32Array,
  files: OutputFiles,
  control: RunControl,
  write: (row: ExportRow) => void,
): Promise<void> {
  const windows = readWindows(pairing, rows, output.reads(options), control.sizes)
  await forEachRow(windows, rows.length, control, { see: write, files })
  await files.end()
  control.check()
}

interface RowVisit {
  readonly see: (row: ExportRow) => void
  /** Written to whenever enough has come together. */
  readonly files?: OutputFiles
}

/** Goes through all rows, and sees to it that the thread and the memory stay free. */
async function forEachRow(
  windows: AsyncIterable<ExportWindow>,
  total: number,
  { check, onProgress }: RunControl,
  { see, files }: RowVisit,
): Promise<void> {
  const slice = new TimeSlice()
  check()
  for await (const window of windows) {
    check()
    for (let i = 0; i < window.count; i++) {
      see(window.rowAt(i))
      if (files?.isFull) await files.flush()
      if (slice.isOver) {
        onProgress?.({ unit: 'rows', done: window.from + i + 1, total })
        await slice.breathe()
        check()
      }
    }
    onProgress?.({ unit: 'rows', done: window.from + window.count, total })
  }
}
