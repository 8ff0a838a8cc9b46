// A document as the bytes that a conversion reads.
import type { Result } from '../../base/result.ts'
import type { TextEncodingId } from '../../contracts/conversionApi.ts'
import { newJobId } from '../actions/jobs.ts'
import { clientOf, hasClient, sourceOf } from '../clients.ts'
import type { DocumentTab } from '../store.ts'

/**
 * The file, or all lines where these were edited. Edits are UTF-8: they are left out of a file that is not, whose
 * `encoding` is known.
 */
export async function contentOf(
  { key, facts }: DocumentTab,
  encoding?: TextEncodingId,
): Promise<Result<Blob>> {
  const source = sourceOf(key)
  if (facts?.isDirty && encoding === undefined && hasClient(key)) {
    const edited = await clientOf(key).exportBlob(
      { jobId: newJobId(), selection: { kind: 'all' }, exporterId: 'jsonl' },
      () => {},
    )
    return edited.ok ? { ok: true, value: edited.value.blob } : edited
  }
  return { ok: true, value: source?.file ?? new Blob() }
}
