// What goes out at this moment of the document in front. Runs that another tab uploads, that were cut off, or that
// are of other documents stand in no one's way.
import type { Run, RunPart } from '../../../state/batch/batchStore.ts'
import type { DocumentKey } from '../../../state/store.ts'

export function uploadingRun(
  runs: readonly Run[],
  documentKey: DocumentKey | undefined,
): Run | undefined {
  if (documentKey === undefined) return undefined
  return runs.find((run) => run.documentKey === documentKey && outgoingPart(run) !== undefined)
}

/** One that is uploaded, which can be cancelled, before one that is started. */
export function outgoingPart({ parts }: Run): RunPart | undefined {
  return (
    parts.find(({ state }) => state === 'uploading') ??
    parts.find(({ state }) => state === 'starting')
  )
}
