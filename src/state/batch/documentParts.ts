// The lines of a document as files to upload. Made once for each state of the document: the estimate and
// sending work with the same ones.
import { fail, ok, type Result } from '../../base/result.ts'
import type { BatchPart, BatchPartsRequest, PartLimits } from '../../contracts/batchParts.ts'
import type { OnProgress } from '../../contracts/progress.ts'
import { msg } from '../../i18n/message.ts'
import { clientOf, hasClient } from '../clients.ts'
import { documentSlot } from '../documentScope.ts'
import { limitsOf } from './partLimits.ts'
import { type DocumentKey, findDocument } from '../store.ts'

export type Selection = BatchPartsRequest['selection']

interface Prepared {
  readonly selection: Selection
  readonly limits: PartLimits
  readonly parts: readonly BatchPart[]
}

const slot = documentSlot<{ prepared?: Prepared }>(() => ({}))

/** By document, the parts that were sent of it, by run: for the lines that the API's errors are about. */
const sent = documentSlot<Map<string, readonly BatchPart[]>>(() => new Map())

/** Those that were made of the document as it is now. */
export function preparedParts(
  key: DocumentKey,
  selection?: Selection,
): readonly BatchPart[] | undefined {
  const { prepared } = slot.of(key)
  const facts = findDocument(key)?.facts
  if (!prepared || !facts) return undefined
  if (selection !== undefined && prepared.selection !== selection) return undefined
  if (JSON.stringify(prepared.limits) !== JSON.stringify(limitsOf(facts))) return undefined
  return prepared.parts.every(({ revision }) => revision === facts.revision)
    ? prepared.parts
    : undefined
}

/** Reads the document, unless that was done already. Fails where there is nothing to send. */
export async function prepareParts(
  key: DocumentKey,
  selection: Selection,
  jobId: string,
  onProgress: OnProgress,
): Promise<Result<readonly BatchPart[]>> {
  const known = preparedParts(key, selection)
  if (known) return ok(known)
  const facts = findDocument(key)?.facts
  if (!facts || !hasClient(key)) {
    return fail('source-closed', msg('The document was closed. Open it again.'))
  }
  if (facts.state === 'reading') {
    return fail('not-read', msg('The file is still being read. Try again when that is done.'))
  }
  const limits = limitsOf(facts)
  const request = { jobId, limits, groups: 'batch', selection } as const
  const parts = await clientOf(key).batchParts(request, onProgress)
  if (!parts.ok) return parts
  if (parts.value.length === 0) {
    return fail(
      'no-requests',
      selection === 'valid'
        ? msg('No line is valid, so there is nothing to send. Fix the lines first.')
        : msg('There is no line to send.'),
    )
  }
  slot.of(key).prepared = { selection, limits, parts: parts.value }
  return parts
}

export function rememberSent(key: DocumentKey, run: string, parts: readonly BatchPart[]): void {
  sent.of(key).set(run, parts)
}

/** What was sent of a document in a run, part by part. */
export function sentParts(key: DocumentKey, run: string): readonly BatchPart[] | undefined {
  return sent.of(key).get(run)
}
