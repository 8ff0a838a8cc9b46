// How far reading and joining is, with a way to stop it; how long it took when it is done.
import { X } from 'lucide-react'
import type { JSX } from 'react'
import { formatDuration, percentOf } from '../../../state/formatNumber.ts'
import { cancelPairing } from '../../../state/pairing/runPairing.ts'
import { phaseOf, usePairing } from '../../../state/pairing/pairingStore.ts'
import { Button } from '../../controls/Button.tsx'
import { ProgressBar } from '../../controls/ProgressBar.tsx'
import styles from './SourcesStrip.module.css'

export function PairingProgress(): JSX.Element | null {
  const phase = usePairing(phaseOf)
  const facts = usePairing((state) => state.facts)
  const done = facts?.doneBytes ?? 0
  const total = facts?.totalBytes ?? 0
  if (phase === 'reading') {
    return (
      <div className={styles['progress']}>
        <ProgressBar label="Reading requests and answers" done={done} total={total} />
        <span className={`growing ${styles['percent']}`}>{percentOf(done, total)} %</span>
        <Button
          size="small"
          aria-label="Cancel reading requests and answers"
          onClick={() => void cancelPairing()}
        >
          <X aria-hidden /> Cancel
        </Button>
      </div>
    )
  }
  if (phase !== 'ready' || facts?.pairMs === undefined) return null
  return <span className={styles['took']}>paired in {formatDuration(facts.pairMs)}</span>
}
