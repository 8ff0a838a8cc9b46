// How far reading and joining is, with a way to stop it; how long it took when it is done.
import { X } from 'lucide-react'
import type { JSX } from 'react'
import { duration, msg } from '../../../i18n/message.ts'
import { useTranslator } from '../../../state/language.ts'
import { partDone } from '../../../state/progressText.ts'
import { cancelPairing } from '../../../state/pairing/runPairing.ts'
import { phaseOf, usePairing } from '../../../state/pairing/pairingStore.ts'
import { Button } from '../../controls/Button.tsx'
import { ProgressBar } from '../../controls/ProgressBar.tsx'
import styles from './SourcesStrip.module.css'

export function PairingProgress(): JSX.Element | null {
  const { t, percent } = useTranslator()
  const phase = usePairing(phaseOf)
  const facts = usePairing((state) => state.facts)
  const done = facts?.doneBytes ?? 0
  const total = facts?.totalBytes ?? 0
  if (phase === 'reading') {
    return (
      <div className={styles['progress']}>
        <ProgressBar label={t(msg('Reading requests and answers'))} done={done} total={total} />
        <span className={`growing ${styles['percent']}`}>{percent(partDone(done, total))}</span>
        <Button
          size="small"
          aria-label={t(msg('Cancel reading requests and answers'))}
          onClick={() => void cancelPairing()}
        >
          <X aria-hidden /> {t(msg('Cancel'))}
        </Button>
      </div>
    )
  }
  if (phase !== 'ready' || facts?.pairMs === undefined) return null
  return (
    <span className={styles['took']}>
      {t(msg('paired in {time}', { time: duration(facts.pairMs) }))}
    </span>
  )
}
