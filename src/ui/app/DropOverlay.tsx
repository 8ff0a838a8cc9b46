// Covers the window while files are held over it.
import { FileDown } from 'lucide-react'
import type { JSX } from 'react'
import { msg } from '../../i18n/message.ts'
import { useTranslator } from '../../state/language.ts'
import styles from './DropOverlay.module.css'

export function DropOverlay(): JSX.Element {
  const { t } = useTranslator()
  return (
    <div className={styles['overlay']} aria-hidden>
      <div className={styles['frame']}>
        <FileDown />
        {t(msg('Drop to open'))}
      </div>
    </div>
  )
}
