// The scroller of a document's table, which finds its place again when the tab is shown again.
import { useLayoutEffect, useState } from 'react'
import type { DocumentKey } from '../../state/store.ts'
import { TableScroller } from './tableScroller.ts'

/** Offsets of tables by document, in pixels from the first row; a number each for the session. */
const offsets = new Map<DocumentKey, number>()

export function useTableScroller(
  key: DocumentKey,
  element: HTMLElement | null,
  rowCount: number,
): TableScroller {
  const [scroller] = useState(() => new TableScroller())
  useLayoutEffect(() => scroller.setRowCount(rowCount), [scroller, rowCount])
  useLayoutEffect(() => {
    if (!element) return undefined
    const detach = scroller.attach(element)
    scroller.scrollTo(offsets.get(key) ?? 0)
    return () => {
      offsets.set(key, scroller.offset)
      detach()
    }
  }, [scroller, element, key])
  return scroller
}
