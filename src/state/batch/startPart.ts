// Starting a batch, which costs money, exactly once, whatever breaks in between: an answer that never comes,
// a page that is reloaded, a second tab. Before the request leaves, the record says `starting`; who
// finds that, and holds the lock, knows that the outcome of an earlier attempt is unknown, and asks the list
// of batches before anything is sent again. Batches are found there by their metadata.
import type { Failure, FailureCode } from '../../base/failures.ts'
import type { Batch } from '../../batch/batchObject.ts'
import type { BatchApi } from '../../contracts/batchApi.ts'
import { findStarted } from './findStarted.ts'
import {
  batchRecordOf,
  changePart,
  PART_KEY,
  type PartRecord,
  RUN_KEY,
  type RunRecord,
  type WaitReason,
} from './runRecord.ts'
import { isTooEarly, LONGEST_DELAY, tooManyAfter } from './runPlan.ts'
import type { RunBook } from './storedRuns.ts'
import type { TabLocks } from './tabLocks.ts'

/** What starting works with; tests give it other clocks, servers and tabs. */
export interface StartWorld {
  readonly book: RunBook
  readonly locks: TabLocks
  readonly api: Pick<BatchApi, 'createBatch' | 'batches'>
  readonly now: () => number
  /** Hears of every change at once. */
  readonly onChange: (record: RunRecord) => void
}

/**
 * - `running`: started now, or found
 * - `none`: there was nothing to start
 * - `later`: the record says from when on
 * - `no-key`: as soon as there is a key
 * - `unknown`: whether it was started has to be looked up again; `failure`: why it could not be
 */
export type StartOutcome =
  | { readonly kind: 'running'; readonly batch: Batch; readonly isUnwanted: boolean }
  | { readonly kind: 'none' }
  | {
      readonly kind: 'later' | 'no-key' | 'stopped' | 'unknown'
      readonly failure?: Failure | undefined
    }

/** Milliseconds, and looks, without the batch in the list after which a request counts as lost on its way. */
const ABSENT_MS = 60_000
const ABSENT_LOOKS = 3

/** By what it waits for, milliseconds until the next attempt: first, and at most. */
const DELAYS: Readonly<Record<WaitReason, { readonly first: number; readonly longest: number }>> = {
  room: { first: 5 * 60_000, longest: LONGEST_DELAY },
  api: { first: 30_000, longest: 10 * 60_000 },
  network: { first: 10_000, longest: 60_000 },
}

/**
 * An API that says 'later' so often in a row means something else, and so does one that never says whether it
 * started anything. A queue that is full may be so for a day.
 */
const MOST_DELAYS = 12

/** Failures that say for certain that nothing was started, with what follows. After all others one has to look. */
const REFUSALS: Partial<Record<FailureCode, Refusal>> = {
  'api-queue-full': 'room',
  'api-rate-limit': 'api',
  'api-unreachable': 'network',
  'api-key-refused': 'no-key',
  'api-not-found': 'gone',
  'api-not-allowed': 'stop',
  'api-no-credit': 'stop',
  'api-too-large': 'stop',
  'api-refused': 'stop',
  'bad-option': 'stop',
}

type Refusal = WaitReason | 'no-key' | 'gone' | 'stop'

/** Starts a part that waits, or finds out what became of an earlier attempt. */
export function startPart(world: StartWorld, runId: string, index: number): Promise<StartOutcome> {
  return world.locks.hold(runId, () => startHeld(world, runId, index))
}

async function startHeld(world: StartWorld, runId: string, index: number): Promise<StartOutcome> {
  const record = world.book.read(runId)
  const part = record?.parts[index]
  if (!record || !part) return { kind: 'none' }
  if (part.state === 'starting' || part.state === 'unknown') return lookUp(world, record, index)
  if (part.state !== 'waiting' || !part.file) return { kind: 'none' }
  if (part.isUnwanted) {
    write(world, changePart(record, index, { state: 'stopped', why: 'cancelled' }))
    return { kind: 'stopped' }
  }
  if (isTooEarly(part.notBefore, world.now())) return { kind: 'later' }
  return send(world, record, index, part.file.id)
}

async function send(
  world: StartWorld,
  record: RunRecord,
  index: number,
  inputFileId: string,
): Promise<StartOutcome> {
  const starting = write(
    world,
    changePart(record, index, { state: 'starting', ...UNKNOWN_NO_MORE }),
  )
  const answer = await world.api.createBatch({
    inputFileId,
    endpoint: record.parts[index]?.endpoint ?? record.endpoint,
    metadata: { ...record.metadata, [RUN_KEY]: record.id, [PART_KEY]: String(index + 1) },
    ...(record.outputExpiry !== undefined && { outputExpiresAfterSeconds: record.outputExpiry }),
  })
  if (answer.ok) {
    const clockAhead = clockAheadOf(answer.value, world.now())
    return started(world, changePart(starting, index, { clockAhead }), index, answer.value)
  }
  const { failure } = answer
  const refusal = REFUSALS[failure.code]
  if (refusal === undefined) {
    write(world, changePart(starting, index, { state: 'unknown' }))
    return { kind: 'unknown' }
  }
  return refused(world, starting, index, failure, refusal)
}

