// An export that goes on behind the closed dialog.
import type { JSX } from 'react'
import { usePairing } from '../../../state/pairing/pairingStore.ts'
import { useExportPairs } from '../../../state/pairing/exportPairs.ts'
import { RunningNote } from './ExportFoot.tsx'

export function ExportProgress(): JSX.Element | null {
  const running = useExportPairs((state) => state.running)
  const isOpen = usePairing((state) => state.isExportPairsOpen)
  return running && !isOpen ? <RunningNote running={running} isSmall /> : null
}
