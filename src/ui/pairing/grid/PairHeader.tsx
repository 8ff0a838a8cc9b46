// The column titles.
import { type JSX, memo } from 'react'
import tableStyles from '../../lineTable/LineTable.module.css'
import { PAIR_COLUMNS } from './pairColumns.ts'
import styles from './PairGrid.module.css'

export const PairHeader = memo(function PairHeader(): JSX.Element {
  return (
    <div role="rowgroup" className={tableStyles['header']}>
      <div
        role="row"
        aria-rowindex={1}
        className={`${tableStyles['headerRow']} ${styles['headerRow']}`}
      >
        {PAIR_COLUMNS.map(({ id, title, isNumber }) => (
          <div
            key={id}
            role="columnheader"
            className={isNumber ? styles['numberTitle'] : undefined}
          >
            {title}
          </div>
        ))}
      </div>
    </div>
  )
})
