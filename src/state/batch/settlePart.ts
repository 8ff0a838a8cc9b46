// What the API says of a batch, put into its record. One for which there was no room goes back into the
// queue: nothing was sent, and nothing is wrong with it.
import { type Batch, hasEnded } from '../../batch/batchObject.ts'
import { isQueueFull } from '../../batch/statusWords.ts'
import { batchRecordOf, changePart, type PartRecord, type RunRecord } from './runRecord.ts'
import { tooManyAfter } from './runPlan.ts'
import { delayed, type StartWorld } from './startPart.ts'

/** - `stale`: the part has another batch by now, or none */
export type Settled = 'running' | 'ended' | 'requeued' | 'stale'

export function settlePart(
  world: Omit<StartWorld, 'api'>,
  runId: string,
  index: number,
  batch: Batch,
): Promise<Settled> {
  return world.locks.hold(runId, () => Promise.resolve(settleHeld(world, runId, index, batch)))
}

function settleHeld(
  { book, now, onChange }: Omit<StartWorld, 'api'>,
  runId: string,
  index: number,
  batch: Batch,
): Settled {
  const record = book.read(runId)
  const part = record?.parts[index]
  if (!record || part?.batch?.id !== batch.id) return 'stale'
  const keep = (change: Partial<PartRecord>, ofRun: Partial<RunRecord> = {}): void => {
    const next = { ...changePart(record, index, change), ...ofRun }
    book.write(next)
    onChange(next)
  }
  if (part.state === 'running' && isQueueFull(batch)) {
    const waits = part.isUnwanted
      ? ({ state: 'stopped', why: 'cancelled' } as const)
      : delayed('room', part.delays ?? 0, now())
    const tooManyTokens = tooManyAfter(record, index, now())
    keep({ ...waits, batch: undefined, refused: [...part.refused, batch.id] }, { tooManyTokens })
    return 'requeued'
  }
  const isOver = hasEnded(batch)
  // Whatever was read before an end that is known is older.
  if (part.state === 'ended' && !isOver) return 'stale'
  // Once it runs, there was room for it.
  const room = batch.status === 'validating' ? {} : { delays: undefined }
  keep({ state: isOver ? 'ended' : 'running', batch: batchRecordOf(batch), ...room })
  return isOver ? 'ended' : 'running'
}
