// A document as the bytes that a conversion reads.
import type { Result } from '../../base/result.ts'
import { newJobId } from '../actions/jobs.ts'
import { clientOf, hasClient, sourceOf } from '../clients.ts'
import type { DocumentTab } from '../store.ts'

/** The file, or all lines where these were edited. */
export async function contentOf({ key, facts }: DocumentTab): Promise<Result<Blob>> {
  const source = sourceOf(key)
  if (facts?.isDirty && hasClient(key)) {
    return clientOf(key).exportBlob(
      { jobId: newJobId(), selection: { kind: 'all' }, exporterId: 'jsonl' },
      () => {},
    )
  }
  return { ok: true, value: source?.file ?? new Blob() }
}
