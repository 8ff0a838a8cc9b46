// The bar at the top: tabs, and what can be done with documents as a whole.
import { Command, Redo2, Undo2 } from 'lucide-react'
import { Activity, type JSX } from 'react'
import { msg } from '../../i18n/message.ts'
import { openDialog } from '../../state/actions/dialogs.ts'
import { redo, undo } from '../../state/actions/edits.ts'
import { hasClient } from '../../state/clients.ts'
import { useActive, useApp } from '../../state/hooks.ts'
import { useTranslator } from '../../state/language.ts'
import { chooseFiles } from '../files/chooseFiles.ts'
import { LanguageMenu, MoreMenu, ThemeMenu } from './lazyMenus.tsx'
import { Button } from '../controls/Button.tsx'
import { keyLabel, withKeys } from '../controls/keyLabel.ts'
import { Brand } from './Brand.tsx'
import { DocumentTabs } from './DocumentTabs.tsx'
import { ExportButton } from './ExportButton.tsx'
import { PairButton } from './PairButton.tsx'
import { RunButton } from './RunButton.tsx'
import { redoTitle } from './redoTitle.ts'
import styles from './Toolbar.module.css'

export function Toolbar(): JSX.Element {
  const { t } = useTranslator()
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
        <RunButton />
        <div className={styles['wideOnly']}>
          <Button
            size="icon"
            aria-label={t(msg('All commands'))}
            title={t(withKeys(msg('All commands'), 'Mod+K'))}
            onClick={() => openDialog('commands')}
          >
            <Command aria-hidden />
          </Button>
          <ThemeMenu />
          <LanguageMenu />
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
  const { t } = useTranslator()
  const undoLabel = useActive((tab) => tab.facts?.undoLabel)
  const redoLabel = useActive((tab) => tab.facts?.redoLabel)
  const undoTitle =
    undoLabel === undefined ? msg('Undo') : msg('Undo: {change}', { change: undoLabel })
  return (
    <>
      {/* The empty screen has its own. */}
      <Button
        className={styles['wideOnly']}
        title={t(withKeys(msg('Open files'), 'Mod+O'))}
        onClick={() => void chooseFiles()}
      >
        {t(msg('Open files'))}
        <kbd aria-hidden className={styles['key']}>
          {keyLabel('Mod+O')}
        </kbd>
      </Button>
      <PairButton />
      <Button
        size="icon"
        aria-label={t(msg('Undo'))}
        title={t(withKeys(undoTitle, 'Mod+Z'))}
        disabled={!canChange || undoLabel === undefined}
        onClick={() => void undo()}
      >
        <Undo2 aria-hidden />
      </Button>
      <Button
        size="icon"
        className={styles['wideOnly']}
        aria-label={t(msg('Redo'))}
        title={t(withKeys(redoTitle(redoLabel), 'Mod+Shift+Z'))}
        disabled={!canChange || redoLabel === undefined}
        onClick={() => void redo()}
      >
        <Redo2 aria-hidden />
      </Button>
      <ExportButton canExport={isReady} />
    </>
  )
}
