// What every table of the app has: an element that scrolls, and a row that the keyboard is on.
import { type KeyboardEvent, useState } from 'react'
import type { RowIndex } from '../../base/units.ts'
import type { TableScroller } from './tableScroller.ts'
import { type RowMove, useActiveRow } from './useActiveRow.ts'
import { type RememberedPlace, useTableScroller } from './useTableScroller.ts'

interface TableOptions {
  readonly place: RememberedPlace
  readonly rowCount: number
  /** Enter on a row. */
  readonly onOpen: (row: RowIndex) => void
  /** A key moved the row that the keyboard is on, with or without Shift. */
  readonly onMove?: (move: RowMove) => void
}

export interface Table {
  readonly rowCount: number
  readonly element: HTMLElement | null
  readonly setElement: (element: HTMLElement | null) => void
  readonly scroller: TableScroller
  readonly activeRow: RowIndex
  /** Moves the focus along when the table has it. */
  readonly setActiveRow: (row: RowIndex) => void
  readonly handleKeyDown: (press: KeyboardEvent<HTMLElement>) => void
}

export function useTable({ place, rowCount, onOpen, onMove }: TableOptions): Table {
  const [element, setElement] = useState<HTMLElement | null>(null)
  const scroller = useTableScroller(place, element, rowCount)
  const active = useActiveRow({ scroller, element, rowCount, onOpen, onMove })
  return { rowCount, element, setElement, scroller, ...active }
}
