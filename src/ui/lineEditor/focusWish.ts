// Enter in the table asks for the focus by raising a counter. Each rise is answered once, also when
// the drawer is loaded or made only after it.
import type { DocumentKey, DocumentTab } from '../../state/store.ts'

const answered = new Map<DocumentKey, number>()

/** Whether the editor should take the focus now. */
export function takeFocusWish(tab: DocumentTab): boolean {
  const isNew = tab.editorFocus > (answered.get(tab.key) ?? 0)
  if (isNew) answered.set(tab.key, tab.editorFocus)
  return isNew
}
