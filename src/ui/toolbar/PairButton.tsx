// To the pairing of the open documents. It leads there and never back: the tabs lead back.
import { GitCompareArrows } from 'lucide-react'
import type { JSX } from 'react'
import { msg } from '../../i18n/message.ts'
import { useApp } from '../../state/hooks.ts'
import { useTranslator } from '../../state/language.ts'
import { withPairing } from '../../state/pairing/withPairing.ts'
import { Button } from '../controls/Button.tsx'
import styles from './Toolbar.module.css'

export function PairButton(): JSX.Element {
  const { t } = useTranslator()
  const isShown = useApp((state) => state.isPairingShown)
  return (
    <Button
      className={styles['pair']}
      aria-pressed={isShown}
      title={t(msg('Requests beside their answers: input, output and error files as one'))}
      onClick={() => void withPairing((pairing) => pairing.pairDocuments())}
    >
      <GitCompareArrows aria-hidden className={styles['narrowOnly']} />
      <span className={styles['label']}>{t(msg('Pair'))}</span>
    </Button>
  )
}
