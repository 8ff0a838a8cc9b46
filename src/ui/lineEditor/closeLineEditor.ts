// Closing the drawer from outside of it, such as with Escape.
import { closeDrawer } from '../../state/actions/lines.ts'
import { focusTable } from '../controls/focusField.ts'

/** Closes it and gives the focus to the table when nothing else has it. */
export function closeLineEditor(): void {
  closeDrawer()
  const focused = document.activeElement
  if (focused !== null && focused !== document.body && focused.closest('main')) return
  focusTable()
}
