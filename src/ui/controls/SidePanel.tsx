// The left panel: beside the table where there is room, else over it when asked for.
import type { JSX, ReactNode } from 'react'
import { useApp } from '../../state/hooks.ts'
import { lazyPart } from './lazyPart.tsx'
import styles from './SidePanel.module.css'
import { NARROW, useMedia } from './useMedia.ts'

export const ModalPanel = lazyPart(async () => (await import('./ModalPanel.tsx')).ModalPanel)

export interface SidePanelProps {
  /** Its name for screen readers. */
  readonly label: string
  readonly children: ReactNode
}

export function SidePanel({ label, children }: SidePanelProps): JSX.Element | null {
  const isOpen = useApp((state) => state.isPanelOpen)
  const isOver = useMedia(NARROW)
  if (isOver) return isOpen ? <ModalPanel label={label}>{children}</ModalPanel> : null
  return (
    <aside aria-label={label} className={styles['panel']} data-side-panel>
      {children}
    </aside>
  )
}
