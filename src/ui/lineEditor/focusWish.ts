// Enter in the table asks for the focus by raising a counter. Each rise is answered once, also when
// the drawer is loaded or made only after it.
import { documentSlot } from '../../state/documentScope.ts'
import type { DocumentTab } from '../../state/store.ts'

const answered = documentSlot(() => ({ focus: 0 }))

/** Whether the editor should take the focus now. */
export function takeFocusWish({ key, editorFocus }: DocumentTab): boolean {
  const last = answered.of(key)
  const isNew = editorFocus > last.focus
  if (isNew) last.focus = editorFocus
  return isNew
}
