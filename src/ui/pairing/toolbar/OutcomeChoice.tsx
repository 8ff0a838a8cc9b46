// 'Show pairs': all of them or those of one outcome. Native radio buttons, so arrow keys work by
// themselves.
import { type JSX, useId } from 'react'
import { msg } from '../../../i18n/message.ts'
import { useTranslator } from '../../../state/language.ts'
import { hasRequests, usePairing } from '../../../state/pairing/pairingStore.ts'
import { showOutcome, shownOutcomeOf } from '../../../state/pairing/pairView.ts'
import { outcomeChoices } from '../outcomeChoices.ts'
import tableStyles from '../../table/TableToolbar.module.css'

export function OutcomeChoice(): JSX.Element {
  const { t, number } = useTranslator()
  const group = useId()
  // Numbers of some of the lines would only mislead.
  const facts = usePairing((state) => (state.facts?.summary ? state.facts : undefined))
  const isAsked = usePairing((state) => hasRequests(state.sources))
  const chosen = usePairing((state) => shownOutcomeOf(state.view.filter))
  return (
    <div role="radiogroup" aria-label={t(msg('Show pairs'))} className={tableStyles['choice']}>
      {outcomeChoices(isAsked).map(({ kind, title, mark, countOf }) => {
        const descriptionId = `${group}-${kind}`
        return (
          <label key={kind} className={tableStyles['option']} title={t(title)}>
            <input
              type="radio"
              name={group}
              className={tableStyles['radio']}
              aria-label={t(title)}
              aria-describedby={descriptionId}
              checked={kind === chosen}
              onChange={() => showOutcome(kind)}
            />
            {mark !== undefined && (
              <span aria-hidden="true" className={tableStyles['mark']} data-mark={kind}>
                {mark}
              </span>
            )}
            <span className={tableStyles['word']}>{t(title)}</span>
            <span id={descriptionId} className={tableStyles['count']}>
              {facts ? number(countOf(facts)) : ''}
            </span>
          </label>
        )
      })}
    </div>
  )
}
