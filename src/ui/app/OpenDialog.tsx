// The dialog that is open at the moment, if any.
import { type JSX, lazy, Suspense } from 'react'
import { useApp } from '../../state/hooks.ts'
import { CommandPalette } from '../commands/CommandPalette.tsx'
import { KeyList } from '../commands/KeyList.tsx'
import { ExportDialog } from '../export/ExportDialog.tsx'
import { ConfirmDialog } from './ConfirmDialog.tsx'

const SpeedDialog = lazy(async () => ({
  default: (await import('../speed/SpeedDialog.tsx')).SpeedDialog,
}))

export function OpenDialog(): JSX.Element | null {
  const dialog = useApp((state) => state.dialog)
  const confirmation = useApp((state) => state.confirmation)
  if (confirmation) return <ConfirmDialog confirmation={confirmation} />
  switch (dialog) {
    case 'commands':
      return <CommandPalette />
    case 'keys':
      return <KeyList />
    case 'export':
      return <ExportDialog />
    case 'speed':
      return (
        <Suspense>
          <SpeedDialog />
        </Suspense>
      )
    case undefined:
      return null
  }
}
