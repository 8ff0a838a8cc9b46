// What was attached to the lines of a file that a document reads, for when it is read again: after its worker
// died, or was told to. Of another file, such as one that it was saved to, it says nothing.
import type { AttachedFindings } from '../contracts/attachedFindings.ts'
import { sourceOf } from './clients.ts'
import { documentSlot } from './documentScope.ts'
import type { DocumentKey } from './store.ts'

interface Attached {
  readonly file: File
  readonly findings: AttachedFindings
}

const slot = documentSlot<{ attached?: Attached }>(() => ({}))

/** `findings`: of the lines of `file`, which the document reads. */
export function attachFindings(key: DocumentKey, file: File, findings: AttachedFindings): void {
  slot.of(key).attached = { file, findings }
}

/** Of the file that the document reads now. */
export function attachedFindingsOf(key: DocumentKey): AttachedFindings | undefined {
  const { attached } = slot.of(key)
  return attached && sourceOf(key)?.file === attached.file ? attached.findings : undefined
}
