// The grid of one document: its rows and columns, their selection, and where it is scrolled to.
import { type CSSProperties, type JSX, useCallback, useMemo, useState } from 'react'
import { lineNumberOf, type RowIndex } from '../../base/units.ts'
import { msg } from '../../i18n/message.ts'
import { selectLine } from '../../state/actions/lines.ts'
import { useTranslator } from '../../state/language.ts'
import { pinsOf, useColumns, widthsOf } from '../../state/columns/columnsStore.ts'
import { pinnedCount } from '../../state/columns/pinnedCount.ts'
import type { LoadedRows } from '../../state/rowWindow.ts'
import type { DocumentTab } from '../../state/store.ts'
import { rowCountOf } from '../../state/rowCount.ts'
import type { ColumnInfo } from '../../contracts/documentApi.ts'
import type { DocumentClient } from '../../worker/documentClient.ts'
import { useExpressions } from '../controls/useExpressions.ts'
import { expectedLines } from './expectedLines.ts'
import {
  columnLayout,
  numberColumnWidth,
  pinName,
  rawLayout,
  shownColumns,
  TEXT_COLUMN,
  twoLineTracks,
} from './columnLayout.ts'
import { FileMap } from './FileMap.tsx'
import { HeaderRow } from './HeaderRow.tsx'
import { LineRow } from './LineRow.tsx'
import { columnsOf, rangeFinder } from '../table/rowText.ts'
import { requestAround, TableGrid } from '../table/TableGrid.tsx'
import { useTable } from '../table/useTable.ts'
import { useWhenThere } from '../table/useWhenThere.ts'
import { useChoosing } from './useChoosing.ts'
import { useMatchInSight } from './useMatchInSight.ts'
import { useReadingPlace } from './useReadingPlace.ts'
import { useRows } from './useRows.ts'
import { tablePlaces } from './tablePlace.ts'
import { withTokenColumn } from './tokenColumn.ts'

interface LineGridProps {
  readonly tab: DocumentTab
  readonly client: DocumentClient
  readonly rows: LoadedRows
}

