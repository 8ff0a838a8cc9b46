// The cells of a row that stands for a group of ids.
import type { JSX } from 'react'
import { countOf, groupNumber } from '../../../state/formatNumber.ts'
import type { GroupSummary } from '../../../contracts/pairingApi.ts'
import { OUTCOME_LOOKS } from '../outcomes.ts'
import styles from './PairGrid.module.css'

interface GroupCellsProps {
  readonly group: GroupSummary
  /** Columns of the table. */
  readonly columnCount: number
}

export function GroupCells({ group, columnCount }: GroupCellsProps): JSX.Element {
  return (
    <>
      <div role="gridcell" className={styles['id']} title={group.name ?? undefined}>
        {group.name === null || group.name === '' ? (
          <span className={styles['faint']}>no group</span>
        ) : (
          <bdi>{group.name}</bdi>
        )}
      </div>
      <div role="gridcell" aria-colspan={columnCount - 1} className={styles['rest']}>
        <span className={styles['members']}>{countOf(group.rows, 'row')}</span>
        {group.outcomes.map(({ value, count }) => (
          <span key={value} className={styles['member']}>
            <span aria-hidden="true" className={styles['shape']} data-shape={value}>
              {OUTCOME_LOOKS[value].shape}
            </span>
            {groupNumber(count)} {OUTCOME_LOOKS[value].title.toLowerCase()}
          </span>
        ))}
      </div>
    </>
  )
}
