// A run as one line: several batches of one file are followed as one.
import { type Batch, hasEnded } from '../../../batch/batchObject.ts'
import { statusWord } from '../../../batch/statusWords.ts'
import { type Message, msg } from '../../../i18n/message.ts'
import type { BatchState, Run, RunPart } from '../../../state/batch/batchStore.ts'
import { isOver } from '../../../state/batch/rounds.ts'

export { isOver }

export interface RunSummary {
  /** The API's word where there is a batch, else where the part is on its way to one. */
  readonly status: string
  /** With spaces between them. */
  readonly batchIds: string
  readonly completed: number
  readonly failed: number
  /** Requests of all parts, also of those whose batch does not exist yet. */
  readonly total: number
}

/** What a batch is before the API has a word for it, and why one never came to be. */
const BEFORE: Readonly<Record<RunPart['state'], Message>> = {
  waiting: msg('Waiting'),
  uploading: msg('Uploading'),
  starting: msg('Starting'),
  unknown: msg('Not known whether it started'),
  running: msg('Started'),
  ended: msg('Ended'),
  stopped: msg('Stopped'),
}

export function partStatus({ batch, state }: RunPart): string {
  // A part that waits for its turn again has the batch of the turn before.
  return batch && state !== 'waiting' && state !== 'uploading' && state !== 'starting'
    ? batch.status
    : state
}

export function partWord(part: RunPart): Message {
  const status = partStatus(part)
  return status === part.state ? BEFORE[part.state] : statusWord(status)
}

/**
 * Of several parts the status of the one that keeps the whole from its end; when all have ended, of the one
 * that ended worst. Earlier in the list counts before later.
 */
const ORDER = [
  'uploading',
  'starting',
  'unknown',
  'in_progress',
  'finalizing',
  'validating',
  'cancelling',
  'waiting',
  'running',
  'stopped',
  'failed',
  'expired',
  'cancelled',
  'completed',
  'ended',
]

/** The part that stands for the run; undefined for a run without parts. */
export function leadingPart({ parts }: Pick<Run, 'parts'>): RunPart | undefined {
  const rank = (part: RunPart) => {
    const at = ORDER.indexOf(partStatus(part))
    // A word that is not known: nothing says that it has ended.
    return at < 0 ? 0 : at
  }
  return parts.reduce<RunPart | undefined>(
    (least, part) => (least && rank(least) <= rank(part) ? least : part),
    undefined,
  )
}

export function summariseRun(run: Pick<Run, 'parts'>): RunSummary {
  const lead = leadingPart(run)
  const sum = (count: (part: RunPart) => number) =>
    run.parts.reduce((total, part) => total + count(part), 0)
  return {
    status: lead ? partStatus(lead) : 'none',
    batchIds: run.parts.flatMap(({ batch }) => (batch ? [batch.id] : [])).join(' '),
    completed: sum(({ batch }) => batch?.counts.completed ?? 0),
    failed: sum(({ batch }) => batch?.counts.failed ?? 0),
    total: sum(({ batch, requests }) => Math.max(batch?.counts.total ?? 0, requests)),
  }
}

/** '20 of 40', '20 of 40, 4 failed'; `done` includes what failed. */
export function doneText(done: number, failed: number, total: number): Message {
  return failed > 0
    ? msg('{done, number} of {total, number}, {failed, number} failed', { done, total, failed })
    : msg('{done, number} of {total, number}', { done, total })
}

/** 'In progress', of the part that leads. */
export function runWord(run: Pick<Run, 'parts'>): Message {
  const lead = leadingPart(run)
  return lead ? partWord(lead) : BEFORE.stopped
}

/** Whether cancelling makes sense: the batch goes on, or the part waits to become one. */
export function canCancel({ batch, state }: RunPart): boolean {
  if (state === 'waiting') return true
  return state === 'running' && batch !== undefined && isCancellable(batch)
}

function isCancellable(batch: Batch): boolean {
  return !hasEnded(batch) && batch.status !== 'cancelling'
}

/** There is something to download. Some servers name the files before a batch has ended. */
export function hasResults({ parts }: Pick<Run, 'parts'>): boolean {
  return parts.some(
    ({ batch, state }) =>
      state === 'ended' && (batch?.outputFileId !== undefined || batch?.errorFileId !== undefined),
  )
}

/** Its file was deleted from here, and its results with it. Of batches from elsewhere (0 bytes) nothing tells. */
export function wasDeleted({ batch, bytes, file, state }: RunPart): boolean {
  return (
    state === 'ended' &&
    bytes > 0 &&
    file === undefined &&
    batch?.outputFileId === undefined &&
    batch?.errorFileId === undefined
  )
}

/**
 * Requests that came to no answer, once the run is over: what a retry would send again. 0 where no batch was made:
 * there the upload is gone on with.
 */
export function unanswered(run: Pick<Run, 'parts'>): number {
  if (!isOver(run) || run.parts.every(({ batch }) => batch === undefined)) return 0
  const { completed, total } = summariseRun(run)
  return Math.max(0, total - completed)
}

/** A part was never sent: its upload was cancelled, or it failed before there was a batch. */
export function hasStopped({ parts }: Pick<Run, 'parts'>): boolean {
  return parts.some(({ batch, state }) => state === 'stopped' && !batch)
}

/** A batch ran out of time: what it answered is there, and the rest was never tried. */
export function hasExpired({ parts }: Pick<Run, 'parts'>): boolean {
  return parts.some(({ batch }) => batch?.status === 'expired')
}

/** The account has no batch that is not followed here. While there are more pages nobody knows. */
export function hasNoOthers({ state, batches, after }: BatchState['others']): boolean {
  return state === 'done' && batches.length === 0 && after === undefined
}
