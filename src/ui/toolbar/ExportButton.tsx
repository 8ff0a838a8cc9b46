// Export, and where the browser can write files, saving.
import { Download } from 'lucide-react'
import type { JSX } from 'react'
import { openDialog } from '../../state/actions/dialogs.ts'
import { canPickSaveFile } from '../app/filePickers.ts'
import { SaveMenu } from '../app/lazyParts.tsx'
import { Button } from '../controls/Button.tsx'
import styles from './ExportButton.module.css'

export function ExportButton({ canExport }: { readonly canExport: boolean }): JSX.Element {
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
      <SaveMenu isDisabled={!canExport} />
    </div>
  )
}
