// What the API says of a batch, taken in: into the record, and on the screen.
import { type Batch, hasEnded } from '../../batch/batchObject.ts'
import { explainError } from '../../batch/statusWords.ts'
import { lineNumberOf } from '../../base/units.ts'
import { type Message, msg } from '../../i18n/message.ts'
import { clientOf, hasClient } from '../clients.ts'
import type { PartProblem } from './batchStore.ts'
import { sentParts } from './documentParts.ts'
import { findPart, findRun, openDocumentOf, showRecord, updatePart } from './runs.ts'
import { settlePart, type Settled } from './settlePart.ts'
import { pageWorld } from './world.ts'

/** Hears of every batch that has come to its end. */
let handleEnd: () => void = () => {}

export function onBatchEnd(listener: () => void): void {
  handleEnd = listener
}

export async function takeBatch(run: string, index: number, batch: Batch): Promise<Settled> {
  const before = findPart(run, index)
  const { book, locks } = pageWorld()
  const settled = await settlePart(
    { book, locks, now: Date.now, onChange: showRecord },
    run,
    index,
    batch,
  )
  if (settled === 'stale' || settled === 'requeued') return settled
  updatePart(run, index, { batch })
  if (batch.errors.length > 0) await showProblems(run, index, batch)
  if (settled === 'ended' && before?.state !== 'ended') handleEnd()
  return settled
}

/** Shows what the API says is wrong, with the lines of our document while that is open. */
async function showProblems(run: string, index: number, batch: Batch): Promise<void> {
  const problems = await Promise.all(
    batch.errors.map(
      async (error): Promise<PartProblem> => ({
        message: explainError(error),
        param: error.param,
        partLine: error.line,
        place: error.line === undefined ? undefined : await placeOf(run, index, error.line),
      }),
    ),
  )
  if (batch.moreErrors !== undefined) problems.push({ message: moreErrors(batch.moreErrors) })
  if (findPart(run, index)?.batch?.id === batch.id) updatePart(run, index, { problems })
}

function moreErrors(count: number): Message {
  return msg(
    '{count, plural, one {# more error is} other {# more errors are}} listed by the API and not shown here.',
    { count },
  )
}

/** `at`: 1-based line of the part. */
async function placeOf(run: string, index: number, at: number): Promise<PartProblem['place']> {
  const shown = findRun(run)
  const key = shown && openDocumentOf(shown)
  const part = key && sentParts(key, run)?.[index]
  if (!key || !part || !hasClient(key)) return undefined
  const { first, ids, revision } = part
  const found = await clientOf(key).lineOfPart({ first: first.id, ids, revision, at })
  if (!found.ok || !found.value.line) return undefined
  const { id, index: place } = found.value.line
  return { id, line: lineNumberOf(place) }
}

/** Whether its errors, which are in no record, have to be asked for. */
export function lacksErrors(batch: Batch): boolean {
  return batch.status === 'failed' && hasEnded(batch) && batch.errors.length === 0
}