export function LineGrid({ tab, client, rows }: LineGridProps): JSX.Element {
  const { t } = useTranslator()
  const { facts, view, isRaw, search, selection } = tab
  const rowCount = rowCountOf(facts, view)
  const own = facts && facts.columns.length > 0 ? facts.columns : textColumn
  const hasTokens = tab.hasTokenColumn && facts?.tokens !== undefined
  const widths = useColumns((state) => widthsOf(state, facts?.columnsKey))
  const pins = useColumns((state) => pinsOf(state, facts?.columnsKey))
  const columns = useMemo(() => (hasTokens ? withTokenColumn(own) : own), [own, hasTokens])
  const version = useRows(rows, {
    view,
    revision: facts?.revision ?? 0,
    extra: `${facts?.choiceVersion ?? 0} ${hasTokens ? facts.tokens?.version : ''} ${matchesKey(tab)} ${columns.map(({ id }) => id).join(' ')}`,
    isGrowing: isBeingRead(facts),
  })
  const whenThere = useWhenThere(version, view)
  const table = useTable({
    place: tablePlaces.of(tab.key),
    rowCount,
    onOpen: (row) => openRow(row, true),
    onMove: (move) => {
      letGo()
      choosing.handleMove(move)
    },
  })
  const { scroller, activeRow, setActiveRow } = table
  const choosing = useChoosing({ tab, rows, activeRow, onOpen: (row) => openRow(row, false) })
  const letGo = useReadingPlace({ tab, client, rows, scroller, rowCount, activeRow, setActiveRow })
  const compile = useExpressions(search.query.isRegExp)
  const findRanges = useMemo(() => rangeFinder(search.query, compile), [search.query, compile])
  const [range, setRange] = useState({ from: 0, to: 0 })
  const handleRange = useCallback(
    (from: RowIndex, to: RowIndex) => {
      requestAround(rows, [from, to], rowCount)
      setRange((before) => (before.from === from && before.to === to ? before : { from, to }))
    },
    [rows, rowCount],
  )
  const textColumns = useTextColumns(rows, range, isRaw, version)
  const numberWidth = numberColumnWidth(expectedLines(facts))
  const pinned = isRaw ? 0 : pinnedCount(shownColumns(columns), pins)
  const layout = isRaw
    ? rawLayout(textColumns, numberWidth)
    : columnLayout(shownColumns(columns), widths, numberWidth, pinned)

  useMatchInSight(table.element, isRaw ? tab.match : undefined, layout.textLeft)

  function openRow(index: RowIndex, focusEditor: boolean): void {
    whenThere(() => {
      const row = rows.peekRow(index)
      if (row) selectLine({ id: row.id, index: row.line - 1 }, { openDrawer: true, focusEditor })
      return row !== undefined
    })
  }
  const selectedId = selection?.id
  const isFileOrder = view.kind === 'all' && !facts?.order
  const isChoosing = (facts?.chosen ?? 0) > 0
  const renderRow = useCallback(
    (index: RowIndex, top: number) => {
      const row = rows.peekRow(index)
      return (
        <LineRow
          key={index}
          index={index}
          top={top}
          row={row}
          lineNumber={isFileOrder ? lineNumberOf(index) : undefined}
          columns={columns}
          pinned={pinned}
          isRaw={isRaw}
          isActive={index === activeRow}
          isOpen={row !== undefined && row.id === selectedId}
          isChoosing={isChoosing}
          findRanges={findRanges}
        />
      )
    },
    // `version` stands for what `rows` holds.
    // oxlint-disable-next-line react/exhaustive-deps
    [
      rows,
      version,
      isFileOrder,
      columns,
      pinned,
      isRaw,
      activeRow,
      selectedId,
      isChoosing,
      findRanges,
    ],
  )
  return (
    <>
      <TableGrid
        table={table}
        label={t(msg('Lines'))}
        layout={layout}
        style={
          {
            '--number-width': `${numberWidth}px`,
            '--two-line-tracks': twoLineTracks(numberWidth),
            ...Object.fromEntries(layout.pinLefts.map((left, at) => [pinName(at), left])),
          } as CSSProperties
        }
        isRaw={isRaw}
        header={
          <HeaderRow
            columns={columns}
            pinned={pinned}
            widths={widths}
            isRaw={isRaw}
            order={facts?.order}
          />
        }
        renderRow={renderRow}
        onPress={(row, click) => {
          letGo()
          choosing.handlePress(row, click)
        }}
        onLongPress={choosing.handleLongPress}
        onKeyDown={(press) => {
          if (!choosing.handleKeyDown(press)) table.handleKeyDown(press)
        }}
        onDoublePress={(row) => {
          if (!isChoosing) openRow(row, true)
        }}
        onRange={handleRange}
      />
      <FileMap tab={tab} client={client} rows={rows} scroller={scroller} />
    </>
  )
}

/**
 * Columns of text of the longest raw line that was in sight. Only grows while the view stays, so that
 * scrolling down never makes the table narrower.
 */
function useTextColumns(
  rows: LoadedRows,
  range: { readonly from: RowIndex; readonly to: RowIndex },
  isRaw: boolean,
  version: number,
): number {
  const longest = useMemo(
    () => (isRaw ? longestOf(rows, range) : 0),
    // `version` stands for what `rows` holds.
    // oxlint-disable-next-line react/exhaustive-deps
    [rows, range, isRaw, version],
  )
  const [widest, setWidest] = useState(0)
  if (longest > widest) setWidest(longest)
  return Math.max(longest, widest)
}

function longestOf(
  rows: LoadedRows,
  { from, to }: { readonly from: RowIndex; readonly to: RowIndex },
): number {
  let longest = 0
  for (let row = from; row < to; row++) {
    longest = Math.max(longest, columnsOf(rows.peekRow(row)?.text ?? ''))
  }
  return longest
}

/** For formats without columns of their own: the line as it is. */
const textColumn: readonly ColumnInfo[] = [{ id: TEXT_COLUMN, title: msg('text') }]

/** Facts have not come yet, or come every `REPORT_INTERVAL`. */
function isBeingRead(facts: DocumentTab['facts']): boolean {
  return !facts || facts.state === 'reading'
}

/** What rows depend on besides the revision: which of them match, and where. */
function matchesKey({ search, facts }: DocumentTab): string {
  const { text, isRegExp, matchCase } = search.query
  if (text === '') return ''
  return `${search.state} ${isRegExp} ${matchCase} ${facts?.matches ?? 0} ${text}`
}
