// Enter in the table asks for the focus by raising a counter. Each rise is answered once, also when
// the drawer is loaded or made only after it.
import { documentSlot } from '../../state/documentScope.ts'
import type { LineId, TextOffset } from '../../base/units.ts'
import type { DocumentTab } from '../../state/store.ts'

interface Answered {
  focus: number
  caret: DocumentTab['caretWish']
}

const answered = documentSlot((): Answered => ({ focus: 0, caret: undefined }))

/** Whether the editor should take the focus now. */
export function takeFocusWish({ key, editorFocus }: DocumentTab): boolean {
  const last = answered.of(key)
  const isNew = editorFocus > last.focus
  if (isNew) last.focus = editorFocus
  return isNew
}

/** Where the caret should be in the line now, if it was asked for since. */
export function takeCaretWish({ key, caretWish }: DocumentTab, id: LineId): TextOffset | undefined {
  const last = answered.of(key)
  if (!caretWish || caretWish.id !== id || last.caret === caretWish) return undefined
  last.caret = caretWish
  return caretWish.offset
}
