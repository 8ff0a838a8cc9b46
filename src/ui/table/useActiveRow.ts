// The row that the keyboard is on: one row of the grid can be tabbed to, the keys of a grid move it.
import { type KeyboardEvent, useCallback, useLayoutEffect, useRef, useState } from 'react'
import type { RowIndex } from '../../base/units.ts'
import { ROW_HEIGHT } from './rowHeight.ts'
import type { TableScroller } from './tableScroller.ts'

/** CSS pixels that an arrow key scrolls sideways. */
const SIDE_STEP = 80

interface ActiveRowOptions {
  readonly scroller: TableScroller
  readonly element: HTMLElement | null
  readonly rowCount: number
  /** Enter on a row. */
  readonly onOpen: (row: RowIndex) => void
  /** A key moved it, with or without Shift. */
  readonly onMove?: ((move: RowMove) => void) | undefined
}

export interface RowMove {
  readonly from: RowIndex
  readonly to: RowIndex
  readonly shiftKey: boolean
}

export interface ActiveRow {
  readonly activeRow: RowIndex
  /** Moves the focus along when the table has it. */
  readonly setActiveRow: (row: RowIndex) => void
  readonly handleKeyDown: (press: KeyboardEvent<HTMLElement>) => void
}

export function useActiveRow(options: ActiveRowOptions): ActiveRow {
  const { scroller, element, rowCount, onOpen, onMove } = options
  const [wanted, setWanted] = useState<RowIndex>(0)
  const activeRow = Math.max(0, Math.min(wanted, rowCount - 1))
  const mustFocus = useRef(false)

  const setActiveRow = useCallback(
    (row: RowIndex) => {
      mustFocus.current = element?.contains(element.ownerDocument.activeElement) === true
      setWanted(row)
    },
    [element],
  )

  // The row is rendered by now: the active one always is.
  useLayoutEffect(() => {
    // The focus may have come to the former row since.
    const focused = element?.ownerDocument.activeElement
    const isOnRow = focused?.getAttribute('role') === 'row' && element?.contains(focused) === true
    if (!element || !(mustFocus.current || isOnRow)) return
    mustFocus.current = false
    element.querySelector<HTMLElement>(`[data-row="${activeRow}"]`)?.focus({ preventScroll: true })
  }, [element, activeRow])

  const handleKeyDown = (press: KeyboardEvent<HTMLElement>) => {
    if (!element || press.altKey || rowCount === 0) return
    const isAnywhere = press.ctrlKey || press.metaKey
    if (press.key === 'Enter' && !isAnywhere) {
      press.preventDefault()
      onOpen(activeRow)
      return
    }
    if (!press.shiftKey && moveSideways(element, press.key, isAnywhere)) {
      press.preventDefault()
      return
    }
    const target = targetRow(press.key, isAnywhere, {
      activeRow,
      rowCount,
      pageRows: Math.max(1, Math.floor(scroller.getScale().viewHeight / ROW_HEIGHT) - 1),
    })
    if (target === undefined) return
    press.preventDefault()
    setActiveRow(target)
    scroller.reveal(target)
    onMove?.({ from: activeRow, to: target, shiftKey: press.shiftKey })
  }
  return { activeRow, setActiveRow, handleKeyDown }
}

interface Surroundings {
  readonly activeRow: RowIndex
  readonly rowCount: number
  readonly pageRows: number
}

function targetRow(
  key: string,
  isAnywhere: boolean,
  { activeRow, rowCount, pageRows }: Surroundings,
): RowIndex | undefined {
  const clamp = (row: number) => Math.max(0, Math.min(row, rowCount - 1))
  switch (key) {
    case 'ArrowDown':
      return isAnywhere ? undefined : clamp(activeRow + 1)
    case 'ArrowUp':
      return isAnywhere ? undefined : clamp(activeRow - 1)
    case 'PageDown':
      return isAnywhere ? undefined : clamp(activeRow + pageRows)
    case 'PageUp':
      return isAnywhere ? undefined : clamp(activeRow - pageRows)
    case 'Home':
      return 0
    case 'End':
      return rowCount - 1
    default:
      return undefined
  }
}

/** Left, right and, in a table wider than the view, Home and End. False for keys of other use. */
function moveSideways(element: HTMLElement, key: string, isAnywhere: boolean): boolean {
  const spare = element.scrollWidth - element.clientWidth
  if (isAnywhere || spare <= 1) return false
  switch (key) {
    case 'ArrowLeft':
      element.scrollLeft -= SIDE_STEP
      return true
    case 'ArrowRight':
      element.scrollLeft += SIDE_STEP
      return true
    case 'Home':
      element.scrollLeft = 0
      return true
    case 'End':
      element.scrollLeft = spare
      return true
    default:
      return false
  }
}
