// The left panel where it lies over the table: what is below is out of reach until it is closed.
import { Dialog } from '@base-ui/react/dialog'
import { type JSX, useState } from 'react'
import { setPanelOpen } from '../../state/actions/dialogs.ts'
import { activeDocument } from '../../state/store.ts'
import popup from './popup.module.css'
import type { SidePanelProps } from './SidePanel.tsx'
import styles from './SidePanel.module.css'
import { useOpenPopup } from './usePopup.ts'

/** Rendered only while it is open. Escape and a press beside it close it. */
export function ModalPanel({ label, children }: SidePanelProps): JSX.Element {
  useOpenPopup()
  const [before] = useState(placeNow)
  // To where the panel led; closed without going anywhere, to what opened it.
  const findFinalFocus = () => {
    if (isSamePlace(before, placeNow())) return true
    // Without a drawer the focus finds its way to the table: ui/app/useFocusHome.ts.
    return document.querySelector<HTMLElement>('[data-focus-home]') ?? false
  }
  return (
    <Dialog.Root open onOpenChange={(isOpen) => !isOpen && setPanelOpen(false)}>
      <Dialog.Portal>
        <Dialog.Backdrop className={popup['backdrop']} />
        <Dialog.Popup aria-label={label} className={styles['modal']} finalFocus={findFinalFocus}>
          {children}
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  )
}

/** What is shown beside the panel. */
function placeNow(): readonly unknown[] {
  const tab = activeDocument()
  return [tab?.key, tab?.view, tab?.selection?.jump]
}

function isSamePlace(before: readonly unknown[], now: readonly unknown[]): boolean {
  return before.every((part, index) => part === now[index])
}
