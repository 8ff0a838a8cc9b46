// 'Save as': asks where, then writes.
import { saveDocumentAs } from '../../state/actions/exportDocument.ts'
import { activeDocument } from '../../state/store.ts'
import { pickSaveFile } from './filePickers.ts'

/** Must be called within a click or a key press. */
export async function saveAs(): Promise<void> {
  const tab = activeDocument()
  if (!tab) return
  const handle = await pickSaveFile(tab.name)
  if (handle) await saveDocumentAs(handle)
}
