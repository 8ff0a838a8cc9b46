// A document whose file is read anew, with its edits: all of them, with undo and redo, where its lines are what they
// were; else those whose lines are still there, as after a crash.
import type { Failure } from '../../base/failures.ts'
import { type Job, neverCancelled } from '../../base/jobs.ts'
import { ok, type Result } from '../../base/result.ts'
import { type LineId, lineId } from '../../base/units.ts'
import type { AttachOptions } from '../../contracts/fileApi.ts'
import type { KeptDraft, LeftEdit, Recovery } from '../../contracts/journal.ts'
import type { LoggedCommand } from '../../contracts/loggedCommand.ts'
import type { OnProgress } from '../../contracts/progress.ts'
import type { CommandRecord } from '../../journal/journalRecord.ts'
import { effectiveRecords } from '../../journal/typedLines.ts'
import { formatOfSample } from '../detection.ts'
import { draftsHere, type SortedDrafts } from '../journal/draftsHere.ts'
import { JournalKeeper, type LeftWork } from '../journal/journalKeeper.ts'
import { loggedWork } from '../journal/loggedWork.ts'
import { reapplyEdits } from '../journal/reapplyEdits.ts'
import { leftDraft } from '../journal/recoveryWork.ts'
import { replayRecords } from '../journal/replayJournal.ts'
import type { OpenDocument } from '../openDocument.ts'
import { beginOpening } from '../opening.ts'
import { readWhole } from '../reading.ts'
import { carryOut } from '../replay.ts'
import type { Likeness, OpenedFile } from './openedFile.ts'

export interface ReadAgain {
  readonly doc: OpenDocument
  readonly keeper: JournalKeeper
  readonly recovery: Omit<Recovery, 'facts'>
}

const NOTHING_LEFT: LeftWork = { records: [], drafts: [] }

interface Work {
  readonly wasm: WebAssembly.Module
  readonly keeper: JournalKeeper
  readonly likeness: Likeness
  readonly options: AttachOptions
  readonly job: Job
  readonly onProgress: OnProgress
}

/**
 * Leaves the document and its journal as they are. Throws Cancelled while lines are read, and ReadFailure; of a
 * journal that was begun by then nothing stays.
 */
export async function readAgain(
  doc: OpenDocument,
  file: File,
  work: Work,
): Promise<Result<ReadAgain>> {
  const { job, keeper: before, options } = work
  const startedAt = Date.now()
  const next = await readLines(doc, file, work)
  if ('code' in next) return { ok: false, failure: next }
  job.check()
  const keeper = new JournalKeeper(before.store)
  keeper.opened(next.onDisk as OpenedFile, options.journal)
  try {
    const recovery = await redo(doc, next, keeper, work)
    next.readMs = Date.now() - startedAt
    next.journal = keeper.state
    return ok({ doc: next, keeper, recovery })
  } catch (error) {
    await keeper.stop()
    throw error
  }
}

async function readLines(
  doc: OpenDocument,
  file: File,
  { wasm, likeness, job, onProgress }: Work,
): Promise<OpenDocument | Failure> {
  const chosen = doc.isFormatDetected ? {} : { formatId: doc.format.id }
  const isLike = likeness !== 'other'
  const lines = doc.lines.originalLineCount
  const attached = isLike ? doc.attached?.carriedOver(idsTo(lines), lines) : undefined
  const { doc: next, refusal } = await beginOpening(
    file,
    wasm,
    { jobId: '', startedAt: 0, ignoreCache: true, seed: doc.seed, attached, ...chosen },
    undefined,
    doc.revision + 1,
  )
  if (refusal) return refusal
  const total = file.size
  await readWhole(
    next,
    wasm,
    job,
    () => onProgress({ unit: 'bytes', done: next.readBytes, total }),
    next.isFormatDetected ? formatOfSample : undefined,
  )
  next.state = 'ready'
  return next
}

/** Nothing of it can be cancelled: it would be half done. */
async function redo(
  doc: OpenDocument,
  next: OpenDocument,
  keeper: JournalKeeper,
  { wasm, keeper: before, likeness, options, onProgress }: Work,
): Promise<Omit<Recovery, 'facts'>> {
  const { records } = before
  const earlier = options.withLeft ? before.left : NOTHING_LEFT
  const drafts = [...options.drafts, ...earlier.drafts]
  const job = neverCancelled
  const isLike = likeness !== 'other'
  const grown = grownRecords(doc, next, records)
  const isReplayed = isLike && (await replayRecords(next, wasm, grown, job, onProgress))
  if (isReplayed) await keeper.beginAgain(next, grown)
  const log: LoggedCommand[] = isReplayed ? grown.map(({ command }) => command) : []
  const left: LeftEdit[] = []
  const leftRecords: (readonly CommandRecord[])[] = []
  let applied = isReplayed ? effectiveRecords(records).length : 0
  let already = 0
  for (const batch of [...earlier.records, ...(isReplayed ? [] : [records])]) {
    const perform = async (command: LoggedCommand): Promise<void> => {
      await loggedWork(keeper, next, command, () => carryOut(next, wasm, command, job, () => {}))
      log.push(command)
    }
    const came = await reapplyEdits(batch, { doc: next, perform, job, onProgress })
    applied += came.applied
    already += came.already
    left.push(...came.left)
    if (came.leftRecords.length > 0) leftRecords.push(came.leftRecords)
  }
  const typed = await draftsOf(next, drafts, isReplayed, job)
  if (typed.here.length > 0) await keeper.keepDrafts(next, typed.here)
  keeper.left = { records: leftRecords, drafts: typed.left }
  return {
    isSameFile: isReplayed,
    applied,
    already,
    left: [...left, ...typed.left.map(leftDraft)],
    lost: 0,
    drafts: typed.here,
    log,
    isContinued: false,
  }
}

/** The editor says of a draft when its line is another one: that holds where lines have the names that they had. */
async function draftsOf(
  next: OpenDocument,
  drafts: readonly KeptDraft[],
  hasNames: boolean,
  job: Job,
): Promise<SortedDrafts> {
  if (!hasNames) return draftsHere(next, drafts, job)
  const [here, others] = [
    drafts.filter(({ id }) => next.lines.has(id)),
    drafts.filter(({ id }) => !next.lines.has(id)),
  ]
  return { here, left: others }
}

/** As they come out where lines were appended to the file. */
function grownRecords(
  doc: OpenDocument,
  next: OpenDocument,
  records: readonly CommandRecord[],
): readonly CommandRecord[] {
  const lines = next.lines.originalLineCount - doc.lines.originalLineCount
  const bytes = next.source.size - doc.source.size
  if (lines === 0 && bytes === 0) return records
  return records.map((record) => {
    const { after } = record
    return { ...record, after: { lines: after.lines + lines, bytes: after.bytes + bytes } }
  })
}

function* idsTo(count: number): Generator<LineId> {
  for (let line = 0; line < count; line++) yield lineId(line)
}
