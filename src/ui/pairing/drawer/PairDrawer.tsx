// The drawer of a pair: the request beside what answered it. This file is the frame that stays while
// pairs change; PairBody is one pair.
import { type JSX, useRef, useState } from 'react'
import type { Failure } from '../../../base/failures.ts'
import type { PairDetail, PairPlace } from '../../../contracts/pairingApi.ts'
import { useEscape } from '../../controls/useEscape.ts'
import { PairBody, type PairLook } from './PairBody.tsx'
import styles from './PairDrawer.module.css'
import { PairHeader } from './PairHeader.tsx'
import { msg } from '../../../i18n/message.ts'
import { useTranslator } from '../../../state/language.ts'

export interface PairDrawerProps {
  /** May be of the pair before while `isLoading`. */
  readonly detail: PairDetail | undefined
  readonly isLoading: boolean
  /** Why the pair cannot be shown. */
  readonly failure?: Failure | undefined
  readonly onClose: () => void
  /** Shows a line in its document, to be edited. */
  readonly onOpenLine: (place: PairPlace) => void
  /** Shows the pair that a line is in. */
  readonly onShowPair?: ((place: PairPlace) => void) | undefined
}

export function PairDrawer(props: PairDrawerProps): JSX.Element {
  const { t } = useTranslator()
  const { detail, isLoading, failure, onClose, onOpenLine, onShowPair } = props
  const region = useRef<HTMLElement>(null)
  // It stays while pairs are walked through.
  const [look, setLook] = useState<PairLook>('messages')
  useEscape(region, onClose)

  return (
    <section
      ref={region}
      tabIndex={-1}
      className={styles['drawer']}
      aria-label={t(msg('Pair'))}
      aria-busy={isLoading}
      data-focus-home
      data-custom-id={detail?.id}
      data-outcome={detail?.outcome}
    >
      <PairHeader detail={detail} onClose={onClose} />
      {failure && (
        <p role="alert" className={styles['alert']}>
          {t(failure.message)}
        </p>
      )}
      {detail ? (
        <PairBody
          key={identityOf(detail)}
          detail={detail}
          look={look}
          onLook={setLook}
          onClose={onClose}
          onOpenLine={onOpenLine}
          onShowPair={onShowPair}
        />
      ) : (
        !failure && (
          <p className={styles['hint']}>
            {isLoading
              ? t(msg('Reading the pair…'))
              : t(msg('Choose a pair of the table to see both sides here.'))}
          </p>
        )
      )}
    </section>
  )
}

/** Of the row, over edits that number all pairs again. */
function identityOf({ requests, answers, ownRequest, ownAnswer, id }: PairDetail): string {
  const lines = [requests[ownRequest ?? -1], answers[ownAnswer ?? -1]]
  const own = lines.flatMap((line) => (line ? [`${line.key} ${line.id}`] : []))
  return own.length > 0 ? own.join(' ') : id
}
