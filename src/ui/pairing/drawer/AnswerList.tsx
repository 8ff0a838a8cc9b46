// Several lines that answer one id: which of them is shown, and which one it is compared with.
import { type JSX, useId } from 'react'
import type { AnswerSide } from '../../../contracts/pairingApi.ts'
import { MoreList } from '../../controls/MoreList.tsx'
import styles from './AnswerList.module.css'
import { answerOutcome, placeText } from './pairMessages.ts'
import { msg } from '../../../i18n/message.ts'
import { useTranslator } from '../../../state/language.ts'

/** Answers that are listed at first. */
const FIRST = 8

export interface AnswerListProps {
  readonly answers: readonly AnswerSide[]
  /** Places in `answers`. */
  readonly shown: number
  /** Undefined: none. */
  readonly compared: number | undefined
  readonly onShow: (index: number) => void
  readonly onCompare: (index: number | undefined) => void
}

export function AnswerList(props: AnswerListProps): JSX.Element {
  const { t } = useTranslator()
  const { answers, shown, compared, onShow, onCompare } = props
  const group = useId()
  return (
    <div className={styles['box']}>
      <div role="radiogroup" aria-label={t(msg('Answers with this id'))}>
        <MoreList items={answers} first={Math.max(FIRST, shown + 1)} className={styles['list']}>
          {(answer, i) => (
            <li key={`${answer.key} ${answer.id}`}>
              <label className={styles['option']}>
                <input type="radio" name={group} checked={i === shown} onChange={() => onShow(i)} />
                <span className={styles['words']}>
                  <span className={styles['place']}>{t(placeText(answer))}</span>
                  <span className={styles['outcome']} data-failed={isFailed(answer) || undefined}>
                    {t(answerOutcome(answer))}
                  </span>
                  {answer.isCounted && (
                    <span
                      className={styles['counts']}
                      title={t(msg('This answer is the one that counts'))}
                    >
                      {t(msg('counts'))}
                    </span>
                  )}
                </span>
              </label>
            </li>
          )}
        </MoreList>
      </div>
      <label className={styles['compare']}>
        {t(msg('Compare it with'))}
        <select
          value={compared ?? ''}
          onChange={({ target }) =>
            onCompare(target.value === '' ? undefined : Number(target.value))
          }
        >
          <option value="">{t(msg('none'))}</option>
          {answers.map(
            (answer, i) =>
              i !== shown && (
                <option key={`${answer.key} ${answer.id}`} value={i}>
                  {t(placeText(answer))}
                </option>
              ),
          )}
        </select>
      </label>
    </div>
  )
}

function isFailed({ reading }: AnswerSide): boolean {
  return reading?.isSuccess !== true
}
