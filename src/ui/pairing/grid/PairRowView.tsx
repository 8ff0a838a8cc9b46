// One pair as the table shows it. Rendered again only when its row, its place or its state changes.
import { type JSX, memo, type ReactNode } from 'react'
import type { RowIndex } from '../../../base/units.ts'
import { UNUSABLE_TITLES } from '../../../pairing/usability.ts'
import { countOf, groupNumber } from '../../../state/formatNumber.ts'
import type { PairRow } from '../../../contracts/pairingApi.ts'
import tableStyles from '../../table/Table.module.css'
import type { FindRanges } from '../../table/rowText.ts'
import { VisibleText } from '../../table/VisibleText.tsx'
import { nearMissTitle } from '../nearMissTitle.ts'
import { GroupCells } from './GroupCells.tsx'
import { OutcomeMark } from './OutcomeMark.tsx'
import { PAIR_COLUMNS } from './pairColumns.ts'
import styles from './PairGrid.module.css'

export interface PairRowViewProps {
  readonly index: RowIndex
  /** CSS pixels on the canvas. */
  readonly top: number
  /** Absent until it has been read. */
  readonly row: PairRow | undefined
  readonly isActive: boolean
  readonly isSelected: boolean
  readonly findRanges: FindRanges | undefined
}

/** Invariant: `data-row` is how a row is found again by clicks and focus. */
export const PairRowView = memo(function PairRowView({
  index,
  top,
  row,
  isActive,
  isSelected,
  findRanges,
}: PairRowViewProps): JSX.Element {
  const isPair = row !== undefined && row.group === undefined
  return (
    <div
      role="row"
      aria-rowindex={index + 2}
      aria-selected={isSelected}
      aria-busy={row ? undefined : true}
      className={`${tableStyles['row']} ${styles['row']}`}
      style={{ top }}
      tabIndex={isActive ? 0 : -1}
      data-row={index}
      data-custom-id={isPair ? row.id : undefined}
      data-outcome={isPair ? row.outcome : undefined}
    >
      {cellsOf(row, findRanges)}
    </div>
  )
})

function cellsOf(row: PairRow | undefined, findRanges: FindRanges | undefined): ReactNode {
  if (!row) {
    return (
      <div role="gridcell" aria-colspan={PAIR_COLUMNS.length} className={styles['wide']}>
        <span className={tableStyles['placeholder']} />
        <span className="visuallyHidden">not read yet</span>
      </div>
    )
  }
  if (row.group) return <GroupCells group={row.group} />
  return <PairCells row={row} findRanges={findRanges} />
}

interface PairCellsProps {
  readonly row: PairRow
  readonly findRanges: FindRanges | undefined
}

function PairCells({ row, findRanges }: PairCellsProps): JSX.Element {
  return (
    <>
      <div role="gridcell" className={styles['id']} title={row.id}>
        {row.id === '' ? (
          <span className={styles['faint']}>no id</span>
        ) : (
          <VisibleText text={row.id} findRanges={findRanges} />
        )}
        {row.nearMiss && (
          <Tag look="warn" title={nearMissTitle(row.nearMiss)}>
            <span aria-hidden="true">≈</span>
            <span className="visuallyHidden">near miss</span>
          </Tag>
        )}
        {row.others > 0 && (
          <Tag title={`${countOf(row.others, 'other line')} with this id`}>
            +{groupNumber(row.others)}
          </Tag>
        )}
      </div>
      <div role="gridcell">
        <OutcomeMark outcome={row.outcome} />
      </div>
      <div role="gridcell" className={styles['number']}>
        {row.status}
      </div>
      <div role="gridcell" className={styles['error']} title={row.errorCode}>
        {row.errorCode}
      </div>
      <div role="gridcell" title={row.finishReason}>
        {row.finishReason}
      </div>
      <div role="gridcell" className={styles['soft']} title={row.model}>
        {row.model}
      </div>
      <div role="gridcell" className={styles['soft']}>
        <VisibleText text={row.promptPreview} findRanges={findRanges} />
      </div>
      <div role="gridcell">
        {row.unusable && (
          <Tag look="warn" title="The answer is of no use as it is">
            {UNUSABLE_TITLES[row.unusable]}
          </Tag>
        )}
        <VisibleText text={row.answerPreview} findRanges={findRanges} />
      </div>
      <div role="gridcell" className={styles['number']}>
        {row.tokens === undefined ? '' : groupNumber(row.tokens)}
      </div>
    </>
  )
}

interface TagProps {
  readonly look?: 'warn'
  readonly title: string
  readonly children: ReactNode
}

function Tag({ look, title, children }: TagProps): JSX.Element {
  return (
    <span className={styles['tag']} data-look={look} title={title}>
      {children}
    </span>
  )
}
