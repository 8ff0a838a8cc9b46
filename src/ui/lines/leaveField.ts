// Escape in a field above the table.
import { closeDrawer } from '../../state/actions/lines.ts'
import { activeDocument } from '../../state/store.ts'
import { focusTable } from '../controls/focusField.ts'

/** Closes the drawer when it is open; else goes back to the table. */
export function leaveField(): void {
  if (activeDocument()?.isDrawerOpen === true) closeDrawer()
  else focusTable()
}
