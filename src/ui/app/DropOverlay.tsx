// Covers the window while files are held over it.
import { FileDown } from 'lucide-react'
import type { JSX } from 'react'
import styles from './DropOverlay.module.css'

export function DropOverlay(): JSX.Element {
  return (
    <div className={styles['overlay']} aria-hidden>
      <div className={styles['frame']}>
        <FileDown />
        Drop to open
      </div>
    </div>
  )
}
