// What is filtered besides the outcome; each condition can be taken back.
import type { JSX } from 'react'
import { msg } from '../../../i18n/message.ts'
import { useTranslator } from '../../../state/language.ts'
import { usePairing } from '../../../state/pairing/pairingStore.ts'
import { removeCondition } from '../../../state/pairing/pairView.ts'
import { showAllPairs } from '../../../state/pairing/pairSearch.ts'
import tableStyles from '../../table/TableToolbar.module.css'
import { conditionsOf } from '../filterConditions.ts'
import styles from './PairToolbar.module.css'

export function FilterChips(): JSX.Element {
  const { t } = useTranslator()
  const filter = usePairing((state) => state.view.filter)
  const conditions = conditionsOf(filter).map(({ name, text }) => ({ name, condition: t(text) }))
  return (
    <div className={styles['chips']} role="group" aria-label={t(msg('Filters'))}>
      {conditions.map(({ name, condition }) => (
        <button
          key={name}
          type="button"
          className={tableStyles['chip']}
          aria-label={t(msg('Remove the filter: {condition}', { condition }))}
          title={condition}
          onClick={() => removeCondition(name)}
        >
          <span className={tableStyles['chipText']}>{condition}</span>
          <span aria-hidden="true">×</span>
        </button>
      ))}
      {Object.keys(filter).length > 0 && (
        <button type="button" className={styles['clear']} onClick={showAllPairs}>
          {t(msg('Clear filters'))}
        </button>
      )}
    </div>
  )
}
