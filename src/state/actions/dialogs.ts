// Which dialog, question or overlay is open.
import { type Confirmation, type DialogName, store } from '../store.ts'

/** `exportOf`: what the export dialog begins with. */
export function openDialog(dialog: DialogName, exportOf?: 'chosen' | 'view'): void {
  store.setState({ dialog, exportOf, isPanelOpen: false })
}

export function closeDialog(): void {
  store.setState({ dialog: undefined })
}

export function askFirst(confirmation: Confirmation): void {
  store.setState({ confirmation })
}

/** Closes the question; `isConfirmed` does what was asked about. */
export function answerConfirmation(isConfirmed: boolean): void {
  const { confirmation } = store.getState()
  store.setState({ confirmation: undefined })
  if (isConfirmed) confirmation?.run()
}

/** Shows or hides the issues panel on narrow screens; wide ones always show it. */
export function setPanelOpen(isPanelOpen: boolean): void {
  store.setState({ isPanelOpen })
}
