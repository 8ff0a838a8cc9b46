// What an export would write, before it is written. Small ones are made in full and thrown away, which
// is exact; of large ones what columns tell is counted, and the lines of some rows are looked into.
import { type Message, msg } from '../../../i18n/message.ts'
import type { FileLimits, RowsOutput } from '../../../exporters/pairs/definePairExporter.ts'
import type { PlanNotes } from '../../../exporters/pairs/planNotes.ts'
import type { PairExportPlan, PairExportRequest } from '../../../contracts/pairingApi.ts'
import type { ExportContext } from './exportContext.ts'
import { LeftOut } from './leftOut.ts'
import { fileNames } from './outputFiles.ts'
import type { Sink } from './outputFiles.ts'
import { plannedRows } from './plannedRows.ts'
import { bytesOfRow, readWindows } from './readWindows.ts'
import { baseNameOf, exportSetup } from './exportSetup.ts'
import { selectRows } from './selectRows.ts'
import { countGroups, keepRows, writeRows } from './writeRows.ts'
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
  readonly isSample: boolean
  readonly leftOut: LeftOut
  readonly notes: readonly Message[]
}

/** Throws what `control.check` throws, and `PairingFailure`. */
export async function planExport(
  context: ExportContext,
  request: PairExportRequest,
  control: PlanControl,
): Promise<PairExportPlan> {
  const setup = exportSetup(request)
  const { exporter, options } = setup
  const { output, extension } = exporter
  const baseName = baseNameOf(exporter, context.facts.sources)
  if (output.kind === 'facts') return { count: 1, fileNames: [baseName + extension], notes: [] }

  const selection = await selectRows(context, setup, output, control.check)
  const { pairing, translator } = context
  const ofExporter = output.notes?.(options)
  const run = { pairing, output, options, selection, translator }
  const plan = await planRows(run, ofExporter, control)
  const notes = [...plan.notes]
  for (const { count, reason } of plan.leftOut.list) notes.push(leftOutNote(count, reason))
  if (ofExporter) notes.push(...ofExporter.list(plannedRows(pairing, selection.rows, plan)))
  return { count: plan.count, fileNames: fileNames(baseName, extension, plan.fileCount), notes }
}

async function planRows(
  run: RowsRun,
  ofExporter: PlanNotes | undefined,
  { check, triedBytes }: PlanControl,
): Promise<RowsPlan> {
  const { pairing, output, options, selection } = run
  if (selection.groups) {
    const count = countGroups(selection.groups)
    return { count, fileCount: 1, isSample: false, leftOut: new LeftOut(), notes: [] }
  }
  const leftOut = new LeftOut()
  const { rows } = await keepRows(run, leftOut, check)
  if (!output.isByContent) {
    return { count: rows.length, fileCount: 1, isSample: false, leftOut, notes: [] }
  }

  const sides = output.reads(options)
  const bytes = rows.reduce((sum, row) => sum + bytesOfRow(pairing, row, sides), 0)
  if (bytes <= (triedBytes ?? TRIED_BYTES)) {
    const watchedRun = { ...run, output: ofExporter ? watched(output, ofExporter) : output }
    const tried = await writeRows(watchedRun, () => NOWHERE, { check })
    const { written, fileCount } = tried
    return { count: written, fileCount, isSample: false, leftOut: tried.leftOut, notes: [] }
  }

  const estimate = await samplePlan(run, rows, bytes, ofExporter, check)
  const notes =
    estimate.leftOutOfSample > 0
      ? [
          msg('About {count, number} more will be left out when their lines are read.', {
            count: rows.length - estimate.count,
          }),
        ]
      : []
  const { count, fileCount } = estimate
  return { count, fileCount, isSample: true, leftOut, notes }
}

const NOWHERE: Sink = { write: () => Promise.resolve() }

/** The same output, with each row shown to the notes. */
function watched(output: RowsOutput, { seeRow }: PlanNotes): RowsOutput {
  return {
    ...output,
    open(options, translator) {
      const writer = output.open(options, translator)
      return {
        ...writer,
        row(row) {
          seeRow(row)
          return writer.row(row)
        },
      }
    },
  }
}

/** What rows spread over all say of the rest. */
async function samplePlan(
  { pairing, output, options, translator }: RowsRun,
  rows: Uint32Array,
  bytes: number,
  ofExporter: PlanNotes | undefined,
  check: () => void,
) {
  const sides = output.reads(options)
  const step = Math.max(1, Math.floor(rows.length / SAMPLED_ROWS))
  let sampledBytes = 0
  const sampled = rows.filter((row, i) => {
    if (i % step !== 0 || sampledBytes > SAMPLED_BYTES) return false
    sampledBytes += bytesOfRow(pairing, row, sides)
    return true
  })
  const writer = output.open(options, translator)
  const parts = new Map<string, { lines: number; items: number; limits: FileLimits | undefined }>()
  let leftOutOfSample = 0
  for await (const window of readWindows(pairing, sampled, sides)) {
    check()
    for (let i = 0; i < window.count; i++) {
      const row = window.rowAt(i)
      ofExporter?.seeRow(row)
      const written = writer.row(row)
      if (written.kind === 'leftOut') {
        leftOutOfSample++
        continue
      }
      const name = written.part ?? ''
      const part = parts.get(name) ?? { lines: 0, items: 0, limits: written.limits }
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
      filesFor(part.limits, {
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

interface FileSums {
  readonly lines: number
  readonly bytes: number
  readonly items: number
}

function filesFor(limits: FileLimits | undefined, sums: FileSums): number {
  if (!limits) return 1
  return Math.max(
    1,
    Math.ceil(sums.lines / (limits.lines ?? Infinity)),
    Math.ceil(sums.bytes / (limits.bytes ?? Infinity)),
    Math.ceil(sums.items / (limits.items ?? Infinity)),
  )
}

function leftOutNote(count: number, reason: Message): Message {
  return msg('{count, plural, one {# row is} other {# rows are}} left out: {reason}.', {
    count,
    reason,
  })
}
