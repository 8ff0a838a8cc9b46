// The action behind 'Export': of the lines or of the pairs, whichever are shown.
import { openDialog } from '../../state/actions/dialogs.ts'
import { withPairing } from '../../state/pairing/withPairing.ts'
import { store } from '../../state/store.ts'

export function exportShown(): void {
  if (store.getState().isPairingShown) void withPairing((pairing) => pairing.startExportPairs())
  else openDialog('export')
}
