// The fields of the active document, as far as a sample of its lines tells; asked for when they are needed.
import type { KnownField } from '../../contracts/search.ts'
import { clientOf, hasClient } from '../clients.ts'
import { documentSlot } from '../documentScope.ts'
import { activeDocument } from '../store.ts'

interface Known {
  revision?: number
  fields: Promise<readonly KnownField[]>
}

const known = documentSlot<Known>(() => ({ fields: Promise.resolve([]) }))

/** None where there is no document, or nothing could be asked. Asked again after edits. */
export async function knownFields(): Promise<readonly KnownField[]> {
  const tab = activeDocument()
  if (!tab?.facts || !hasClient(tab.key)) return []
  const slot = known.of(tab.key)
  const { revision } = tab.facts
  if (slot.revision !== revision) {
    slot.revision = revision
    slot.fields = clientOf(tab.key)
      .fieldNames()
      .then((found) => (found.ok ? found.value : []))
  }
  return slot.fields
}
