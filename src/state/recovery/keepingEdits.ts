// Whether unsaved edits are kept on this device: a setting of the user's.
import { clientOf, hasClient } from '../clients.ts'
import { store } from '../store.ts'
import { recoveryStore } from './recoveryStore.ts'

const KEY = 'lineproof.keepEdits'

/** Loads what was stored; kept unless the user said otherwise. */
export function restoreKeeping(): void {
  try {
    recoveryStore.setState({ isOn: localStorage.getItem(KEY) !== 'off' })
  } catch {
    // Storage is switched off.
  }
}

/** Off at once, for open documents as well; on for files that are opened from then on. */
export async function setKeeping(isOn: boolean): Promise<void> {
  recoveryStore.setState({ isOn })
  try {
    if (isOn) localStorage.removeItem(KEY)
    else localStorage.setItem(KEY, 'off')
  } catch {
    // It holds until the page is closed.
  }
  if (isOn) return
  const open = store.getState().documents.filter(({ key }) => hasClient(key))
  await Promise.all(open.map(({ key }) => clientOf(key).endJournal()))
}
