// Where there is little room: the files that take part in one line, which opens their list.
import { ChevronDown } from 'lucide-react'
import type { JSX } from 'react'
import { type Message, msg } from '../../../i18n/message.ts'
import { useTranslator } from '../../../state/language.ts'
import { type PairingState, usePairing } from '../../../state/pairing/pairingStore.ts'
import { Button } from '../../controls/Button.tsx'
import styles from './SourcesStrip.module.css'

interface FoldButtonProps {
  readonly isOpen: boolean
  readonly listId: string
  readonly onFold: () => void
}

export function FoldButton({ isOpen, listId, onFold }: FoldButtonProps): JSX.Element {
  const { t } = useTranslator()
  const sources = usePairing((state) => state.sources)
  const failed = usePairing(({ facts }) => facts?.sources.filter(({ failure }) => failure).length)
  return (
    <Button
      className={styles['fold']}
      aria-expanded={isOpen}
      aria-controls={listId}
      title={t(msg('The files that take part'))}
      onClick={onFold}
    >
      <ChevronDown aria-hidden />
      <span>
        {t(foldedText(sources))}
        {failed !== undefined && failed > 0 && (
          <span className={styles['foldFailed']}>
            {' · '}
            {t(msg('{count, number} not read', { count: failed }))}
          </span>
        )}
      </span>
    </Button>
  )
}

/** '1 file of requests, 2 of answers'. */
function foldedText(sources: PairingState['sources']): Message {
  const requests = sources.filter(({ role }) => role === 'requests').length
  const answers = sources.length - requests
  if (requests === 0) {
    return msg('{count, plural, one {# file} other {# files}} of answers', { count: answers })
  }
  if (answers === 0) {
    return msg('{count, plural, one {# file} other {# files}} of requests', { count: requests })
  }
  return msg(
    '{requests, plural, one {# file} other {# files}} of requests, {answers, number} of answers',
    { requests, answers },
  )
}
