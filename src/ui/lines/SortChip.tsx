// That rows are not in the order of the file: what they are sorted by, and the way back. After edits the order is
// from before them, until the lines are sorted again.
import { ArrowDown, ArrowUp, RotateCw } from 'lucide-react'
import type { JSX } from 'react'
import { msg } from '../../i18n/message.ts'
import { useActive } from '../../state/hooks.ts'
import { useTranslator } from '../../state/language.ts'
import { orderSentence, sortAgain, unsortRows } from '../../state/sorting/sorting.ts'
import styles from '../table/TableToolbar.module.css'

export function SortChip(): JSX.Element | null {
  const { t } = useTranslator()
  const order = useActive((tab) => tab.facts?.order)
  if (!order) return null
  const Arrow = order.isDescending ? ArrowDown : ArrowUp
  return (
    <>
      <button
        type="button"
        className={styles['chip']}
        aria-label={t(msg('Back to file order. {order}', { order: orderSentence(order) }))}
        title={t(orderSentence(order))}
        onClick={() => void unsortRows()}
      >
        <Arrow className={styles['chipIcon']} aria-hidden />
        <span className={styles['chipText']}>{t(order.title)}</span>
        <span aria-hidden="true">×</span>
      </button>
      {order.isStale && (
        <button
          type="button"
          className={styles['chip']}
          title={t(msg('The order is from before your edits'))}
          onClick={() => void sortAgain()}
        >
          <RotateCw className={styles['chipIcon']} aria-hidden />
          <span className={styles['chipText']}>{t(msg('Sort again'))}</span>
        </button>
      )}
    </>
  )
}
