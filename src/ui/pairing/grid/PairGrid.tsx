// The grid of pairs: its rows, their selection, and where it is scrolled to.
import {
  type JSX,
  type KeyboardEvent,
  useCallback,
  useEffect,
  useMemo,
  useSyncExternalStore,
} from 'react'
import type { RowIndex } from '../../../base/units.ts'
import { msg } from '../../../i18n/message.ts'
import { useTranslator } from '../../../state/language.ts'
import { openGroup } from '../../../state/pairing/pairView.ts'
import { pairingStore, type ShownRows, usePairing } from '../../../state/pairing/pairingStore.ts'
import type { PairRows } from '../../../state/pairing/pairingWorker.ts'
import { closePairDrawer, openPair } from '../../../state/pairing/selection.ts'
import { rangeFinder } from '../../table/rowText.ts'
import { requestAround, TableGrid } from '../../table/TableGrid.tsx'
import { useTable } from '../../table/useTable.ts'
import { useWhenThere } from '../../table/useWhenThere.ts'
import type { RememberedPlace } from '../../table/useTableScroller.ts'
import { PairGridHeader } from './PairHeader.tsx'
import { PairRowView } from './PairRowView.tsx'
import { isGrouped } from '../isGrouped.ts'
import { useColumnRoom } from './useColumnRoom.ts'
import { usePairPlace } from './usePairPlace.ts'

/** Remembered while lines are shown. */
const place: RememberedPlace = { offset: 0 }

interface PairGridProps {
  readonly rows: PairRows
  /** Absent until the number of rows is known. */
  readonly shown: ShownRows | undefined
}

export function PairGrid({ rows, shown }: PairGridProps): JSX.Element {
  const { t } = useTranslator()
  const rowCount = shown?.count ?? 0
  const version = useSyncExternalStore(rows.subscribe, rows.getVersion)
  useEffect(() => {
    if (!shown) return
    const { view, revision, searchTurn } = shown
    rows.setSource({ view, revision, extra: String(searchTurn), isGrowing: false })
  }, [rows, shown])
  const whenThere = useWhenThere(version, shown?.view)
  const table = useTable({ place, rowCount, onOpen: openRow })
  const { scroller, activeRow, setActiveRow } = table
  usePairPlace({ shown, scroller, setActiveRow })
  const room = useColumnRoom(table.element, rows, version)
  const { shown: columns, isMarkAlone, uniform } = room
  const query = usePairing((state) => state.search.query)
  const selected = usePairing((state) => (state.isDrawerOpen ? state.selection?.pair : undefined))
  const findRanges = useMemo(() => rangeFinder({ ...query, isRegExp: false }, undefined), [query])
  const handleRange = useCallback(
    (from: RowIndex, to: RowIndex) => requestAround(rows, [from, to], rowCount),
    [rows, rowCount],
  )

  function openRow(index: RowIndex): void {
    whenThere(() => {
      const row = rows.peekRow(index)
      if (row?.group) openGroup(row.group.name)
      else if (row) openPair(row)
      return row !== undefined
    })
  }
  const handleKey = (press: KeyboardEvent<HTMLElement>): void => {
    if (press.key === 'Escape' && pairingStore.getState().isDrawerOpen) {
      press.preventDefault()
      closePairDrawer()
    } else table.handleKeyDown(press)
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
          columns={columns}
          isActive={index === activeRow}
          isSelected={row !== undefined && row.group === undefined && row.pair === selected}
          findRanges={findRanges}
        />
      )
    },
    // `version` stands for what `rows` holds.
    // oxlint-disable-next-line react/exhaustive-deps
    [rows, version, columns, activeRow, selected, findRanges],
  )
  return (
    <TableGrid
      table={table}
      label={t(msg('Pairs'))}
      layout={room}
      header={
        shown && (
          <PairGridHeader
            columns={columns}
            isMarkAlone={isMarkAlone}
            uniform={uniform}
            isGrouped={isGrouped(shown)}
          />
        )
      }
      renderRow={renderRow}
      onPress={openRow}
      onKeyDown={handleKey}
      onRange={handleRange}
    />
  )
}
