// What is filtered besides the outcome; each condition can be taken back.
import type { JSX } from 'react'
import { usePairing } from '../../../state/pairing/pairingStore.ts'
import { removeCondition } from '../../../state/pairing/pairView.ts'
import { showAllPairs } from '../../../state/pairing/pairSearch.ts'
import tableStyles from '../../table/TableToolbar.module.css'
import { conditionsOf } from '../filterConditions.ts'
import styles from './PairToolbar.module.css'

export function FilterChips(): JSX.Element {
  const filter = usePairing((state) => state.view.filter)
  const conditions = conditionsOf(filter)
  return (
    <div className={styles['chips']} role="group" aria-label="Filters">
      {conditions.map(({ name, text }) => (
        <button
          key={name}
          type="button"
          className={tableStyles['chip']}
          aria-label={`Remove the filter: ${text}`}
          title={text}
          onClick={() => removeCondition(name)}
        >
          <span className={tableStyles['chipText']}>{text}</span>
          <span aria-hidden="true">×</span>
        </button>
      ))}
      {Object.keys(filter).length > 0 && (
        <button type="button" className={styles['clear']} onClick={showAllPairs}>
          Clear filters
        </button>
      )}
    </div>
  )
}
