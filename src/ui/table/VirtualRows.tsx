// The rows in sight, a few beyond, and always the one that has the focus. Alone in calling the
// virtualizer, which renders its caller again whenever a row scrolls into sight.
import { useVirtualizer, type Virtualizer } from '@tanstack/react-virtual'
import { type JSX, useCallback, useEffect, useLayoutEffect, useSyncExternalStore } from 'react'
import type { RowIndex } from '../../base/units.ts'
import styles from './Table.module.css'
import { ROW_HEIGHT } from './rowHeight.ts'
import type { TableScroller } from './tableScroller.ts'

/** Rows rendered beyond those in sight on either side: for the compositor, which scrolls ahead. */
const OVERSCAN = 8

/**
 * The virtualizer gets a power of two of rows and the surplus is cut off here: it measures all rows
 * again whenever their number changes, and while a file is read that is every `REPORT_INTERVAL`.
 */
const MIN_COUNT = 1024

interface VirtualRowsProps {
  readonly scroller: TableScroller
  /** The scrolled element; `scroller` is attached to it. */
  readonly element: HTMLElement
  /** Stays rendered while it is out of sight, or the focus would be lost. */
  readonly activeRow: RowIndex
  readonly renderRow: (index: RowIndex, top: number) => JSX.Element
  /** Half-open range of what is rendered. */
  readonly onRange: (from: RowIndex, to: RowIndex) => void
}

export function VirtualRows({
  scroller,
  element,
  activeRow,
  renderRow,
  onRange,
}: VirtualRowsProps): JSX.Element {
  const scale = useSyncExternalStore(scroller.subscribe, scroller.getScale)
  // Draws in the frame of the scroll event; what the virtualizer announces comes a frame later, and
  // after a move of more than the overscan that frame would be blank.
  useSyncExternalStore(scroller.onMove, scroller.getFirstRow)
  // oxlint-disable-next-line react/incompatible-library -- nothing of it leaves this component
  const virtualizer = useVirtualizer<HTMLElement, HTMLElement>({
    count: roundedCount(scale.windowRows),
    getScrollElement: useCallback(() => element, [element]),
    estimateSize: rowHeight,
    overscan: OVERSCAN,
    initialOffset: scroller.top,
    initialRect: { width: 0, height: scale.viewHeight },
    observeElementRect: (_, report) => observeHeight(scroller, report),
    observeElementOffset: (_, report) => scroller.observeTop(report),
    // The scroller alone moves the element.
    scrollToFn: doNothing,
    useFlushSync: false,
  })

  useLayoutEffect(() => scroller.commit())

  const items = virtualizer.getVirtualItems()
  const first = items[0]?.index ?? 0
  const last = Math.min(items.at(-1)?.index ?? -1, scale.windowRows - 1)
  const from = scale.baseRow + first
  const to = Math.max(from, scale.baseRow + last + 1)
  useEffect(() => onRange(from, to), [onRange, from, to])

  const rendered: JSX.Element[] = []
  const hasActive = activeRow >= 0 && activeRow < scale.rowCount
  const place = (row: RowIndex) => (row - scale.baseRow) * ROW_HEIGHT
  if (hasActive && activeRow < from) {
    rendered.push(renderRow(activeRow, Math.max(place(activeRow), -2 * ROW_HEIGHT)))
  }
  for (let row = from; row < to; row++) rendered.push(renderRow(row, place(row)))
  const height = scale.windowRows * ROW_HEIGHT
  if (hasActive && activeRow >= to) {
    rendered.push(renderRow(activeRow, Math.min(place(activeRow), height + ROW_HEIGHT)))
  }
  return (
    <div role="rowgroup" className={styles['canvas']} style={{ height }}>
      {rendered}
    </div>
  )
}

function observeHeight(
  scroller: TableScroller,
  report: (rect: { width: number; height: number }) => void,
): () => void {
  const reportHeight = () => report({ width: 0, height: scroller.getScale().viewHeight })
  reportHeight()
  return scroller.subscribe(reportHeight)
}

function roundedCount(windowRows: number): number {
  let count = MIN_COUNT
  while (count < windowRows) count *= 2
  return count
}

function rowHeight(): number {
  return ROW_HEIGHT
}

function doNothing(
  _offset: number,
  _options: object,
  _instance: Virtualizer<HTMLElement, HTMLElement>,
) {}
