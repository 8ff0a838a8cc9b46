// The left panel where it lies over the table: what is below is out of reach until it is closed.
import { Dialog } from '@base-ui/react/dialog'
import type { JSX } from 'react'
import { setPanelOpen } from '../../state/actions/dialogs.ts'
import popup from './popup.module.css'
import type { SidePanelProps } from './SidePanel.tsx'
import styles from './SidePanel.module.css'
import { useOpenPopup } from './usePopup.ts'

/** Rendered only while it is open. Escape and a press beside it close it. */
export function ModalPanel({ label, children }: SidePanelProps): JSX.Element {
  useOpenPopup()
  return (
    <Dialog.Root open onOpenChange={(isOpen) => !isOpen && setPanelOpen(false)}>
      <Dialog.Portal>
        <Dialog.Backdrop className={popup['backdrop']} />
        <Dialog.Popup aria-label={label} className={styles['modal']} finalFocus={openedPlace}>
          {children}
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  )
}

/** The line that the panel led to; else where the focus was before. */
function openedPlace(): HTMLElement | true {
  return document.querySelector<HTMLElement>('[data-focus-home]') ?? true
}
