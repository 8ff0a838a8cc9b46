// What an export would write, before it is written. Small ones are made in full and thrown away, which
// is exact; of large ones what columns tell is counted, and the lines of some rows are looked into.
import { groupNumber } from '../../../base/groupNumber.ts'
import type {
  FileLimits,
  PairExporter,
  RowsWay,
} from '../../../exporters/pairs/definePairExporter.ts'
import type { PairExportPlan, PairExportRequest } from '../../../contracts/pairingApi.ts'
import type { ExportContext } from './exportContext.ts'
import { LeftOut } from './leftOut.ts'
import { fileNames } from './outputFiles.ts'
import type { Sink } from './outputFiles.ts'
import { bytesOfRow, readWindows } from './readWindows.ts'
import { retryNotes, RetryTally } from './retryNotes.ts'
import { exporterOf, optionsOf, selectRows } from './selectRows.ts'
import { keepRows, writeRows } from './writeRows.ts'
import type { RowsRun } from './writeRows.ts'

/** Bytes of lines up to which an export is made in full to see what it would be; some 0.3 s. */
const TRIED_BYTES = 16 * 1024 * 1024

/** Rows of a larger one that are looked into, spread over all, and the bytes that they may have. */
const SAMPLED_ROWS = 400
const SAMPLED_BYTES = 4 * 1024 * 1024

export interface PlanControl {
  /** Throws to stop. */
  readonly check: () => void
  /** For tests. */
  readonly triedBytes?: number | undefined
}

interface RowsPlan {
  readonly count: number
  readonly fileCount: number
  readonly leftOut: LeftOut
  readonly notes: readonly string[]
}

/** Throws what `control.check` throws, and `PairingFailure`. */
export async function planExport(
  context: ExportContext,
  { what, baseName }: PairExportRequest,
  control: PlanControl,
): Promise<PairExportPlan> {
  const exporter = exporterOf(what)
  const { way, extension } = exporter
  if (way.kind === 'facts') return { count: 1, fileNames: [baseName + extension], notes: [] }

  const selection = selectRows(context, what)
  const run = { pairing: context.pairing, way, options: optionsOf(what), selection }
  const tally = what.kind === 'retry' ? new RetryTally(what.options) : undefined
  const plan = await planRows(run, tally, control)
  const notes = [...plan.notes]
  for (const { count, reason } of plan.leftOut.list) notes.push(leftOutNote(count, reason))
  if (what.kind === 'retry' && tally) {
    notes.push(...retryNotes(context.pairing, what.options, selection.rows, tally))
  }
  if (plan.fileCount > 1) notes.push(severalFiles(exporter))
  return { count: plan.count, fileNames: fileNames(baseName, extension, plan.fileCount), notes }
}

async function planRows(
  run: RowsRun,
  tally: RetryTally | undefined,
  { check, triedBytes }: PlanControl,
): Promise<RowsPlan> {
  const { pairing, way, options, selection } = run
  if (selection.groups) {
    const count = selection.groups.starts.length - 1
    return { count, fileCount: 1, leftOut: new LeftOut(), notes: [] }
  }
  const leftOut = new LeftOut()
  const { rows } = await keepRows(run, leftOut, check)
  if (!way.isByContent) return { count: rows.length, fileCount: 1, leftOut, notes: [] }

  const sides = way.reads(options)
  const bytes = rows.reduce((sum, row) => sum + bytesOfRow(pairing, row, sides), 0)
  if (bytes <= (triedBytes ?? TRIED_BYTES)) {
    const tried = await writeRows(
      { ...run, way: tally ? watched(way, tally) : way },
      () => NOWHERE,
      { check },
    )
    return { count: tried.written, fileCount: tried.fileCount, leftOut: tried.leftOut, notes: [] }
  }

  tally?.isSample()
  const estimate = await samplePlan(run, rows, bytes, tally, check)
  const notes =
    estimate.leftOutOfSample > 0
      ? [
          `About ${groupNumber(rows.length - estimate.count)} more will be left out when their lines are read.`,
        ]
      : []
  return { count: estimate.count, fileCount: estimate.fileCount, leftOut, notes }
}

const NOWHERE: Sink = { write: () => Promise.resolve() }

/** The way, with a witness of each row. */
function watched(way: RowsWay, tally: RetryTally): RowsWay {
  return {
    ...way,
    open(options, widest) {
      const writer = way.open(options, widest)
      return {
        ...writer,
        row(row) {
          tally.add(row)
          return writer.row(row)
        },
      }
    },
  }
}

/** What rows spread over all say of the rest. */
async function samplePlan(
  { pairing, way, options }: RowsRun,
  rows: Uint32Array,
  bytes: number,
  tally: RetryTally | undefined,
  check: () => void,
) {
  const sides = way.reads(options)
  const step = Math.max(1, Math.floor(rows.length / SAMPLED_ROWS))
  let sampledBytes = 0
  const sampled = rows.filter((row, i) => {
    if (i % step !== 0 || sampledBytes > SAMPLED_BYTES) return false
    sampledBytes += bytesOfRow(pairing, row, sides)
    return true
  })
  const writer = way.open(options, 0)
  const parts = new Map<string, { lines: number; items: number }>()
  let leftOutOfSample = 0
  for await (const window of readWindows(pairing, sampled, sides)) {
    check()
    for (let i = 0; i < window.count; i++) {
      const row = window.rowAt(i)
      tally?.add(row)
      const written = writer.row(row)
      if (written.kind === 'leftOut') {
        leftOutOfSample++
        continue
      }
      const name = written.part ?? ''
      const part = parts.get(name) ?? { lines: 0, items: 0 }
      parts.set(name, part)
      part.lines++
      part.items += written.items ?? 0
    }
  }
  const scale = rows.length / sampled.length
  const fileCount = [...parts.values()].reduce((sum, part) => {
    const share = part.lines / sampled.length
    return (
      sum +
      filesFor(way.limits, {
        lines: part.lines * scale,
        items: part.items * scale,
        bytes: bytes * share,
      })
    )
  }, 0)
  return {
    count: Math.round(rows.length - leftOutOfSample * scale),
    fileCount: Math.max(1, fileCount),
    leftOutOfSample,
  }
}

function filesFor(limits: FileLimits | undefined, sums: FileLimits): number {
  if (!limits) return 1
  return Math.max(
    1,
    Math.ceil(sums.lines / limits.lines),
    Math.ceil(sums.bytes / limits.bytes),
    Math.ceil(sums.items / limits.items),
  )
}

function leftOutNote(count: number, reason: string): string {
  const rows = count === 1 ? '1 row is' : `${groupNumber(count)} rows are`
  return `${rows} left out: ${reason}.`
}

function severalFiles({ way }: PairExporter): string {
  const lines = way.kind === 'rows' ? (way.limits?.lines ?? 0) : 0
  return `It takes several files: a batch is of one model and one endpoint, and has at most ${groupNumber(lines)} requests and 200 MB.`
}
