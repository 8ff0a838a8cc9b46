// Where the table is scrolled to when another view is shown: to the chosen pair where the view has it,
// else to the beginning.
import { useEffect, useRef } from 'react'
import type { RowIndex } from '../../../base/units.ts'
import { pairingStore, type ShownRows } from '../../../state/pairing/pairingStore.ts'
import { rowOfSelection } from '../../../state/pairing/selection.ts'
import type { TableScroller } from '../../table/tableScroller.ts'

interface PairPlaceOptions {
  readonly shown: ShownRows | undefined
  readonly scroller: TableScroller
  readonly setActiveRow: (row: RowIndex) => void
}

export function usePairPlace({ shown, scroller, setActiveRow }: PairPlaceOptions): void {
  const view = shown?.view
  const before = useRef(view)
  useEffect(() => {
    if (view === undefined || view === before.current) return
    const isFirst = before.current === undefined
    before.current = view
    // Coming back to the table: it is where it was.
    if (isFirst) return
    void rowOfSelection(view).then((row) => {
      if (pairingStore.getState().shown?.view !== view) return
      setActiveRow(row ?? 0)
      if (row === undefined) scroller.scrollTo(0)
      else scroller.reveal(row)
    })
  }, [view, scroller, setActiveRow])
}
