// Asks before something is lost. Whoever presses Enter without reading loses nothing.
import { AlertDialog } from '@base-ui/react/alert-dialog'
import { type JSX, useRef } from 'react'
import { answerConfirmation } from '../../state/actions/dialogs.ts'
import { useTranslator } from '../../state/language.ts'
import type { Confirmation } from '../../state/store.ts'
import { Button } from '../controls/Button.tsx'
import popup from '../controls/popup.module.css'
import { useOpenPopup } from '../controls/usePopup.ts'

export function ConfirmDialog(props: { readonly confirmation: Confirmation }): JSX.Element {
  const { t } = useTranslator()
  const { confirmLabel, keepLabel, text, title } = props.confirmation
  useOpenPopup()
  const keep = useRef<HTMLButtonElement>(null)
  return (
    <AlertDialog.Root open onOpenChange={(isOpen) => !isOpen && answerConfirmation(false)}>
      <AlertDialog.Portal>
        <AlertDialog.Backdrop className={popup['backdrop']} />
        <AlertDialog.Popup className={popup['dialog']} initialFocus={keep}>
          <div className={popup['dialogHead']}>
            <AlertDialog.Title className={popup['dialogTitle']}>{t(title)}</AlertDialog.Title>
          </div>
          <AlertDialog.Description className={popup['dialogBody']}>
            {t(text)}
          </AlertDialog.Description>
          <div className={popup['dialogFoot']}>
            <Button look="danger" onClick={() => answerConfirmation(true)}>
              {t(confirmLabel)}
            </Button>
            <AlertDialog.Close ref={keep} render={<Button look="primary" />}>
              {t(keepLabel)}
            </AlertDialog.Close>
          </div>
        </AlertDialog.Popup>
      </AlertDialog.Portal>
    </AlertDialog.Root>
  )
}
