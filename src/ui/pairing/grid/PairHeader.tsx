// The column titles.
import { type JSX, memo } from 'react'
import tableStyles from '../../table/Table.module.css'
import { PAIR_COLUMNS } from './pairColumns.ts'
import styles from './PairGrid.module.css'

interface PairHeaderProps {
  /** Each row is a group. */
  readonly isGrouped: boolean
}

export const PairGridHeader = memo(function PairHeader({
  isGrouped,
}: PairHeaderProps): JSX.Element {
  return (
    <div role="rowgroup" className={tableStyles['header']}>
      <div
        role="row"
        aria-rowindex={1}
        className={`${tableStyles['headerRow']} ${styles['headerRow']}`}
      >
        {isGrouped ? <GroupTitles /> : <PairTitles />}
      </div>
    </div>
  )
})

function PairTitles(): JSX.Element {
  return (
    <>
      {PAIR_COLUMNS.map(({ id, title, isNumber }) => (
        <div key={id} role="columnheader" className={isNumber ? styles['numberTitle'] : undefined}>
          {title}
        </div>
      ))}
    </>
  )
}

function GroupTitles(): JSX.Element {
  return (
    <>
      <div role="columnheader">group</div>
      <div role="columnheader" className={styles['restTitle']}>
        rows
      </div>
    </>
  )
}
