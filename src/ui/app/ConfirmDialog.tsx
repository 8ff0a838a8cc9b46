// Asks before something is lost. Whoever presses Enter without reading loses nothing.
import { AlertDialog } from '@base-ui/react/alert-dialog'
import { type JSX, useRef } from 'react'
import { answerConfirmation } from '../../state/actions/dialogs.ts'
import type { Confirmation } from '../../state/store.ts'
import { Button } from '../controls/Button.tsx'
import popup from '../controls/popup.module.css'
import { useOpenPopup } from '../controls/usePopup.ts'

export function ConfirmDialog(props: { readonly confirmation: Confirmation }): JSX.Element {
  const { confirmLabel, keepLabel, text, title } = props.confirmation
  useOpenPopup()
  const keep = useRef<HTMLButtonElement>(null)
  return (
    <AlertDialog.Root open onOpenChange={(isOpen) => !isOpen && answerConfirmation(false)}>
      <AlertDialog.Portal>
        <AlertDialog.Backdrop className={popup['backdrop']} />
        <AlertDialog.Popup className={popup['dialog']} initialFocus={keep}>
          <div className={popup['dialogHead']}>
            <AlertDialog.Title className={popup['dialogTitle']}>{title}</AlertDialog.Title>
          </div>
          <AlertDialog.Description className={popup['dialogBody']}>{text}</AlertDialog.Description>
          <div className={popup['dialogFoot']}>
            <Button look="danger" onClick={() => answerConfirmation(true)}>
              {confirmLabel}
            </Button>
            <AlertDialog.Close ref={keep} render={<Button look="primary" />}>
              {keepLabel}
            </AlertDialog.Close>
          </div>
        </AlertDialog.Popup>
      </AlertDialog.Portal>
    </AlertDialog.Root>
  )
}
