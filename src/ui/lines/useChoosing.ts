// Choosing lines in the table, as lists of files have it: with Ctrl one by one, with Shift from one to
// another; a finger that stays on a line begins it, and further taps go on.
import { type KeyboardEvent, type MouseEvent, useRef } from 'react'
import type { RowIndex } from '../../base/units.ts'
import type { RowPlace } from '../../contracts/documentApi.ts'
import {
  chooseLines,
  copyChosen,
  deleteChosen,
  forgetChoice,
} from '../../state/actions/chosenLines.ts'
import type { LoadedRows } from '../../state/rowWindow.ts'
import type { DocumentTab } from '../../state/store.ts'
import { isMac } from '../controls/keyLabel.ts'
import { matchesKeys } from '../controls/keyPattern.ts'
import type { RowMove } from '../table/useActiveRow.ts'

interface ChoosingOptions {
  readonly tab: DocumentTab
  readonly rows: LoadedRows
  readonly activeRow: RowIndex
  /** A line is to be shown. */
  readonly onOpen: (row: RowIndex) => void
}

interface Choosing {
  readonly handlePress: (row: RowIndex, click: MouseEvent<HTMLElement>) => void
  readonly handleLongPress: (row: RowIndex) => void
  readonly handleMove: (move: RowMove) => void
  /** Whether the key was one of these. */
  readonly handleKeyDown: (press: KeyboardEvent<HTMLElement>) => boolean
}

export function useChoosing({ tab, rows, activeRow, onOpen }: ChoosingOptions): Choosing {
  const { view } = tab
  const count = tab.facts?.chosen ?? 0
  /** Where a range begins. `isOpened`: it was clicked alone, and would be chosen with the next one. */
  const anchor = useRef<{ readonly place: RowPlace; readonly isOpened: boolean }>(undefined)
  const placeOf = (row: RowIndex): RowPlace => ({ id: rows.peekRow(row)?.id, row })

  function toggle(row: RowIndex): void {
    const first = anchor.current
    const place = placeOf(row)
    anchor.current = { place, isOpened: false }
    const isOther = first?.place.id !== undefined && first.place.id !== place.id
    if (count === 0 && first?.isOpened && isOther) {
      void chooseLines({ kind: 'toggle', view, row: first.place })
    }
    void chooseLines({ kind: 'toggle', view, row: place })
  }

  function extend(from: RowIndex, to: RowIndex, keepsOthers: boolean): void {
    anchor.current ??= { place: placeOf(from), isOpened: false }
    const { place } = anchor.current
    void chooseLines({ kind: 'range', view, from: place, to: placeOf(to), keepsOthers })
  }

  return {
    handlePress(row, click) {
      const isMod = isMac ? click.metaKey : click.ctrlKey
      if (click.shiftKey) extend(activeRow, row, isMod)
      else if (isMod || (count > 0 && isTouch(click))) toggle(row)
      else {
        forgetChoice()
        anchor.current = { place: placeOf(row), isOpened: true }
        onOpen(row)
      }
    },
    handleLongPress(row) {
      anchor.current = undefined
      toggle(row)
    },
    handleMove({ from, to, shiftKey }) {
      if (shiftKey) extend(from, to, false)
      else anchor.current = undefined
    },
    handleKeyDown(press) {
      const action = actionOf(press)
      if (!action || press.target instanceof HTMLInputElement) return false
      if (count === 0 && action.needsChoice) return false
      // Text that was selected with the mouse is copied as it is.
      if (action.kind === 'copy' && window.getSelection()?.isCollapsed === false) return false
      press.preventDefault()
      if (action.kind === 'all') void chooseLines({ kind: 'all', view })
      else if (action.kind === 'toggle') toggle(activeRow)
      else if (action.kind === 'none') forgetChoice()
      else if (action.kind === 'delete') void deleteChosen()
      else void copyChosen()
      return true
    },
  }
}

const ACTIONS = [
  { kind: 'all', keys: 'Mod+A', needsChoice: false },
  { kind: 'none', keys: 'Escape', needsChoice: true },
  { kind: 'delete', keys: 'Delete', needsChoice: true },
  { kind: 'copy', keys: 'Mod+C', needsChoice: true },
] as const

function actionOf(press: KeyboardEvent<HTMLElement>) {
  // ⌘ and the space bar are the system's on a Mac.
  if (press.key === ' ' && (press.ctrlKey || press.shiftKey)) {
    return { kind: 'toggle', needsChoice: false } as const
  }
  return ACTIONS.find(({ keys }) => matchesKeys(keys, press, isMac))
}

function isTouch({ nativeEvent }: MouseEvent<HTMLElement>): boolean {
  return nativeEvent instanceof PointerEvent && nativeEvent.pointerType === 'touch'
}
