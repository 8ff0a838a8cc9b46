// One line as the table shows it. Rendered again only when its row, its place or its state changes.
import { type JSX, memo } from 'react'
import type { RowIndex } from '../../base/units.ts'
import { groupNumber } from '../../state/formatNumber.ts'
import type { ColumnInfo, Row } from '../../contracts/documentApi.ts'
import styles from '../table/Table.module.css'
import type { FindRanges } from '../table/rowText.ts'
import { VerdictMark } from './VerdictMark.tsx'
import { VisibleText } from '../table/VisibleText.tsx'

export interface LineRowProps {
  readonly index: RowIndex
  /** CSS pixels on the canvas. */
  readonly top: number
  /** Absent until it has been read. */
  readonly row: Row | undefined
  /** What is known of the line before it has been read; 1-based. */
  readonly lineNumber: number | undefined
  readonly columns: readonly ColumnInfo[]
  readonly isRaw: boolean
  readonly isActive: boolean
  readonly isSelected: boolean
  readonly findRanges: FindRanges | undefined
}

/** Invariant: `data-row` is how a row is found again by clicks and focus. */
export const LineRow = memo(function LineRow({
  index,
  top,
  row,
  lineNumber,
  columns,
  isRaw,
  isActive,
  isSelected,
  findRanges,
}: LineRowProps): JSX.Element {
  const number = row?.line ?? lineNumber
  return (
    <div
      role="row"
      aria-rowindex={index + 2}
      aria-selected={isSelected}
      aria-busy={row ? undefined : true}
      className={styles['row']}
      style={{ top }}
      tabIndex={isActive ? 0 : -1}
      data-row={index}
      data-line={number}
      data-verdict={row?.verdict}
      data-attention={row?.needsAttention ? true : undefined}
      data-edited={row?.edited ? true : undefined}
    >
      <div role="gridcell" className={styles['number']}>
        {number === undefined ? '' : groupNumber(number)}
        {row?.edited && <span className={styles['srOnly']}> edited</span>}
      </div>
      <div role="gridcell" className={styles['verdict']}>
        {row && <VerdictMark verdict={row.verdict} needsAttention={row.needsAttention} />}
      </div>
      {row ? (
        <RowContent row={row} columns={columns} isRaw={isRaw} findRanges={findRanges} />
      ) : (
        <div role="gridcell" aria-colspan={columns.length + 1} className={styles['span']}>
          <span className={styles['placeholder']} />
          <span className={styles['srOnly']}>not read yet</span>
        </div>
      )}
    </div>
  )
})

interface RowContentProps {
  readonly row: Row
  readonly columns: readonly ColumnInfo[]
  readonly isRaw: boolean
  readonly findRanges: FindRanges | undefined
}

function RowContent({ row, columns, isRaw, findRanges }: RowContentProps): JSX.Element {
  // Rows that were read for another format have other cells, until they are read again.
  const cells = isRaw || row.cells?.length !== columns.length ? undefined : row.cells
  return (
    <>
      {cells ? (
        columns.map((column, at) => (
          <div key={column.id} role="gridcell" className={styles['cell']}>
            <VisibleText text={cells[at] ?? ''} findRanges={findRanges} />
          </div>
        ))
      ) : (
        <div role="gridcell" aria-colspan={columns.length} className={styles['raw']}>
          <VisibleText text={row.text} findRanges={findRanges} />
        </div>
      )}
      <div role="gridcell" className={styles['finding']} title={row.finding}>
        {row.finding !== undefined && <span>{row.finding}</span>}
      </div>
    </>
  )
}
