// The cells of a row that stands for a group of ids.
import type { JSX } from 'react'
import { msg } from '../../../i18n/message.ts'
import { useTranslator } from '../../../state/language.ts'
import { outcomeCount } from '../../../state/pairing/outcomeWords.ts'
import type { GroupSummary } from '../../../contracts/pairingApi.ts'
import { OUTCOME_LOOKS } from '../outcomes.ts'
import styles from './PairGrid.module.css'

interface GroupCellsProps {
  readonly group: GroupSummary
  /** Columns of the table. */
  readonly columnCount: number
}

export function GroupCells({ group, columnCount }: GroupCellsProps): JSX.Element {
  const { t } = useTranslator()
  return (
    <>
      <div role="gridcell" className={styles['id']} title={group.name ?? undefined}>
        {group.name === null || group.name === '' ? (
          <span className={styles['faint']}>{t(msg('no group'))}</span>
        ) : (
          <bdi>{group.name}</bdi>
        )}
      </div>
      <div role="gridcell" aria-colspan={columnCount - 1} className={styles['rest']}>
        <span className={styles['members']}>
          {t(msg('{count, plural, one {# row} other {# rows}}', { count: group.rows }))}
        </span>
        {group.outcomes.map(({ value, count }) => (
          <span key={value} className={styles['member']}>
            <span aria-hidden="true" className={styles['shape']} data-shape={value}>
              {OUTCOME_LOOKS[value].shape}
            </span>
            {t(outcomeCount(value, count))}
          </span>
        ))}
      </div>
    </>
  )
}
