// An outcome as a shape, a colour and a word.
import type { JSX } from 'react'
import type { Outcome } from '../../../contracts/pairingApi.ts'
import { OUTCOME_LOOKS } from '../outcomes.ts'
import styles from './PairGrid.module.css'

export function OutcomeMark({ outcome }: { readonly outcome: Outcome }): JSX.Element {
  const { shape, title, meaning } = OUTCOME_LOOKS[outcome]
  return (
    <span className={styles['outcome']} title={meaning}>
      <span aria-hidden="true" className={styles['shape']} data-shape={outcome}>
        {shape}
      </span>
      {title}
    </span>
  )
}
