// The bar at the top: tabs, and what can be done with documents as a whole.
import { Command, Redo2, Undo2 } from 'lucide-react'
import { Activity, type JSX } from 'react'
import { openDialog } from '../../state/actions/dialogs.ts'
import { redo, undo } from '../../state/actions/edits.ts'
import { hasClient } from '../../state/clients.ts'
import { useActive, useApp } from '../../state/hooks.ts'
import { chooseFiles } from '../files/chooseFiles.ts'
import { MoreMenu, ThemeMenu } from './lazyMenus.tsx'
import { Button } from '../controls/Button.tsx'
import { keyLabel } from '../controls/keyLabel.ts'
import { Brand } from './Brand.tsx'
import { DocumentTabs } from './DocumentTabs.tsx'
import { ExportButton } from './ExportButton.tsx'
import { PairButton } from './PairButton.tsx'
import styles from './Toolbar.module.css'

export function Toolbar(): JSX.Element {
  const isOpen = useApp((state) => state.activeKey !== undefined)
  const isPairingShown = useApp((state) => state.isPairingShown)
  const isReady = useActive(({ facts, key }) => facts?.state === 'ready' && hasClient(key))
  // What is not in sight is not changed.
  const canChange = isReady && !isPairingShown
  return (
    <header className={styles['bar']}>
      <Brand />
      <DocumentTabs />
      <div className={styles['actions']}>
        <Activity mode={isOpen ? 'visible' : 'hidden'}>
          <DocumentActions isReady={isReady} canChange={canChange} />
        </Activity>
        <div className={styles['wideOnly']}>
          <Button
            size="icon"
            aria-label="All commands"
            title={`All commands (${keyLabel('Mod+K')})`}
            onClick={() => openDialog('commands')}
          >
            <Command aria-hidden />
          </Button>
          <ThemeMenu />
        </div>
        <div className={styles['narrowOnly']}>
          <MoreMenu canChange={canChange} />
        </div>
      </div>
    </header>
  )
}

interface DocumentActionsProps {
  /** Whether the document is there to be exported. */
  readonly isReady: boolean
  /** Whether it takes changes at the moment. */
  readonly canChange: boolean
}

function DocumentActions({ isReady, canChange }: DocumentActionsProps): JSX.Element {
  const undoLabel = useActive((tab) => tab.facts?.undoLabel)
  const redoLabel = useActive((tab) => tab.facts?.redoLabel)
  return (
    <>
      {/* The empty screen has its own. */}
      <Button
        className={styles['wideOnly']}
        title={`Open files (${keyLabel('Mod+O')})`}
        onClick={() => void chooseFiles()}
      >
        Open files
        <kbd aria-hidden className={styles['key']}>
          {keyLabel('Mod+O')}
        </kbd>
      </Button>
      <PairButton />
      <Button
        size="icon"
        aria-label="Undo"
        title={`Undo${undoLabel === undefined ? '' : `: ${undoLabel}`} (${keyLabel('Mod+Z')})`}
        disabled={!canChange || undoLabel === undefined}
        onClick={() => void undo()}
      >
        <Undo2 aria-hidden />
      </Button>
      <Button
        size="icon"
        className={styles['wideOnly']}
        aria-label="Redo"
        title={`Redo${redoLabel === undefined ? '' : `: ${redoLabel}`} (${keyLabel('Mod+Shift+Z')})`}
        disabled={!canChange || redoLabel === undefined}
        onClick={() => void redo()}
      >
        <Redo2 aria-hidden />
      </Button>
      <ExportButton canExport={isReady} />
    </>
  )
}
