// Export, and where the browser can write files, saving.
import { Download } from 'lucide-react'
import type { JSX } from 'react'
import { useApp } from '../../state/hooks.ts'
import { exportShown } from '../export/exportShown.ts'
import { canPickSaveFile } from '../files/filePickers.ts'
import { SaveMenu } from './lazyMenus.tsx'
import { Button } from '../controls/Button.tsx'
import styles from './ExportButton.module.css'

export function ExportButton({ canExport }: { readonly canExport: boolean }): JSX.Element {
  const isPairingShown = useApp((state) => state.isPairingShown)
  const exportButton = (
    <Button
      look="primary"
      className={canPickSaveFile ? styles['first'] : undefined}
      disabled={!canExport && !isPairingShown}
      onClick={exportShown}
    >
      <Download aria-hidden className={styles['icon']} />
      <span className={styles['label']}>Export</span>
    </Button>
  )
  if (!canPickSaveFile) return exportButton
  return (
    <div className={styles['group']}>
      {exportButton}
      <SaveMenu isDisabled={!canExport || isPairingShown} />
    </div>
  )
}
