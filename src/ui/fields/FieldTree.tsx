// The fields as a tree, in the order in which they occur. Enter says more of a field; only the rows in sight are
// drawn, and the one that has the focus.
import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual'
import { type JSX, type KeyboardEvent, useEffect, useId, useRef, useState } from 'react'
import { msg } from '../../i18n/message.ts'
import { useTranslator } from '../../state/language.ts'
import { FieldDetails } from './FieldDetails.tsx'
import { FieldRow } from './FieldRow.tsx'
import styles from './FieldsPanel.module.css'
import { parentRow, type TreeRow, typedRow } from './treeRows.ts'

const ROW_HEIGHT = 26
const DETAILS_HEIGHT = 240
/** Rows that are drawn beyond those in sight. */
const OVERSCAN = 12
/** Milliseconds between two keys that are typed as one name. */
const TYPING = 600

interface FieldTreeProps {
  readonly rows: readonly TreeRow[]
  /** Lines of which there are figures. */
  readonly lines: number
  /** By name, of which fields more is said. */
  readonly open: ReadonlySet<string>
  /** What scrolls, and pixels in it above the tree. */
  readonly scrolled: HTMLElement
  readonly top: number
  readonly onFold: (name: string, isFolded: boolean) => void
  readonly onOpen: (name: string, isOpen: boolean) => void
}

export function FieldTree(props: FieldTreeProps): JSX.Element {
  const { lines, onFold, onOpen, open, rows, scrolled, top } = props
  const { t } = useTranslator()
  const id = useId()
  const [active, setActive] = useState<string | undefined>()
  const tree = useRef<HTMLDivElement>(null)
  const wantsFocus = useRef(false)
  const typed = useRef({ text: '', at: 0 })
  const activeAt = Math.max(
    0,
    rows.findIndex(({ name }) => name === active),
  )
  // oxlint-disable-next-line react/incompatible-library -- nothing of it leaves this component
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scrolled,
    estimateSize: (i) => ROW_HEIGHT + (open.has(rows[i]?.name ?? '') ? DETAILS_HEIGHT : 0),
    getItemKey: (i) => rows[i]?.name ?? i,
    overscan: OVERSCAN,
    scrollMargin: top,
    rangeExtractor: (range) =>
      [...new Set([...defaultRangeExtractor(range), activeAt])].sort((a, b) => a - b),
    useFlushSync: false,
  })
  useEffect(() => {
    if (!wantsFocus.current) return
    wantsFocus.current = false
    tree.current?.querySelector<HTMLElement>('[role="treeitem"][tabindex="0"]')?.focus()
  }, [active])

  const goTo = (at: number): void => {
    const name = rows[at]?.name
    if (name === undefined || name === active) return
    wantsFocus.current = true
    setActive(name)
  }
  const handleKey = (press: KeyboardEvent<HTMLElement>, at: number): void => {
    // Keys of what is in the field are its own; those with a modifier are the browser's or the page's.
    if (press.target !== press.currentTarget) return
    if (press.ctrlKey || press.metaKey || press.altKey) return
    const row = rows[at] as TreeRow
    if (press.key === 'Enter' || press.key === ' ') onOpen(row.name, !open.has(row.name))
    else if (press.key === 'ArrowRight' && row.isFolded === true) onFold(row.name, false)
    else if (press.key === 'ArrowLeft' && row.isFolded === false) onFold(row.name, true)
    else {
      const to = targetOf(press.key, at, rows) ?? typedTo(press.key, at)
      if (to === undefined) return
      goTo(to)
    }
    press.preventDefault()
    press.stopPropagation()
  }
  const typedTo = (key: string, at: number): number | undefined => {
    if (key.length !== 1 || key === ' ') return undefined
    const now = performance.now()
    const before = typed.current
    const text = (now - before.at < TYPING ? before.text : '') + key
    typed.current = { text, at: now }
    // A name that grows may stay where it is.
    return typedRow(rows, text.length > 1 ? at - 1 : at, text)
  }

  return (
    <div
      ref={tree}
      role="tree"
      aria-label={t(msg('Fields'))}
      aria-multiselectable
      className={styles['tree']}
      style={{ height: virtualizer.getTotalSize() }}
    >
      {virtualizer.getVirtualItems().map(({ index, key, start }) => {
        const row = rows[index] as TreeRow
        const { field, isFolded, level, name, place, siblings } = row
        const isOpen = open.has(name)
        return (
          <div
            key={key}
            ref={virtualizer.measureElement}
            data-index={index}
            role="treeitem"
            aria-level={level}
            aria-posinset={place}
            aria-setsize={siblings}
            aria-expanded={isFolded === undefined ? undefined : !isFolded}
            aria-selected={isOpen}
            aria-describedby={`${id}${index}`}
            tabIndex={index === activeAt ? 0 : -1}
            data-path={name}
            data-present={field.lines}
            data-distinct={field.distinct?.count}
            data-kinds={field.kinds.map(({ type }) => type).join(' ')}
            className={styles['item']}
            style={{ transform: `translateY(${start - top}px)` }}
            onFocus={(event) => {
              if (event.target === event.currentTarget) setActive(name)
            }}
            onKeyDown={(press) => handleKey(press, index)}
          >
            <FieldRow
              row={row}
              id={`${id}${index}`}
              lines={lines}
              onPress={() => onOpen(name, !isOpen)}
              onFold={() => onFold(name, isFolded === false)}
            />
            {isOpen && (
              // A group without a name is no part of the name that the item has by its contents.
              <div role="group">
                <FieldDetails field={field} path={row.path} name={name} lines={lines} />
              </div>
            )}
          </div>
        )
      })}
    </div>
  )
}

function targetOf(key: string, at: number, rows: readonly TreeRow[]): number | undefined {
  switch (key) {
    case 'ArrowDown':
      return Math.min(rows.length - 1, at + 1)
    case 'ArrowUp':
      return Math.max(0, at - 1)
    case 'Home':
      return 0
    case 'End':
      return rows.length - 1
    case 'ArrowRight':
      return rows[at]?.isFolded === false ? at + 1 : undefined
    case 'ArrowLeft': {
      const up = parentRow(rows, at)
      return up < 0 ? undefined : up
    }
    default:
      return undefined
  }
}
