// The columns of the rows. A press puts the placeholder of one where the caret was last.
import type { JSX } from 'react'
import { msg } from '../../i18n/message.ts'
import { useTranslator } from '../../state/language.ts'
import { useNewBatch } from '../../state/newBatch/newBatchStore.ts'
import styles from './ColumnList.module.css'
import { insertPlaceholder } from './insertPlaceholder.ts'

/** Of more columns only these are shown; all can be typed. */
const SHOWN = 24

const NONE: readonly string[] = []

export function ColumnList(): JSX.Element | null {
  const { t } = useTranslator()
  const columns = useNewBatch((state) => state.rows.facts?.columns ?? NONE)
  if (columns.length === 0) return null
  return (
    <div className={styles['columns']} role="group" aria-label={t(msg('Columns'))}>
      {columns.slice(0, SHOWN).map((column) => (
        <button
          key={column}
          type="button"
          className={styles['column']}
          title={t(msg('Insert the placeholder where you were typing'))}
          // The caret stays where it is.
          onPointerDown={(press) => press.preventDefault()}
          onClick={() => insertPlaceholder(column)}
        >
          {`{{${column}}}`}
        </button>
      ))}
      {columns.length > SHOWN && (
        <span className={styles['more']}>
          {t(msg('and {count, number} more', { count: columns.length - SHOWN }))}
        </span>
      )}
    </div>
  )
}
