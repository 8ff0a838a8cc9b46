// Several requests that have one id: which of them is shown.
import { type JSX, useId } from 'react'
import type { RequestSide } from '../../../contracts/pairingApi.ts'
import { MoreList } from '../../controls/MoreList.tsx'
import styles from './AnswerList.module.css'
import { placeText } from './pairMessages.ts'
import { msg } from '../../../i18n/message.ts'
import { useTranslator } from '../../../state/language.ts'

/** Requests that are listed at first. */
const FIRST = 8

export interface RequestListProps {
  readonly requests: readonly RequestSide[]
  /** Place in `requests`. */
  readonly shown: number
  readonly onShow: (index: number) => void
}

export function RequestList({ requests, shown, onShow }: RequestListProps): JSX.Element {
  const { t } = useTranslator()
  const group = useId()
  return (
    <div className={styles['box']} role="radiogroup" aria-label={t(msg('Requests with this id'))}>
      <MoreList items={requests} first={FIRST} className={styles['list']}>
        {(request, i) => (
          <li key={`${request.key} ${request.id}`}>
            <label className={styles['option']}>
              <input type="radio" name={group} checked={i === shown} onChange={() => onShow(i)} />
              <span className={styles['words']}>
                <span className={styles['place']}>{t(placeText(request))}</span>
                {i > 0 && <span className={styles['outcome']}>{t(msg('repeats the id'))}</span>}
              </span>
            </label>
          </li>
        )}
      </MoreList>
    </div>
  )
}
