// Runs as the page shows them, made of their records and of what only this page knows: progress, lines that
// are wrong, results that are open.
import type { Message } from '../../i18n/message.ts'
import { type DocumentKey, findDocument, store } from '../store.ts'
import { shareUnchanged } from '../shareUnchanged.ts'
import { batchStore, type Run, type RunPart } from './batchStore.ts'
import { noteOf } from './partNotes.ts'
import { batchOf, type PartRecord, type RunRecord } from './runRecord.ts'
import { pageWorld } from './world.ts'

export function findRun(id: string): Run | undefined {
  return batchStore.getState().runs.find((run) => run.id === id)
}

export function findPart(id: string, index: number): RunPart | undefined {
  return findRun(id)?.parts[index]
}

export function updateRun(id: string, change: Partial<Omit<Run, 'parts'>>): void {
  batchStore.setState(({ runs }) => ({
    runs: runs.map((run) => (run.id === id ? { ...run, ...change } : run)),
  }))
}

/** By run and part: a failure in words, which says more than the record does, while nothing changes. */
const notes = new Map<string, { readonly of: string; readonly note: Message }>()

/** Says it of the part until that changes; undefined: what the record has to say. */
export function setNote(id: string, index: number, note: Message | undefined): void {
  const record = pageWorld().book.read(id)
  const part = record?.parts[index]
  if (!part) return
  if (note) notes.set(`${id} ${index}`, { of: standingOf(part), note })
  else notes.delete(`${id} ${index}`)
  updatePart(id, index, { note: note ?? noteOf(record, index) })
}

function standingOf({ state, batch, file }: PartRecord): string {
  return `${state} ${batch?.id ?? ''} ${file?.id ?? ''}`
}

/** What only this page knows of a part; the rest comes from its record. */
export function updatePart(
  id: string,
  index: number,
  change: Partial<Pick<RunPart, 'progress' | 'batch' | 'note' | 'problems' | 'results'>>,
): void {
  batchStore.setState(({ runs }) => ({
    runs: runs.map((run) =>
      run.id === id
        ? {
            ...run,
            parts: run.parts.map((part, at) => (at === index ? { ...part, ...change } : part)),
          }
        : run,
    ),
  }))
}

/** Shows a record as it is now. */
export function showRecord(record: RunRecord): void {
  batchStore.setState(({ runs }) => {
    const before = runs.find(({ id }) => id === record.id)
    const run: Run = {
      id: record.id,
      fileName: record.fileName,
      endpoint: record.endpoint,
      baseUrl: record.baseUrl,
      startedAt: record.startedAt,
      documentKey: before?.documentKey,
      isKeyless: record.isKeyless,
      retryOf: record.retryOf,
      parts: record.parts.map((_, index) => partOf(record, index, before?.parts[index])),
    }
    if (!before) return { runs: [...runs, run].sort((a, b) => b.startedAt - a.startedAt) }
    return { runs: runs.map((one) => (one === before ? shareUnchanged(before, run) : one)) }
  })
}

export function hideRun(id: string): void {
  batchStore.setState(({ runs }) => ({ runs: runs.filter((run) => run.id !== id) }))
}

/** Changes a record while no other tab, and nothing else here, does. Undefined: as it is. */
export function changeRecord(
  id: string,
  change: (record: RunRecord) => RunRecord | undefined,
): Promise<RunRecord | undefined> {
  const { locks } = pageWorld()
  return locks.hold(id, () => Promise.resolve(changeHeldRecord(id, change)))
}

/** The same for whoever holds its lock, or made it a moment ago. */
function changeHeldRecord(
  id: string,
  change: (record: RunRecord) => RunRecord | undefined,
): RunRecord | undefined {
  const { book } = pageWorld()
  const before = book.read(id)
  const next = before && change(before)
  if (!next) return before
  book.write(next)
  showRecord(next)
  return next
}

/** The document of a run, while it is open. */
export function openDocumentOf(run: Run): DocumentKey | undefined {
  return findDocument(run.documentKey)?.key
}

/** What was sent, while it is open: the document itself, or the only one of its name, as after a reload. */
export function openInputOf(run: Run): DocumentKey | undefined {
  const own = openDocumentOf(run)
  if (own !== undefined) return own
  const named = store
    .getState()
    .documents.filter(({ name, facts }) => name === run.fileName && facts?.holdsResults === false)
  return named.length === 1 ? named[0]?.key : undefined
}

function partOf(run: RunRecord, index: number, before: RunPart | undefined): RunPart {
  const record = run.parts[index] as PartRecord
  const isSameBatch = before?.batch?.id === record.batch?.id
  const said = notes.get(`${run.id} ${index}`)
  const known = isSameBatch ? before?.batch : undefined
  const batch = record.batch && { ...batchOf(record.batch), ...errorsOf(known) }
  return {
    index,
    state: record.state,
    requests: record.requests,
    bytes: record.bytes,
    endpoint: record.endpoint,
    progress: record.state === 'uploading' ? before?.progress : undefined,
    file: record.file,
    batch,
    clockAhead: record.clockAhead,
    note: said?.of === standingOf(record) ? said.note : noteOf(run, index),
    problems: isSameBatch ? before?.problems : undefined,
    results: before?.results ?? [],
  }
}

/** What of a batch is in no record. */
function errorsOf(batch: RunPart['batch']): object {
  if (!batch) return {}
  const { errors, moreErrors, metadata } = batch
  return { errors, moreErrors, metadata }
}
