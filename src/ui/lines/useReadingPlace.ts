// Keeps the reader's place: scrolls to a line that was jumped to, and keeps the same line in sight
// when another view is chosen.
import { useCallback, useEffect, useRef } from 'react'
import { type LineIndex, lineIndexOf, type RowIndex } from '../../base/units.ts'
import { orderKey } from '../../state/sorting/sorting.ts'
import type { LoadedRows } from '../../state/rowWindow.ts'
import type { DocumentTab } from '../../state/store.ts'
import type { LinePlace, View } from '../../contracts/documentApi.ts'
import type { DocumentClient } from '../../worker/documentClient.ts'
import { ROW_HEIGHT } from '../table/rowHeight.ts'
import type { TableScroller } from '../table/tableScroller.ts'
import { tablePlaces } from './tablePlace.ts'
import { isSameView } from './viewRows.ts'

interface ReadingPlaceOptions {
  readonly tab: DocumentTab
  readonly client: DocumentClient
  readonly rows: LoadedRows
  readonly scroller: TableScroller
  /** Rows of the view. */
  readonly rowCount: number
  readonly activeRow: RowIndex
  readonly setActiveRow: (row: RowIndex) => void
}

/** A line and how far it is below the top edge of the view, in pixels. */
interface Anchor {
  readonly index: LineIndex
  readonly below: number
}

/**
 * Returns what is to be called when the reader moves: a place that is still looked up to be kept is none any more.
 */
export function useReadingPlace(options: ReadingPlaceOptions): () => void {
  const { tab, client, rows, scroller, rowCount, activeRow, setActiveRow } = options
  const { view, selection } = tab
  const order = orderKey(tab.facts?.order)
  const { key } = tab
  const isFileOrder = view.kind === 'all' && order === ''
  const before = useRef({ view, order, jump: tablePlaces.of(key).jump })
  const anchor = useRef<Anchor | undefined>(undefined)
  const turn = useRef(0)
  /** A place is being looked up: what is in sight until then is of no interest. */
  const moving = useRef<'jump' | 'keep'>(undefined)

  // Before the effect below, which would take what is in sight for the place to keep.
  useEffect(() => {
    const jump = selection?.jump ?? 0
    const isJump = selection !== undefined && jump !== before.current.jump
    const isOtherView = !isSameView(view, before.current.view)
    const isOtherOrder = order !== before.current.order
    before.current = { view, order, jump }
    tablePlaces.of(key).jump = jump
    if (!isJump && isOtherOrder && order !== '') {
      // Who sorts wants to see what comes first.
      turn.current += 1
      moving.current = undefined
      scroller.scrollTo(0)
      setActiveRow(0)
      return
    }
    if (!isJump && !isOtherView && !isOtherOrder) return
    const kept = anchor.current
    const place = isJump ? selection : kept
    if (!place) return
    turn.current += 1
    const thisTurn = turn.current
    moving.current = isJump ? 'jump' : 'keep'
    void rowOfLine(client, view, order, place).then((row) => {
      if (thisTurn !== turn.current) return
      moving.current = undefined
      if (row === undefined) return
      if (isJump) scroller.reveal(row)
      else scroller.scrollTo(row * ROW_HEIGHT - (kept?.below ?? 0))
      setActiveRow(row)
    })
  }, [key, client, view, order, selection, scroller, setActiveRow])

  useEffect(() => {
    const remember = () => {
      // The scroller may be ahead, with the rows of the next view.
      if (moving.current || scroller.getScale().rowCount !== rowCount) return
      anchor.current = anchorOf({ scroller, rows, isFileOrder, activeRow }) ?? anchor.current
    }
    remember()
    const stops = [scroller.onMove(remember), rows.subscribe(remember)]
    return () => {
      for (const stop of stops) stop()
    }
  }, [scroller, rows, isFileOrder, rowCount, activeRow])

  return useCallback(() => {
    if (moving.current !== 'keep') return
    turn.current += 1
    moving.current = undefined
  }, [])
}

/** The active line when it is in sight, else the first that is wholly visible. */
function anchorOf({
  scroller,
  rows,
  isFileOrder,
  activeRow,
}: Pick<ReadingPlaceOptions, 'scroller' | 'rows' | 'activeRow'> & {
  /** Row i is line i. */
  readonly isFileOrder: boolean
}): Anchor | undefined {
  const { from, to } = scroller.rowsInSight
  if (from >= to) return undefined
  const isActiveInSight = activeRow >= from && activeRow < to
  const first = Math.min(Math.ceil(scroller.offset / ROW_HEIGHT), to - 1)
  const row = isActiveInSight ? activeRow : first
  const line = rows.peekRow(row)?.line
  if (line === undefined && !isFileOrder) return undefined
  const index = line === undefined ? row : lineIndexOf(line)
  return { index, below: row * ROW_HEIGHT - scroller.offset }
}

/** Undefined when the worker is gone. */
async function rowOfLine(
  client: DocumentClient,
  view: View,
  order: string,
  { id, index }: LinePlace,
): Promise<RowIndex | undefined> {
  if (view.kind === 'all' && order === '') return index
  const found = await client.rowOfLine(view, { id, index })
  return found.ok ? found.value.row : undefined
}
