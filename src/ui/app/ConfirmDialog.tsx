// Asks before something is lost.
import { AlertDialog } from '@base-ui/react/alert-dialog'
import type { JSX } from 'react'
import { answerConfirmation } from '../../state/actions/dialogs.ts'
import type { Confirmation } from '../../state/store.ts'
import { Button } from '../controls/Button.tsx'
import popup from '../controls/popup.module.css'

export function ConfirmDialog(props: { readonly confirmation: Confirmation }): JSX.Element {
  const { confirmLabel, text, title } = props.confirmation
  return (
    <AlertDialog.Root open onOpenChange={(isOpen) => !isOpen && answerConfirmation(false)}>
      <AlertDialog.Portal>
        <AlertDialog.Backdrop className={popup['backdrop']} />
        <AlertDialog.Popup className={popup['dialog']}>
          <div className={popup['dialogHead']}>
            <AlertDialog.Title className={popup['dialogTitle']}>{title}</AlertDialog.Title>
          </div>
          <AlertDialog.Description className={popup['dialogBody']}>{text}</AlertDialog.Description>
          <div className={popup['dialogFoot']}>
            <AlertDialog.Close render={<Button look="outlined" />}>Keep</AlertDialog.Close>
            <Button look="primary" onClick={() => answerConfirmation(true)}>
              {confirmLabel}
            </Button>
          </div>
        </AlertDialog.Popup>
      </AlertDialog.Portal>
    </AlertDialog.Root>
  )
}
