// A grid of virtual rows: the element that scrolls, its header, and what the pointer does to a row.
import type { CSSProperties, JSX, KeyboardEvent, MouseEvent, ReactNode } from 'react'
import type { RowIndex } from '../../base/units.ts'
import { ROW_HEIGHT } from './rowHeight.ts'
import styles from './Table.module.css'
import { useLongPress } from './useLongPress.ts'
import type { Table } from './useTable.ts'
import { VirtualRows } from './VirtualRows.tsx'

/** Rows read on either side of those that are rendered. */
const READ_AHEAD = 24

interface TableGridProps {
  readonly table: Table
  readonly label: string
  readonly layout: {
    readonly tracks: string
    /** Where there is little room; `tracks` when absent. */
    readonly narrowTracks?: string
    readonly minWidth: number
    readonly narrowMinWidth?: number
  }
  /** Further properties of CSS. */
  readonly style?: CSSProperties
  readonly isRaw?: boolean
  readonly header: ReactNode
  readonly renderRow: (row: RowIndex, top: number) => JSX.Element
  /** A row was clicked, and nothing in it selected. */
  readonly onPress: (row: RowIndex, click: MouseEvent<HTMLElement>) => void
  readonly onDoublePress?: (row: RowIndex) => void
  /** A finger stayed on a row. Present where more than one row can be chosen. */
  readonly onLongPress?: (row: RowIndex) => void
  readonly onKeyDown?: (press: KeyboardEvent<HTMLElement>) => void
  /** Half-open range of what is rendered. */
  readonly onRange: (from: RowIndex, to: RowIndex) => void
}

export function TableGrid(props: TableGridProps): JSX.Element {
  const { table, label, layout, style, isRaw = false, header, renderRow, onPress } = props
  const { rowCount, element, setElement, scroller, activeRow, setActiveRow, handleKeyDown } = table
  const { onLongPress } = props
  const longPress = useLongPress((target) => {
    const row = rowOfTarget(target)
    if (row !== undefined) onLongPress?.(row)
  })
  const handleMouseDown = (down: MouseEvent<HTMLElement>): void => {
    const row = down.target instanceof Element && down.target.closest<HTMLElement>('[data-row]')
    if (!onLongPress || !down.shiftKey || !row) return
    // Shift would select all text up to here.
    down.preventDefault()
    row.focus({ preventScroll: true })
  }
  const handleClick = (click: MouseEvent<HTMLElement>): void => {
    const row = rowOfTarget(click.target)
    if (row === undefined || longPress.hasEndedIn(click)) return
    setActiveRow(row)
    // Anyone who drags over text wants to copy it.
    if (window.getSelection()?.isCollapsed !== false) onPress(row, click)
  }
  const handleDoubleClick = (click: MouseEvent<HTMLElement>): void => {
    const row = rowOfTarget(click.target)
    if (row !== undefined) props.onDoublePress?.(row)
  }
  const properties = {
    '--tracks': layout.tracks,
    '--narrow-tracks': layout.narrowTracks ?? layout.tracks,
    '--row-height': `${ROW_HEIGHT}px`,
    '--min-width': `${layout.minWidth}px`,
    '--narrow-min-width': `${layout.narrowMinWidth ?? layout.minWidth}px`,
    ...style,
  } as CSSProperties
  return (
    <div
      ref={setElement}
      role="grid"
      aria-label={label}
      aria-rowcount={rowCount + 1}
      aria-readonly="true"
      aria-multiselectable={onLongPress && true}
      className={isRaw ? `${styles['scroller']} ${styles['isRaw']}` : styles['scroller']}
      style={properties}
      // Reachable before there is a row that could have the focus.
      tabIndex={rowCount === 0 ? 0 : -1}
      onKeyDown={props.onKeyDown ?? handleKeyDown}
      {...(onLongPress && longPress.handlers)}
      onMouseDown={handleMouseDown}
      onClick={handleClick}
      onDoubleClick={handleDoubleClick}
    >
      {header}
      {element && (
        <VirtualRows
          scroller={scroller}
          element={element}
          activeRow={activeRow}
          renderRow={renderRow}
          onRange={props.onRange}
        />
      )}
    </div>
  )
}

/** Asks for the rows [from, to) and some around them. */
export function requestAround(
  rows: { readonly requestRows: (from: RowIndex, to: RowIndex) => void },
  [from, to]: readonly [RowIndex, RowIndex],
  rowCount: number,
): void {
  rows.requestRows(Math.max(0, from - READ_AHEAD), Math.min(to + READ_AHEAD, rowCount))
}

function rowOfTarget(target: EventTarget): RowIndex | undefined {
  const row = target instanceof Element ? target.closest<HTMLElement>('[data-row]') : null
  return row ? Number(row.dataset['row']) : undefined
}
