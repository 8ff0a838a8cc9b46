// Says that answers were joined without ids, and how far that can be trusted.
import type { JSX } from 'react'
import { msg } from '../../i18n/message.ts'
import { useTranslator } from '../../state/language.ts'
import { usePairing } from '../../state/pairing/pairingStore.ts'
import styles from './PairingView.module.css'

export function PairedByRequest(): JSX.Element | null {
  const { t, rich } = useTranslator()
  const echoed = usePairing((state) => state.facts?.echoed)
  if (!echoed || echoed.answers === 0) return null
  const { answers, inOrder } = echoed
  return (
    <p role="status" className={styles['joined']}>
      {rich(
        msg(
          '<b>Paired by the echoed request:</b> {answers, plural, one {# answer without an id repeats its request} other {# answers without an id repeat their requests}}, compared as JSON.',
          { answers },
        ),
        { b: (words) => <b key="title">{words}</b> },
      )}
      {inOrder > 0 && (
        <>
          {' '}
          {t(
            msg(
              '{inOrder, plural, one {# of them answers} other {# of them answer}} a request that is there more than once; equal ones are paired in their order.',
              { inOrder },
            ),
          )}
        </>
      )}
    </p>
  )
}
