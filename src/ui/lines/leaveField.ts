// Escape in a field above the table.
import { activeDocument } from '../../state/store.ts'
import { focusTable } from '../table/focusField.ts'

/** Back to the table, unless the drawer is open: then the key closes that first. */
export function leaveField(): void {
  if (activeDocument()?.isDrawerOpen !== true) focusTable()
}
