// Starting the parts of a run, in their order: each when its file is at the API and there is room for it.
import type { Failure } from '../../base/failures.ts'
import { nextStart } from '../../batch/partPlan.ts'
import { sentences } from '../../i18n/message.ts'
import { oneAtATime, type OneAtATime } from '../pairing/oneAtATime.ts'
import type { Run, RunPart } from './batchStore.ts'
import { takeBatch } from './batchNews.ts'
import { askApi } from './batchWorker.ts'
import { noteOf } from './partNotes.ts'
import { changeRecord, findRun, setNote, showRecord } from './runs.ts'
import { planOf } from './runPlan.ts'
import { changePart } from './runRecord.ts'
import { startPart, type StartOutcome, type StartWorld } from './startPart.ts'
import { pageWorld } from './world.ts'

const advancing = new Map<string, OneAtATime>()

/** What the API said of the key when something was started. */
let handleNoKey: () => void = () => {}

export function onKeyRefused(listener: () => void): void {
  handleNoKey = listener
}

/** Starts what may start, and looks up what may have been started. Resolves when that is done. */
export function advanceRun(id: string): Promise<void> {
  const known = advancing.get(id)
  if (known) return known()
  const advance = oneAtATime(() => advanceOnce(id))
  advancing.set(id, advance)
  return advance()
}

/** Parts that nobody but an open page starts: they wait, or nobody knows yet. */
export function isPending({ state, file }: Pick<RunPart, 'state' | 'file'>): boolean {
  return state === 'starting' || state === 'unknown' || (state === 'waiting' && file !== undefined)
}

/** An earlier batch has ended: there may be room for those that wait for some. */
export async function releaseRoom(runs: readonly Run[]): Promise<void> {
  for (const { id } of runs) {
    const isWaiting = pageWorld()
      .book.read(id)
      ?.parts.some(({ waitsFor }) => waitsFor === 'room')
    if (!isWaiting) continue
    await changeRecord(id, (record) => ({
      ...record,
      parts: record.parts.map((part) =>
        part.state === 'waiting' && part.waitsFor === 'room'
          ? { ...part, notBefore: undefined }
          : part,
      ),
    }))
    await advanceRun(id)
  }
}

async function advanceOnce(id: string): Promise<void> {
  const run = findRun(id)
  if (!run) return
  for (const { index } of run.parts) {
    const record = pageWorld().book.read(id)
    const part = record?.parts[index]
    if (!record || !part) return
    const isUnsettled = part.state === 'starting' || part.state === 'unknown'
    if (!isUnsettled && nextStart(planOf(record, Date.now())) !== index) continue
    const outcome = await startPart(worldOf(run), id, index)
    if (!(await takeOutcome(run, index, outcome))) return
  }
}

/** False when nothing can be asked any more. */
async function takeOutcome(run: Run, index: number, outcome: StartOutcome): Promise<boolean> {
  switch (outcome.kind) {
    case 'running':
      await takeBatch(run.id, index, outcome.batch)
      if (outcome.isUnwanted) await cancelUnwanted(run, index, outcome.batch.id)
      return true
    case 'stopped':
      if (outcome.failure) setNote(run.id, index, outcome.failure.message)
      return true
    case 'no-key':
      handleNoKey()
      return false
    case 'unknown':
      sayWhyUnknown(run.id, index, outcome.failure)
      return true
    case 'none':
    case 'later':
      return true
  }
}

/** What the record has to say, and why the list could not be looked through. */
function sayWhyUnknown(id: string, index: number, failure: Failure | undefined): void {
  const record = pageWorld().book.read(id)
  const note = record && noteOf(record, index)
  setNote(id, index, note && failure && sentences(note, failure.message))
}

/** It was cancelled while nobody knew whether it runs. */
export async function cancelUnwanted(run: Run, index: number, batchId: string): Promise<void> {
  const cancelled = await askApi((client) => client.cancelBatch(batchId), run.baseUrl)
  if (cancelled.ok) await takeBatch(run.id, index, cancelled.value)
}

function worldOf({ baseUrl }: Run): StartWorld {
  const { book, locks } = pageWorld()
  return {
    book,
    locks,
    api: {
      createBatch: (request) => askApi((client) => client.createBatch(request), baseUrl),
      batches: (after) =>
        askApi(
          (client) => (after === undefined ? client.batches() : client.batches(after)),
          baseUrl,
        ),
    },
    now: Date.now,
    onChange: showRecord,
  }
}

/** Marks a part as no longer wanted, or stops it where nothing has been sent. */
export async function dropPart(id: string, index: number): Promise<void> {
  await changeRecord(id, (record) => {
    const part = record.parts[index]
    if (!part || part.state === 'ended' || part.state === 'stopped') return undefined
    const change =
      part.state === 'waiting' || part.state === 'uploading'
        ? ({ state: 'stopped', why: 'cancelled' } as const)
        : ({ isUnwanted: true } as const)
    return changePart(record, index, change)
  })
}
