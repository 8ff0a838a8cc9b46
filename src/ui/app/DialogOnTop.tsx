// The dialog or the question that is open.
import type { JSX } from 'react'
import { useApp } from '../../state/hooks.ts'
import { CommandPalette } from '../commands/CommandPalette.tsx'
import { KeyList } from '../commands/KeyList.tsx'
import { lazyPart } from '../controls/lazyPart.tsx'
import { ExportDialog } from '../export/ExportDialog.tsx'
import { ConfirmDialog } from './ConfirmDialog.tsx'
import { DuplicatesDialog } from './duplicatesPart.ts'
import { ColumnsDialog } from './fieldsPart.ts'

const ConvertDialog = lazyPart(async () => (await import('./convertPart.ts')).ConvertDialog)

const EntriesDialog = lazyPart(async () => (await import('./convertPart.ts')).EntriesDialog)

const ReportDialog = lazyPart(async () => (await import('./convertPart.ts')).ReportDialog)

const TranslateDialog = lazyPart(async () => (await import('./convertPart.ts')).TranslateDialog)

const FixAllDialog = lazyPart(async () => (await import('./foresightPart.ts')).FixAllDialog)

const RenumberDialog = lazyPart(async () => (await import('./foresightPart.ts')).RenumberDialog)

const SplitDialog = lazyPart(async () => (await import('../split/SplitDialog.tsx')).SplitDialog)

const SpeedDialog = lazyPart(async () => (await import('../speed/SpeedDialog.tsx')).SpeedDialog)

const KeptEditsDialog = lazyPart(
  async () => (await import('../recovery/KeptEditsDialog.tsx')).KeptEditsDialog,
)

const LeftEditsDialog = lazyPart(
  async () => (await import('../recovery/LeftEditsDialog.tsx')).LeftEditsDialog,
)

export function DialogOnTop(): JSX.Element | null {
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
    case 'convert':
      return <ConvertDialog />
    case 'translate':
      return <TranslateDialog />
    case 'conversionReport':
      return <ReportDialog />
    case 'entries':
      return <EntriesDialog />
    case 'duplicates':
      return <DuplicatesDialog />
    case 'fixAll':
      return <FixAllDialog />
    case 'renumber':
      return <RenumberDialog />
    case 'split':
      return <SplitDialog />
    case 'columns':
      return <ColumnsDialog />
    case 'speed':
      return <SpeedDialog />
    case 'keptEdits':
      return <KeptEditsDialog />
    case 'leftEdits':
      return <LeftEditsDialog />
    case undefined:
      return null
  }
}
