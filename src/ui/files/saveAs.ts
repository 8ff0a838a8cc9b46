// 'Save as': asks where, then writes.
import { hasNoDrafts, saveDocumentAs } from '../../state/actions/exportDocument.ts'
import { sayEmptied } from '../../state/actions/secureFile.ts'
import { activeDocument } from '../../state/store.ts'
import { pickPlace } from './pickPlace.ts'

/** Must be called within a click or a key press. */
export async function saveAs(): Promise<void> {
  const tab = activeDocument()
  if (!tab || !hasNoDrafts(tab)) return
  const place = await pickPlace(tab, tab.name)
  if (!place) return
  const isSaved = await saveDocumentAs(place.handle)
  if (!isSaved && place.isEmptied) sayEmptied(place.handle.name)
}
