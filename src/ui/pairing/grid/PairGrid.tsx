// The grid of pairs: ties the scroller, the loaded rows, the focus and the selection together.
import {
  type CSSProperties,
  type JSX,
  type KeyboardEvent,
  type MouseEvent,
  useCallback,
  useEffect,
  useMemo,
  useState,
  useSyncExternalStore,
} from 'react'
import type { RowIndex } from '../../../base/units.ts'
import { openGroup } from '../../../state/pairing/pairView.ts'
import { pairingStore, type ShownRows, usePairing } from '../../../state/pairing/pairingStore.ts'
import type { PairRows } from '../../../state/pairing/pairingWorker.ts'
import { closePairDrawer, openPair } from '../../../state/pairing/selection.ts'
import tableStyles from '../../table/Table.module.css'
import { rangeFinder } from '../../table/rowText.ts'
import { useActiveRow } from '../../table/useActiveRow.ts'
import { type ScrollPlace, useTableScroller } from '../../table/useTableScroller.ts'
import { VirtualRows } from '../../table/VirtualRows.tsx'
import { PAIR_MIN_WIDTH, PAIR_TRACKS } from './pairColumns.ts'
import { PairGridHeader } from './PairHeader.tsx'
import { PairRowView } from './PairRowView.tsx'
import { isGrouped } from '../isGrouped.ts'
import { usePairPlace } from './usePairPlace.ts'

/** Rows read on either side of those that are rendered. */
const READ_AHEAD = 24

/** Remembered while lines are shown. */
const place: ScrollPlace = { offset: 0 }

interface PairGridProps {
  readonly rows: PairRows
  /** Absent until the number of rows is known. */
  readonly shown: ShownRows | undefined
}

export function PairGrid({ rows, shown }: PairGridProps): JSX.Element {
  const rowCount = shown?.count ?? 0
  const [element, setElement] = useState<HTMLElement | null>(null)
  const scroller = useTableScroller(place, element, rowCount)
  const version = useSyncExternalStore(rows.subscribe, rows.getVersion)
  useEffect(() => {
    if (!shown) return
    const { view, revision, searchTurn } = shown
    rows.setSource({ view, revision, extra: String(searchTurn), isGrowing: false })
  }, [rows, shown])
  const { activeRow, setActiveRow, handleKeyDown } = useActiveRow({
    scroller,
    element,
    rowCount,
    onOpen: openRow,
  })
  usePairPlace({ shown, scroller, setActiveRow })
  const query = usePairing((state) => state.search.query)
  const selected = usePairing((state) => (state.isDrawerOpen ? state.selection?.pair : undefined))
  const findRanges = useMemo(() => rangeFinder({ ...query, isRegExp: false }, undefined), [query])
  const handleRange = useCallback(
    (from: RowIndex, to: RowIndex) =>
      rows.requestRows(Math.max(0, from - READ_AHEAD), Math.min(to + READ_AHEAD, rowCount)),
    [rows, rowCount],
  )

  function openRow(index: RowIndex): void {
    const row = rows.peekRow(index)
    if (row?.group) openGroup(row.group.name)
    else if (row) openPair(row)
  }
  const handleKey = (press: KeyboardEvent<HTMLElement>) => {
    if (press.key === 'Escape' && pairingStore.getState().isDrawerOpen) {
      press.preventDefault()
      closePairDrawer()
    } else handleKeyDown(press)
  }
  const handleClick = (click: MouseEvent<HTMLElement>) => {
    const index = rowOfTarget(click.target)
    if (index === undefined) return
    setActiveRow(index)
    // Anyone who drags over text wants to copy it.
    if (window.getSelection()?.isCollapsed !== false) openRow(index)
  }
  const renderRow = useCallback(
    (index: RowIndex, top: number) => {
      const row = rows.peekRow(index)
      return (
        <PairRowView
          key={index}
          index={index}
          top={top}
          row={row}
          isActive={index === activeRow}
          isSelected={row !== undefined && row.group === undefined && row.pair === selected}
          findRanges={findRanges}
        />
      )
    },
    // `version` stands for what `rows` holds.
    // oxlint-disable-next-line react/exhaustive-deps
    [rows, version, activeRow, selected, findRanges],
  )
  return (
    <div
      ref={setElement}
      role="grid"
      aria-label="Pairs"
      aria-rowcount={rowCount + 1}
      aria-readonly="true"
      className={tableStyles['scroller']}
      style={gridStyle}
      // Reachable before there is a row that could have the focus.
      tabIndex={rowCount === 0 ? 0 : -1}
      onKeyDown={handleKey}
      onClick={handleClick}
    >
      <PairGridHeader isGrouped={isGrouped(shown)} />
      {element && (
        <VirtualRows
          scroller={scroller}
          element={element}
          activeRow={activeRow}
          renderRow={renderRow}
          onRange={handleRange}
        />
      )}
    </div>
  )
}

const gridStyle = {
  '--tracks': PAIR_TRACKS,
  '--min-width': `${PAIR_MIN_WIDTH}px`,
} as CSSProperties

function rowOfTarget(target: EventTarget): RowIndex | undefined {
  const row = target instanceof Element ? target.closest<HTMLElement>('[data-row]') : null
  return row ? Number(row.dataset['row']) : undefined
}
