// The column titles, with a handle each that changes the width by dragging or by arrow keys.
import { type JSX, type KeyboardEvent, memo, type PointerEvent, useRef } from 'react'
import { setColumnWidth } from '../../state/actions/lines.ts'
import type { ColumnInfo } from '../../contracts/documentApi.ts'
import { clampColumnWidth, COLUMN_MAX_WIDTH, COLUMN_MIN_WIDTH } from './columnLayout.ts'
import styles from '../table/Table.module.css'

const KEY_STEP = 16

interface HeaderRowProps {
  readonly columns: readonly ColumnInfo[]
  readonly widths: Readonly<Record<string, number>>
  readonly isRaw: boolean
}

export const HeaderRow = memo(function HeaderRow({
  columns,
  widths,
  isRaw,
}: HeaderRowProps): JSX.Element {
  return (
    <div role="rowgroup" className={styles['header']}>
      <div role="row" aria-rowindex={1} className={styles['headerRow']}>
        <div role="columnheader" className={styles['numberTitle']}>
          line
        </div>
        <div role="columnheader" className={styles['verdictTitle']}>
          <span className={styles['srOnly']}>verdict</span>
        </div>
        {isRaw ? (
          <div role="columnheader">text</div>
        ) : (
          columns.map((column) => (
            <div key={column.id} role="columnheader" className={styles['title']}>
              <span className={styles['titleText']}>{column.title}</span>
              <WidthHandle column={column} width={widths[column.id] ?? column.width} />
            </div>
          ))
        )}
        <div role="columnheader">
          <span className={styles['srOnly']}>issue</span>
        </div>
      </div>
    </div>
  )
})

interface WidthHandleProps {
  readonly column: ColumnInfo
  readonly width: number | undefined
}

function WidthHandle({ column, width }: WidthHandleProps): JSX.Element {
  /** Where the drag began: pointer and width then. */
  const drag = useRef<{ readonly x: number; readonly width: number } | undefined>(undefined)

  const handleDown = (down: PointerEvent<HTMLElement>) => {
    down.preventDefault()
    down.currentTarget.setPointerCapture(down.pointerId)
    drag.current = { x: down.clientX, width: renderedWidth(down.currentTarget) }
  }
  const handleMove = (move: PointerEvent<HTMLElement>) => {
    const start = drag.current
    if (start) setColumnWidth(column.id, clampColumnWidth(start.width + move.clientX - start.x))
  }
  const handleEnd = () => {
    drag.current = undefined
  }
  const handleKey = (press: KeyboardEvent<HTMLElement>) => {
    const step = press.key === 'ArrowRight' ? KEY_STEP : press.key === 'ArrowLeft' ? -KEY_STEP : 0
    if (step === 0) return
    press.preventDefault()
    press.stopPropagation()
    setColumnWidth(
      column.id,
      clampColumnWidth((width ?? renderedWidth(press.currentTarget)) + step),
    )
  }
  const handleDoubleClick = () => {
    if (column.width !== undefined) setColumnWidth(column.id, column.width)
  }
  return (
    // A separator that can be moved is a widget, which the rule does not know.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div
      role="separator"
      aria-orientation="vertical"
      aria-label={`Width of ${column.title}`}
      aria-valuenow={width ?? COLUMN_MIN_WIDTH}
      aria-valuemin={COLUMN_MIN_WIDTH}
      aria-valuemax={COLUMN_MAX_WIDTH}
      tabIndex={0}
      className={styles['handle']}
      onPointerDown={handleDown}
      onPointerMove={handleMove}
      onPointerUp={handleEnd}
      onPointerCancel={handleEnd}
      onKeyDown={handleKey}
      onDoubleClick={handleDoubleClick}
    />
  )
}

function renderedWidth(handle: HTMLElement): number {
  return handle.parentElement?.getBoundingClientRect().width ?? COLUMN_MIN_WIDTH
}
