// An outcome as a shape, a colour and a word.
import type { JSX } from 'react'
import type { Outcome } from '../../../contracts/pairingApi.ts'
import { useTranslator } from '../../../state/language.ts'
import { OUTCOME_LOOKS } from '../outcomes.ts'
import styles from './PairGrid.module.css'

export function OutcomeMark({ outcome }: { readonly outcome: Outcome }): JSX.Element {
  const { t } = useTranslator()
  const { shape, title, meaning } = OUTCOME_LOOKS[outcome]
  return (
    <span className={styles['outcome']} title={t(meaning)}>
      <span aria-hidden="true" className={styles['shape']} data-shape={outcome}>
        {shape}
      </span>
      {t(title)}
    </span>
  )
}
