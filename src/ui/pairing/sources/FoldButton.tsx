// Where there is little room: the files that take part in one line, which opens their list.
import { ChevronDown } from 'lucide-react'
import type { JSX } from 'react'
import { countOf, groupNumber } from '../../../state/formatNumber.ts'
import { type PairingState, usePairing } from '../../../state/pairing/pairingStore.ts'
import { Button } from '../../controls/Button.tsx'
import styles from './SourcesStrip.module.css'

interface FoldButtonProps {
  readonly isOpen: boolean
  readonly listId: string
  readonly onFold: () => void
}

export function FoldButton({ isOpen, listId, onFold }: FoldButtonProps): JSX.Element {
  const text = usePairing(foldedText)
  const failed = usePairing(({ facts }) => facts?.sources.filter(({ failure }) => failure).length)
  return (
    <Button
      className={styles['fold']}
      aria-expanded={isOpen}
      aria-controls={listId}
      title="The files that take part"
      onClick={onFold}
    >
      <ChevronDown aria-hidden />
      <span>
        {text}
        {failed !== undefined && failed > 0 && (
          <span className={styles['foldFailed']}> · {groupNumber(failed)} not read</span>
        )}
      </span>
    </Button>
  )
}

/** '1 file of requests, 2 of answers'. */
function foldedText({ sources }: Pick<PairingState, 'sources'>): string {
  const requests = sources.filter(({ role }) => role === 'requests').length
  const answers = sources.length - requests
  if (requests === 0) return `${countOf(answers, 'file')} of answers`
  if (answers === 0) return `${countOf(requests, 'file')} of requests`
  return `${countOf(requests, 'file')} of requests, ${groupNumber(answers)} of answers`
}
