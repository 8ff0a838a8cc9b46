// One line as the table shows it. Rendered again only when its row, its place or its state changes.
import { type JSX, memo } from 'react'
import type { RowIndex } from '../../base/units.ts'
import { msg } from '../../i18n/message.ts'
import { useTranslator } from '../../state/language.ts'
import type { ColumnInfo, Row, RowMatch } from '../../contracts/documentApi.ts'
import styles from '../table/Table.module.css'
import type { FindRanges } from '../table/rowText.ts'
import {
  isEssential,
  pinOf,
  previewColumn,
  secondLineColumn,
  shownColumns,
} from './columnLayout.ts'
import { cellsOf, isOfNumbers } from './tokenColumn.ts'
import { VerdictMark } from './VerdictMark.tsx'
import { MarkedText } from '../table/VisibleText.tsx'

export interface LineRowProps {
  readonly index: RowIndex
  /** CSS pixels on the canvas. */
  readonly top: number
  /** Absent until it has been read. */
  readonly row: Row | undefined
  /** What is known of the line before it has been read; 1-based. */
  readonly lineNumber: number | undefined
  readonly columns: readonly ColumnInfo[]
  /** How many of those that are shown stay when the table is scrolled sideways: the first. */
  readonly pinned: number
  readonly isRaw: boolean
  readonly isActive: boolean
  /** In the drawer. */
  readonly isOpen: boolean
  /** Whether any lines are chosen: then these count as selected, else the one that is open. */
  readonly isChoosing: boolean
  readonly findRanges: FindRanges | undefined
}

const TOO_LONG = msg('Too long for columns.')

/** Invariant: `data-row` is how a row is found again by clicks and focus. */
export const LineRow = memo(function LineRow({
  index,
  top,
  row,
  lineNumber,
  columns,
  pinned,
  isRaw,
  isActive,
  isOpen,
  isChoosing,
  findRanges,
}: LineRowProps): JSX.Element {
  const { t, number: formatted } = useTranslator()
  const number = row?.line ?? lineNumber
  return (
    <div
      role="row"
      aria-rowindex={index + 2}
      aria-selected={isChoosing ? row?.isChosen === true : isOpen}
      aria-busy={row ? undefined : true}
      className={`${styles['row']} ${styles['lineRow']}`}
      style={{ top }}
      tabIndex={isActive ? 0 : -1}
      data-row={index}
      data-line={number}
      data-verdict={row?.verdict}
      data-attention={row?.needsAttention ? true : undefined}
      data-edited={row?.edited ? true : undefined}
      data-open={isOpen || undefined}
      data-chosen={row?.isChosen ? true : undefined}
    >
      <div role="gridcell" className={styles['number']}>
        {number === undefined ? '' : formatted(number)}
        {row?.edited && <span className={styles['srOnly']}> {t(msg('edited'))}</span>}
      </div>
      <div role="gridcell" className={styles['verdict']}>
        {row && <VerdictMark verdict={row.verdict} needsAttention={row.needsAttention} />}
      </div>
      {row ? (
        <RowContent
          row={row}
          columns={columns}
          pinned={pinned}
          isRaw={isRaw}
          findRanges={findRanges}
        />
      ) : (
        <div
          role="gridcell"
          aria-colspan={shownColumns(columns).length + 1}
          className={styles['span']}
        >
          <span className={styles['placeholder']} />
          <span className={styles['srOnly']}>{t(msg('not read yet'))}</span>
        </div>
      )}
    </div>
  )
})

interface RowContentProps {
  readonly row: Row
  readonly columns: readonly ColumnInfo[]
  readonly pinned: number
  readonly isRaw: boolean
  readonly findRanges: FindRanges | undefined
}

function RowContent({ row, columns, pinned, isRaw, findRanges }: RowContentProps): JSX.Element {
  const { t, number } = useTranslator()
  const shown = shownColumns(columns)
  const cells = isRaw ? undefined : cellsOf(row, columns, number)
  const finding = row.finding && t(row.finding)
  return (
    <>
      {cells ? (
        <Cells
          cells={cells}
          columns={columns}
          pinned={pinned}
          match={row.match}
          findRanges={findRanges}
        />
      ) : (
        <div
          role="gridcell"
          aria-colspan={shown.length}
          className={styles['raw']}
          title={row.isTooLong && !isRaw ? t(TOO_LONG) : undefined}
        >
          {row.isTooLong && !isRaw && <span className={styles['reason']}>{t(TOO_LONG)} </span>}
          <RawText row={row} findRanges={findRanges} />
        </div>
      )}
      <div role="gridcell" className={styles['finding']} title={finding}>
        {finding !== undefined && <span>{finding}</span>}
      </div>
    </>
  )
}

interface CellsProps {
  readonly cells: readonly string[]
  readonly columns: readonly ColumnInfo[]
  readonly pinned: number
  readonly match: RowMatch | undefined
  readonly findRanges: FindRanges | undefined
}

/**
 * A match that is in none of the cells is shown in the preview, as it is in the line; so is one in a cell
 * that has no room, where that is so.
 */
function Cells({ cells, columns, pinned, match, findRanges }: CellsProps): JSX.Element[] {
  const shown = shownColumns(columns)
  const textAt = new Map(columns.map((column, at) => [column, cells[at] ?? '']))
  const ranges = shown.map((column) => (match && findRanges?.(textAt.get(column) ?? '')) ?? [])
  const isIn = (at: number): boolean => (ranges[at]?.length ?? 0) > 0
  const isAnywhere = shown.some((_, at) => isIn(at))
  const isAlways = shown.some((column, at) => isIn(at) && isEssential(column, at, pinned))
  const previewAt = previewColumn(shown)
  const secondAt = secondLineColumn(shown)
  return shown.map((column, at) => {
    const text = <MarkedText text={textAt.get(column) ?? ''} ranges={ranges[at] ?? []} />
    const around = match && !isAlways && at === previewAt ? <Around match={match} /> : undefined
    return (
      <div
        key={column.id}
        role="gridcell"
        className={styles['cell']}
        data-essential={isEssential(column, at, pinned)}
        data-second={at === secondAt || undefined}
        {...pinOf(at, pinned)}
        data-numbers={isOfNumbers(column) || undefined}
      >
        {around === undefined && text}
        {around !== undefined && !isAnywhere && around}
        {around !== undefined && isAnywhere && (
          <>
            <span className={styles['whereRoom']}>{text}</span>
            <span className={styles['whereNarrow']}>{around}</span>
          </>
        )}
      </div>
    )
  })
}

interface RawTextProps {
  readonly row: Row
  readonly findRanges: FindRanges | undefined
}

function RawText({ row: { text, match }, findRanges }: RawTextProps): JSX.Element {
  if (!match) return <MarkedText text={text} ranges={[]} isJson />
  const { offset } = match
  const first = { from: offset, to: offset + match.to - match.from }
  if (first.to > text.length) return <Around match={match} />
  const found = findRanges?.(text) ?? []
  return <MarkedText text={text} ranges={found.length > 0 ? found : [first]} isJson />
}

function Around({ match }: { readonly match: RowMatch }): JSX.Element {
  const { text, from, to, offset } = match
  return <MarkedText text={text} ranges={[{ from, to }]} isCut={offset > from} />
}
