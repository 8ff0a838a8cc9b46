// Export, and where the browser can write files, saving.
import { Download } from 'lucide-react'
import type { JSX } from 'react'
import { msg } from '../../i18n/message.ts'
import { useApp } from '../../state/hooks.ts'
import { useTranslator } from '../../state/language.ts'
import { exportShown } from '../export/exportShown.ts'
import { canPickSaveFile } from '../files/filePickers.ts'
import { SaveMenu } from './lazyMenus.tsx'
import { Button } from '../controls/Button.tsx'
import styles from './ExportButton.module.css'

export function ExportButton({ canExport }: { readonly canExport: boolean }): JSX.Element {
  const { t } = useTranslator()
  // Pairs have their own beside what they show. Its room stays, so that no other button moves.
  const isAway = useApp((state) => state.isPairingShown)
  return (
    <div className={styles['group']} data-away={isAway || undefined}>
      <Button
        look="primary"
        className={canPickSaveFile ? styles['first'] : undefined}
        disabled={!canExport}
        onClick={exportShown}
      >
        <Download aria-hidden className={styles['icon']} />
        <span className={styles['label']}>{t(msg('Export'))}</span>
      </Button>
      {canPickSaveFile && <SaveMenu isDisabled={!canExport} />}
    </div>
  )
}