function refused(
  world: StartWorld,
  record: RunRecord,
  index: number,
  failure: Failure,
  refusal: Refusal,
): StartOutcome {
  const { delays = 0, waitsFor } = record.parts[index] as PartRecord
  // Having waited for something else says nothing of this.
  const tried = waitsFor === refusal ? delays : 0
  const stop = (why: PartRecord['why']): StartOutcome => {
    const file = why === 'file-gone' ? { file: undefined } : {}
    write(world, changePart(record, index, { state: 'stopped', why, ...file }))
    return { kind: 'stopped', failure }
  }
  if (refusal === 'no-key') {
    write(world, changePart(record, index, { state: 'waiting' }))
    return { kind: 'no-key', failure }
  }
  if (refusal === 'gone') return stop('file-gone')
  if (refusal === 'stop' || (refusal === 'api' && tried >= MOST_DELAYS)) return stop('not-started')
  const now = world.now()
  const tooMany = refusal === 'room' ? { tooManyTokens: tooManyAfter(record, index, now) } : {}
  write(world, { ...changePart(record, index, delayed(refusal, tried, now)), ...tooMany })
  return { kind: 'later', failure }
}

async function lookUp(world: StartWorld, record: RunRecord, index: number): Promise<StartOutcome> {
  // An attempt that was cut off, as by a reload.
  const unknown = write(world, changePart(record, index, { state: 'unknown' }))
  const found = await findStarted(world.api, unknown, index, world.book.all())
  if (!found.ok) {
    return {
      kind: found.failure.code === 'api-key-refused' ? 'no-key' : 'unknown',
      failure: found.failure,
    }
  }
  if (found.value) return started(world, unknown, index, found.value)
  return absent(world, unknown, index)
}

/** It is not in the list: it may still be on its way there, for a while. */
function absent(world: StartWorld, record: RunRecord, index: number): StartOutcome {
  const part = record.parts[index] as PartRecord
  const { absentSince, absentLooks = 0, isUnwanted } = part
  const now = world.now()
  // A clock that was set back proves nothing.
  const since = absentSince === undefined || absentSince > now ? now : absentSince
  const looks = absentLooks + 1
  if (now - since < ABSENT_MS || looks < ABSENT_LOOKS) {
    write(world, changePart(record, index, { absentSince: since, absentLooks: looks }))
    return { kind: 'unknown' }
  }
  // What waits for something says so; only lost answers are counted without.
  const tried = part.waitsFor === undefined ? (part.delays ?? 0) : 0
  const isLast = tried >= MOST_DELAYS
  if (isUnwanted || isLast) {
    const why = isUnwanted ? 'cancelled' : 'no-answer'
    write(world, changePart(record, index, { state: 'stopped', why, ...UNKNOWN_NO_MORE }))
    return { kind: 'stopped' }
  }
  const again = { ...delayed('network', tried, now), waitsFor: undefined, ...UNKNOWN_NO_MORE }
  // The first time it has waited long enough.
  const change = tried === 0 ? { ...again, notBefore: undefined } : again
  write(world, changePart(record, index, change))
  return { kind: 'later' }
}

function started(world: StartWorld, record: RunRecord, index: number, batch: Batch): StartOutcome {
  const { delays, isUnwanted, waitsFor } = record.parts[index] as PartRecord
  // It may fail for want of room yet, and then it has waited for that already.
  const waited = { delays: waitsFor === 'room' ? delays : undefined }
  const change = {
    state: 'running',
    batch: batchRecordOf(batch),
    ...SETTLED,
    ...waited,
  } as const
  write(world, changePart(record, index, change))
  return { kind: 'running', batch, isUnwanted: isUnwanted === true }
}

/** Milliseconds by which clocks may differ, the time of an answer included, before it is worth a word. */
const CLOCK_SLACK_MS = 120_000

/** By the time that the API gives a batch which was made a moment ago. */
function clockAheadOf({ createdAt }: Batch, now: number): number | undefined {
  const ahead = now - createdAt * 1000
  return createdAt > 0 && Math.abs(ahead) > CLOCK_SLACK_MS ? ahead : undefined
}

/** A part that has to come later; each time in a row makes it twice as long. */
export function delayed(waitsFor: WaitReason, delays: number, now: number): Partial<PartRecord> {
  const { first, longest } = DELAYS[waitsFor]
  const notBefore = now + Math.min(longest, first * 2 ** delays)
  return { state: 'waiting', waitsFor, delays: delays + 1, notBefore }
}

const UNKNOWN_NO_MORE = { absentSince: undefined, absentLooks: undefined }

/** That it is unwanted stays until it has ended: a page may be closed before it is cancelled. */
const SETTLED = { ...UNKNOWN_NO_MORE, notBefore: undefined, waitsFor: undefined }

function write(world: StartWorld, record: RunRecord): RunRecord {
  world.book.write(record)
  world.onChange(record)
  return record
}
