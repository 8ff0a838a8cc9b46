// Says that answers were joined without ids, and how far that can be trusted.
import type { JSX } from 'react'
import { countOf, groupNumber } from '../../state/formatNumber.ts'
import { usePairing } from '../../state/pairing/pairingStore.ts'
import styles from './PairingView.module.css'

export function PairedByRequest(): JSX.Element | null {
  const echoed = usePairing((state) => state.facts?.echoed)
  if (!echoed || echoed.answers === 0) return null
  const { answers, inOrder } = echoed
  return (
    <p role="status" className={styles['joined']}>
      <b>Paired by the echoed request:</b> {countOf(answers, 'answer')} without an id{' '}
      {answers === 1 ? 'repeats its request' : 'repeat their requests'}, compared as JSON.
      {inOrder > 0 &&
        ` ${groupNumber(inOrder)} of them ${inOrder === 1 ? 'answers' : 'answer'} a request that is there more than once; equal ones are paired in their order.`}
    </p>
  )
}
