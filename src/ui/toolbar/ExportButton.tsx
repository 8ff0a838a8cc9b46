// Export, and where the browser can write files, saving.
import { Menu } from '@base-ui/react/menu'
import { ChevronDown, Download, Save } from 'lucide-react'
import type { JSX } from 'react'
import { openDialog } from '../../state/actions/dialogs.ts'
import { saveDocument } from '../../state/actions/exportDocument.ts'
import type { DocumentTab } from '../../state/store.ts'
import { canPickSaveFile } from '../app/filePickers.ts'
import { saveAs } from '../app/saveAs.ts'
import { Button } from '../controls/Button.tsx'
import { keyLabel } from '../controls/keyLabel.ts'
import popup from '../controls/popup.module.css'
import styles from './ExportButton.module.css'

export interface ExportButtonProps {
  readonly tab: DocumentTab
  readonly canExport: boolean
}

export function ExportButton({ tab, canExport }: ExportButtonProps): JSX.Element {
  const exportButton = (
    <Button
      look="primary"
      className={canPickSaveFile ? styles['first'] : undefined}
      disabled={!canExport}
      onClick={() => openDialog('export')}
    >
      <Download aria-hidden className={styles['icon']} />
      <span className={styles['label']}>Export</span>
    </Button>
  )
  if (!canPickSaveFile) return exportButton
  return (
    <div className={styles['group']}>
      {exportButton}
      <Menu.Root>
        <Menu.Trigger
          render={
            <Button
              look="primary"
              size="icon"
              className={styles['second']}
              aria-label="Save options"
            />
          }
          disabled={!canExport}
        >
          <ChevronDown aria-hidden />
        </Menu.Trigger>
        <Menu.Portal>
          <Menu.Positioner className={popup['positioner']} sideOffset={4} align="end">
            <Menu.Popup className={popup['menu']}>
              <Menu.Item
                className={popup['item']}
                disabled={!tab.canSave}
                onClick={() => void saveDocument()}
              >
                <Save aria-hidden />
                <span className={popup['itemText']}>
                  Save
                  <small>
                    {tab.canSave ? `Write over ${tab.name}` : 'Only for files opened from the disk'}
                  </small>
                </span>
                {tab.canSave && <kbd>{keyLabel('Mod+S')}</kbd>}
              </Menu.Item>
              <Menu.Item className={popup['item']} onClick={() => void saveAs(tab)}>
                <Save aria-hidden />
                <span className={popup['itemText']}>
                  Save as…
                  <small>Write another file and go on with that one</small>
                </span>
              </Menu.Item>
            </Menu.Popup>
          </Menu.Positioner>
        </Menu.Portal>
      </Menu.Root>
    </div>
  )
}
