// A modal dialog with a title, a way to close it and, at its foot, what to do.
import { Dialog } from '@base-ui/react/dialog'
import { X } from 'lucide-react'
import { type JSX, type ReactNode, type RefObject, useRef } from 'react'
import { msg } from '../../i18n/message.ts'
import { useTranslator } from '../../state/language.ts'
import { Button } from './Button.tsx'
import styles from './popup.module.css'
import { useOpenPopup } from './usePopup.ts'

export interface AppDialogProps {
  readonly title: string
  /** For a table of many columns. */
  readonly isWide?: boolean
  /** What has the focus first; absent: a field of the dialog. */
  readonly initialFocus?: RefObject<HTMLElement | null>
  readonly onClose: () => void
  readonly children: ReactNode
  readonly foot?: ReactNode
}

/** Rendered only while it is open. Escape and a click beside it close it. */
export function AppDialog({
  title,
  isWide = false,
  initialFocus,
  onClose,
  children,
  foot,
}: AppDialogProps): JSX.Element {
  const { t } = useTranslator()
  useOpenPopup()
  const body = useRef<HTMLDivElement>(null)
  // The button that closes comes first in the document and is the last thing that is wanted.
  // Of radio buttons it is the chosen one, as with Tab.
  const findFocus = () =>
    body.current?.querySelector<HTMLElement>('input[type=radio]:checked') ??
    body.current?.querySelector<HTMLElement>('input, select') ??
    true
  return (
    <Dialog.Root open onOpenChange={(isOpen) => !isOpen && onClose()}>
      <Dialog.Portal>
        <Dialog.Backdrop className={styles['backdrop']} />
        <Dialog.Popup
          className={styles['dialog']}
          data-wide={isWide || undefined}
          initialFocus={initialFocus ?? findFocus}
        >
          <div className={styles['dialogHead']}>
            <Dialog.Title className={styles['dialogTitle']}>{title}</Dialog.Title>
            <Dialog.Close render={<Button size="icon" aria-label={t(msg('Close'))} />}>
              <X aria-hidden />
            </Dialog.Close>
          </div>
          <div
            className={styles['dialogBody']}
            ref={(element) => {
              body.current = element
              return element ? letKeysScroll(element) : undefined
            }}
          >
            {children}
          </div>
          {foot !== undefined && <div className={styles['dialogFoot']}>{foot}</div>}
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  )
}

const FOCUSABLE = 'a[href], button, input, select, textarea, [contenteditable], [tabindex]'

/** A long text in which nothing takes the focus takes it itself, so that keys scroll it. Returns what ends that. */
function letKeysScroll(body: HTMLElement): () => void {
  const look = (): void => {
    body.removeAttribute('tabindex')
    const isLong = body.scrollHeight > body.clientHeight
    if (isLong && !body.querySelector(FOCUSABLE)) body.tabIndex = 0
  }
  const observer = new ResizeObserver(look)
  for (const element of [body, ...body.children]) observer.observe(element)
  return () => observer.disconnect()
}
