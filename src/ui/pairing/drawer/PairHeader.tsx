// Which pair the drawer shows, what became of it, and the way out.
import { X } from 'lucide-react'
import type { JSX } from 'react'
import type { PairDetail } from '../../../contracts/pairingApi.ts'
import { Button } from '../../controls/Button.tsx'
import { CopyButton } from '../../controls/CopyButton.tsx'
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
      {detail && detail.id !== '' && (
        <CopyButton key={detail.id} text={detail.id} label={t(msg('Copy the id'))} />
      )}
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
