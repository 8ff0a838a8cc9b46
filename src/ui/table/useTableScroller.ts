// The scroller of a table, which finds its place again when the table is shown again.
import { useLayoutEffect, useState } from 'react'
import { TableScroller } from './tableScroller.ts'

/** Where a table was when it was last shown. */
export interface RememberedPlace {
  /** In pixels from the first row. */
  offset: number
}

/** `place` is read when the table is shown and written when it is not any more. */
export function useTableScroller(
  place: RememberedPlace,
  element: HTMLElement | null,
  rowCount: number,
): TableScroller {
  const [scroller] = useState(() => new TableScroller())
  useLayoutEffect(() => scroller.setRowCount(rowCount), [scroller, rowCount])
  useLayoutEffect(() => {
    if (!element) return undefined
    const detach = scroller.attach(element)
    scroller.scrollTo(place.offset)
    return () => {
      place.offset = scroller.offset
      detach()
    }
  }, [scroller, element, place])
  return scroller
}
