// The grid of one document: ties the scroller, the loaded rows, the focus and the selection
// together. What it draws is in HeaderRow, VirtualRows and LineRow.
import {
  type CSSProperties,
  type JSX,
  type MouseEvent,
  useCallback,
  useEffect,
  useMemo,
  useState,
} from 'react'
import { lineNumberOf, type RowIndex } from '../../base/units.ts'
import { selectLine } from '../../state/actions/lines.ts'
import type { LoadedRows } from '../../state/rowWindow.ts'
import type { DocumentTab } from '../../state/store.ts'
import type { ColumnInfo } from '../../contracts/documentApi.ts'
import type { DocumentClient } from '../../worker/documentClient.ts'
import { useExpressions } from '../controls/useExpressions.ts'
import { expectedLines } from './expectedLines.ts'
import { columnLayout, numberColumnWidth, rawLayout } from './columnLayout.ts'
import { FileMap } from './FileMap.tsx'
import { HeaderRow } from './HeaderRow.tsx'
import { LineRow } from './LineRow.tsx'
import styles from '../table/Table.module.css'
import { columnsOf, rangeFinder } from '../table/rowText.ts'
import { useActiveRow } from '../table/useActiveRow.ts'
import { useReadingPlace } from './useReadingPlace.ts'
import { useRows } from './useRows.ts'
import { tablePlaces } from './tablePlace.ts'
import { useTableScroller } from '../table/useTableScroller.ts'
import { rowCountOf } from './viewRows.ts'
import { VirtualRows } from '../table/VirtualRows.tsx'

/** Rows read on either side of those that are rendered. */
const READ_AHEAD = 24

interface LineGridProps {
  readonly tab: DocumentTab
  readonly client: DocumentClient
  readonly rows: LoadedRows
}

export function LineGrid({ tab, client, rows }: LineGridProps): JSX.Element {
  const { facts, view, isRaw, search, selection } = tab
  const rowCount = rowCountOf(facts, view)
  const columns = facts && facts.columns.length > 0 ? facts.columns : textColumn
  const [element, setElement] = useState<HTMLElement | null>(null)
  const scroller = useTableScroller(tablePlaces.of(tab.key), element, rowCount)
  const version = useRows(rows, {
    view,
    revision: facts?.revision ?? 0,
    extra: view.kind === 'matches' ? matchesKey(tab) : '',
    isGrowing: isBeingRead(facts),
  })
  const { activeRow, setActiveRow, handleKeyDown } = useActiveRow({
    scroller,
    element,
    rowCount,
    onOpen: (row) => openRow(row, true),
  })
  useReadingPlace({ tab, client, rows, scroller, rowCount, activeRow, setActiveRow })
  const compile = useExpressions(search.query.isRegExp)
  const findRanges = useMemo(() => rangeFinder(search.query, compile), [search.query, compile])
  const [range, setRange] = useState({ from: 0, to: 0 })
  const handleRange = useCallback(
    (from: RowIndex, to: RowIndex) => {
      rows.requestRows(Math.max(0, from - READ_AHEAD), Math.min(to + READ_AHEAD, rowCount))
      setRange((before) => (before.from === from && before.to === to ? before : { from, to }))
    },
    [rows, rowCount],
  )
  // Only grows while the view stays, so that scrolling down never makes the table narrower.
  const [textColumns, setTextColumns] = useState(0)
  useEffect(() => {
    let longest = 0
    for (let row = range.from; row < range.to; row++) {
      longest = Math.max(longest, columnsOf(rows.peekRow(row)?.text ?? ''))
    }
    if (isRaw) setTextColumns((before) => Math.max(before, longest))
    // `version` stands for what `rows` holds.
  }, [rows, range, isRaw, version])

  const numberWidth = numberColumnWidth(expectedLines(facts))
  const layout = isRaw
    ? rawLayout(textColumns, numberWidth)
    : columnLayout(columns, tab.columnWidths, numberWidth)

  function openRow(index: RowIndex, focusEditor: boolean): void {
    const row = rows.peekRow(index)
    if (!row) return
    selectLine({ id: row.id, index: row.line - 1 }, { openDrawer: true, focusEditor })
  }
  const handleClick = (click: MouseEvent<HTMLElement>) => {
    const index = rowOfTarget(click.target)
    if (index === undefined) return
    setActiveRow(index)
    // Anyone who drags over text wants to copy it.
    if (window.getSelection()?.isCollapsed !== false) openRow(index, false)
  }
  const handleDoubleClick = (click: MouseEvent<HTMLElement>) => {
    const index = rowOfTarget(click.target)
    if (index !== undefined) openRow(index, true)
  }
  const selectedId = selection?.id
  const renderRow = useCallback(
    (index: RowIndex, top: number) => {
      const row = rows.peekRow(index)
      return (
        <LineRow
          key={index}
          index={index}
          top={top}
          row={row}
          lineNumber={view.kind === 'all' ? lineNumberOf(index) : undefined}
          columns={columns}
          isRaw={isRaw}
          isActive={index === activeRow}
          isSelected={row !== undefined && row.id === selectedId}
          findRanges={findRanges}
        />
      )
    },
    // `version` stands for what `rows` holds.
    // oxlint-disable-next-line react/exhaustive-deps
    [rows, version, view.kind, columns, isRaw, activeRow, selectedId, findRanges],
  )
  const style = {
    '--tracks': layout.tracks,
    '--min-width': `${layout.minWidth}px`,
    '--number-width': `${numberWidth}px`,
  } as CSSProperties
  return (
    <>
      <div
        ref={setElement}
        role="grid"
        aria-label="Lines"
        aria-rowcount={rowCount + 1}
        aria-readonly="true"
        className={isRaw ? `${styles['scroller']} ${styles['isRaw']}` : styles['scroller']}
        style={style}
        // Reachable before there is a row that could have the focus.
        tabIndex={rowCount === 0 ? 0 : -1}
        onKeyDown={handleKeyDown}
        onClick={handleClick}
        onDoubleClick={handleDoubleClick}
      >
        <HeaderRow columns={columns} widths={tab.columnWidths} isRaw={isRaw} />
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
      <FileMap tab={tab} client={client} rows={rows} scroller={scroller} />
    </>
  )
}

/** For formats without columns of their own: the line as it is. */
const textColumn: readonly ColumnInfo[] = [{ id: 'text', title: 'text' }]

/** Facts have not come yet, or come every `REPORT_INTERVAL`. */
function isBeingRead(facts: DocumentTab['facts']): boolean {
  return !facts || facts.state === 'reading'
}

/** What the rows of the view of matches depend on besides the revision. */
function matchesKey({ search, facts }: DocumentTab): string {
  const { text, isRegExp, matchCase } = search.query
  return `${isRegExp} ${matchCase} ${facts?.matches ?? 0} ${text}`
}

function rowOfTarget(target: EventTarget): RowIndex | undefined {
  const row = target instanceof Element ? target.closest<HTMLElement>('[data-row]') : null
  return row ? Number(row.dataset['row']) : undefined
}
