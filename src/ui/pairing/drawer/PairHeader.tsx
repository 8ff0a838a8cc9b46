// Which pair the drawer shows, what became of it, and the way out.
import { Check, Copy, X } from 'lucide-react'
import { type JSX, useEffect, useState } from 'react'
import type { PairDetail } from '../../../contracts/pairingApi.ts'
import { Button } from '../../controls/Button.tsx'
import { OUTCOME_LOOKS } from '../outcomes.ts'
import styles from './PairDrawer.module.css'
import { msg } from '../../../i18n/message.ts'
import { useTranslator } from '../../../state/language.ts'

export interface PairHeaderProps {
  readonly detail: PairDetail | undefined
  readonly onClose: () => void
}

export function PairHeader({ detail, onClose }: PairHeaderProps): JSX.Element {
  const { t } = useTranslator()
  return (
    <header className={styles['header']}>
      <h2 className={styles['title']} title={detail?.id}>
        {!detail && t(msg('Pair'))}
        {detail && (detail.id === '' ? t(msg('No id')) : <bdi>{detail.id}</bdi>)}
      </h2>
      {detail && detail.id !== '' && <CopyButton key={detail.id} text={detail.id} />}
      <span className={styles['outcome']}>{detail && <OutcomeWord detail={detail} />}</span>
      <Button
        size="icon"
        aria-label={t(msg('Close'))}
        title={t(msg('Close (Escape)'))}
        onClick={onClose}
      >
        <X aria-hidden />
      </Button>
    </header>
  )
}

function OutcomeWord({ detail: { outcome } }: { readonly detail: PairDetail }): JSX.Element {
  const { t } = useTranslator()
  const { title, shape, meaning } = OUTCOME_LOOKS[outcome]
  return (
    <span data-outcome={outcome} title={t(meaning)}>
      <span aria-hidden>{shape} </span>
      {t(title)}
    </span>
  )
}

/** How long it says that the text was copied, in ms. */
const COPIED_FOR = 2000

const copyNotes = {
  idle: undefined,
  copied: msg('Copied'),
  refused: msg('The browser did not allow it'),
} as const

function CopyButton({ text }: { readonly text: string }): JSX.Element {
  const { t } = useTranslator()
  const [state, setState] = useState<keyof typeof copyNotes>('idle')

  useEffect(() => {
    if (state === 'idle') return
    const timer = setTimeout(() => setState('idle'), COPIED_FOR)
    return () => clearTimeout(timer)
  }, [state])

  const note = copyNotes[state]
  const words = note && t(note)
  return (
    <>
      <Button
        size="icon"
        aria-label={t(msg('Copy the id'))}
        title={words ?? t(msg('Copy the id'))}
        onClick={() => {
          navigator.clipboard.writeText(text).then(
            () => setState('copied'),
            () => setState('refused'),
          )
        }}
      >
        {state === 'copied' ? <Check aria-hidden /> : <Copy aria-hidden />}
      </Button>
      <span className="visuallyHidden" role="status">
        {words}
      </span>
    </>
  )
}
