// An export that goes on behind the closed dialog.
import type { JSX } from 'react'
import { usePairing } from '../../../state/pairing/pairingStore.ts'
import { useTakeAway } from '../../../state/pairing/exportPairs.ts'
import { RunningNote } from './ExportFoot.tsx'

export function TakeAwayProgress(): JSX.Element | null {
  const running = useTakeAway((state) => state.running)
  const isOpen = usePairing((state) => state.isTakeAwayOpen)
  return running && !isOpen ? <RunningNote running={running} isSmall /> : null
}
