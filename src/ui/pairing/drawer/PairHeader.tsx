// Which pair the drawer shows, what became of it, and the way out.
import { Check, Copy, X } from 'lucide-react'
import { type JSX, useEffect, useState } from 'react'
import type { PairDetail } from '../../../contracts/pairingApi.ts'
import { Button } from '../../controls/Button.tsx'
import { OUTCOME_LOOKS } from '../outcomes.ts'
import styles from './PairDrawer.module.css'

export interface PairHeaderProps {
  readonly detail: PairDetail | undefined
  readonly onClose: () => void
}

export function PairHeader({ detail, onClose }: PairHeaderProps): JSX.Element {
  return (
    <header className={styles['header']}>
      <h2 className={styles['title']} title={detail?.id}>
        {!detail && 'Pair'}
        {detail && (detail.id === '' ? 'No id' : <bdi>{detail.id}</bdi>)}
      </h2>
      {detail && detail.id !== '' && <CopyButton key={detail.id} text={detail.id} />}
      <span className={styles['outcome']}>{detail && <OutcomeWord detail={detail} />}</span>
      <Button size="icon" aria-label="Close" title="Close (Escape)" onClick={onClose}>
        <X aria-hidden />
      </Button>
    </header>
  )
}

function OutcomeWord({ detail: { outcome } }: { readonly detail: PairDetail }): JSX.Element {
  const { title, shape, meaning } = OUTCOME_LOOKS[outcome]
  return (
    <span data-outcome={outcome} title={meaning}>
      <span aria-hidden>{shape} </span>
      {title}
    </span>
  )
}

/** How long it says that the text was copied, in ms. */
const COPIED_FOR = 2000

function CopyButton({ text }: { readonly text: string }): JSX.Element {
  const [state, setState] = useState<'idle' | 'copied' | 'refused'>('idle')

  useEffect(() => {
    if (state === 'idle') return
    const timer = setTimeout(() => setState('idle'), COPIED_FOR)
    return () => clearTimeout(timer)
  }, [state])

  const words = { idle: '', copied: 'Copied', refused: 'The browser did not allow it' }[state]
  return (
    <>
      <Button
        size="icon"
        aria-label="Copy the id"
        title={words || 'Copy the id'}
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
