// Whether the file that was opened is one that had unsaved edits.
import { clientOf, hasClient, sourceOf } from '../clients.ts'
import { type DocumentKey, type OfferedEdits, updateDocument } from '../store.ts'
import { findKept } from './findKept.ts'
import type { KeptEdits } from './recoveryStore.ts'

/** Looks on the device, and offers what it finds above the table. */
export async function offerKept(key: DocumentKey): Promise<void> {
  const offered = await offerFor(key, await findKept())
  if (offered) updateDocument(key, { offered })
}

/** The newest of those of the same file, whatever it is called now; else of a file that has its name. */
async function offerFor(
  key: DocumentKey,
  kept: readonly KeptEdits[],
): Promise<OfferedEdits | undefined> {
  const file = sourceOf(key)?.file
  if (!file) return undefined
  for (const edits of kept.filter(({ size }) => size === file.size)) {
    if (!hasClient(key)) return undefined
    const same = await clientOf(key).hasFingerprint(edits.fingerprint)
    if (same.ok && same.value) return { edits, isSameFile: true }
  }
  const edits = kept.find(({ name }) => name === file.name)
  return edits && { edits, isSameFile: false }
}
