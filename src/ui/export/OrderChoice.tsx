// In which order lines are written, where rows are sorted.
import type { JSX } from 'react'
import type { ExportOrder } from '../../contracts/documentApi.ts'
import type { SortFacts } from '../../contracts/sorting.ts'
import { msg } from '../../i18n/message.ts'
import { useTranslator } from '../../state/language.ts'
import { orderSentence } from '../../state/sorting/sorting.ts'
import styles from './ExportOptions.module.css'
import { RadioRow } from './RadioRow.tsx'

interface OrderChoiceProps {
  /** How rows are sorted. */
  readonly sorted: SortFacts
  readonly order: ExportOrder
  readonly onChoose: (order: ExportOrder) => void
}

export function OrderChoice({ sorted, order, onChoose }: OrderChoiceProps): JSX.Element {
  const { t } = useTranslator()
  return (
    <fieldset className={styles['group']}>
      <legend>{t(msg('Order of the lines'))}</legend>
      <RadioRow
        group="export-order"
        title={t(msg('In the order shown'))}
        summary={t(orderSentence(sorted))}
        isChecked={order === 'shown'}
        onCheck={() => onChoose('shown')}
      />
      <RadioRow
        group="export-order"
        title={t(msg('In the file’s order'))}
        isChecked={order === 'file'}
        onCheck={() => onChoose('file')}
      />
    </fieldset>
  )
}
