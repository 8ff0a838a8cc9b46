// The column titles, with a handle each that changes the width by dragging or by arrow keys.
import { type JSX, type KeyboardEvent, memo, type PointerEvent, useRef } from 'react'
import { listOf, type Message, msg } from '../../i18n/message.ts'
import { setColumnWidth } from '../../state/columns/columns.ts'
import { sortFurther } from '../../state/sorting/sorting.ts'
import { useTranslator } from '../../state/language.ts'
import type { ColumnInfo } from '../../contracts/documentApi.ts'
import type { SortBy, SortFacts } from '../../contracts/sorting.ts'
import {
  clampColumnWidth,
  COLUMN_MAX_WIDTH,
  COLUMN_MIN_WIDTH,
  isEssential,
  pinOf,
  shownColumns,
  TEXT_COLUMN,
  draggedWidth,
} from './columnLayout.ts'
import { HeaderMenuButton, SortMenuButton } from './HeaderMenuButton.tsx'
import { directionOf, SortMark } from './SortMark.tsx'
import { isOfNumbers } from './tokenColumn.ts'
import styles from '../table/Table.module.css'

const KEY_STEP = 16

interface HeaderRowProps {
  readonly columns: readonly ColumnInfo[]
  readonly pinned: number
  readonly widths: Readonly<Record<string, number>>
  readonly isRaw: boolean
  /** How rows are sorted. */
  readonly order: SortFacts | undefined
}

export const HeaderRow = memo(function HeaderRow({
  columns,
  pinned,
  widths,
  isRaw,
  order,
}: HeaderRowProps): JSX.Element {
  const { t } = useTranslator()
  return (
    <div role="rowgroup" className={styles['header']}>
      <div role="row" aria-rowindex={1} className={styles['headerRow']}>
        <div
          role="columnheader"
          className={styles['numberTitle']}
          aria-sort={directionOf(order, byLine)}
        >
          <Title order={order} by={byLine} title={msg('line')} />
          <SortMenuButton by={byLine} title={msg('line')} />
        </div>
        <div role="columnheader" className={styles['verdictTitle']}>
          <span className={styles['srOnly']}>{t(msg('verdict'))}</span>
        </div>
        {isRaw ? (
          <div role="columnheader">{t(msg('text'))}</div>
        ) : (
          shownColumns(columns).map((column, at, { length }) => (
            <div
              key={column.id}
              role="columnheader"
              className={styles['title']}
              data-essential={isEssential(column, at, pinned)}
              {...pinOf(at, pinned)}
              data-numbers={isOfNumbers(column) || undefined}
              aria-sort={directionOf(order, byOf(column))}
            >
              <Title
                order={order}
                by={byOf(column)}
                title={column.title}
                canSort={column.id !== TEXT_COLUMN}
              />
              {at === length - 1 && <UniformValues columns={columns} />}
              {canArrange(column) && (
                <HeaderMenuButton
                  column={column}
                  isFirst={at === 0 || at === pinned}
                  isLast={at === length - 1 || at === pinned - 1}
                  isOnly={length === 1}
                  isPinned={at < pinned}
                  canPin={pinned < length - 1}
                />
              )}
              {isOfNumbers(column) && <SortMenuButton by={byTokens} title={column.title} />}
              <WidthHandle column={column} width={draggedWidth(widths, column.id)} />
            </div>
          ))
        )}
        <div role="columnheader" className={styles['findingTitle']}>
          {t(msg('issue'))}
        </div>
      </div>
    </div>
  )
})

const byLine = { kind: 'line' } as const
const byTokens = { kind: 'tokens' } as const

function byOf(column: ColumnInfo): SortBy {
  return isOfNumbers(column) ? byTokens : { kind: 'column', id: column.id }
}

interface TitleProps extends Pick<HeaderRowProps, 'order'> {
  readonly by: SortBy
  readonly title: Message
  readonly canSort?: boolean
}

/** Pressing it sorts; keyboards have the menu beside it. */
function Title({ order, by, title, canSort = true }: TitleProps): JSX.Element {
  const { t } = useTranslator()
  const direction = directionOf(order, by)
  return (
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-static-element-interactions
    <span
      className={styles['titleText']}
      dir="auto"
      title={t(title)}
      data-sorts={canSort || undefined}
      onClick={canSort ? () => void sortFurther(by) : undefined}
    >
      {direction && <SortMark direction={direction} />}
      {t(title)}
    </span>
  )
}

/** The tokens of lines and the text of those without columns are no columns of the file. */
function canArrange(column: ColumnInfo): boolean {
  return !isOfNumbers(column) && column.id !== TEXT_COLUMN
}

/** What is the same in every line. The panel of the file says it too, so it is read out there alone. */
function UniformValues({ columns }: Pick<HeaderRowProps, 'columns'>): JSX.Element | null {
  const { t } = useTranslator()
  const known = columns.flatMap(({ title, uniform }) =>
    uniform ? [{ title, value: uniform }] : [],
  )
  if (known.length === 0) return null
  const named = known.map((one) => msg('{title} {value}', one))
  return (
    <span
      aria-hidden="true"
      className={styles['uniform']}
      title={t(msg('In every line: {values}', { values: listOf(named, 'and') }))}
    >
      {t(msg('every line: {values}', { values: known.map(({ value }) => value).join(' · ') }))}
    </span>
  )
}

interface WidthHandleProps {
  readonly column: ColumnInfo
  /** As chosen by the user. */
  readonly width: number | undefined
}

function WidthHandle({ column, width }: WidthHandleProps): JSX.Element {
  const { t } = useTranslator()
  /** Where the drag began: pointer and width then. */
  const drag = useRef<{ readonly x: number; readonly width: number } | undefined>(undefined)

  const handleDown = (down: PointerEvent<HTMLElement>) => {
    down.preventDefault()
    down.currentTarget.setPointerCapture(down.pointerId)
    drag.current = { x: down.clientX, width: renderedWidth(down.currentTarget) }
  }
  const handleMove = (move: PointerEvent<HTMLElement>) => {
    const start = drag.current
    if (start) setColumnWidth(column.id, clampColumnWidth(start.width + move.clientX - start.x))
  }
  const handleEnd = () => {
    drag.current = undefined
  }
  const handleKey = (press: KeyboardEvent<HTMLElement>) => {
    const step = press.key === 'ArrowRight' ? KEY_STEP : press.key === 'ArrowLeft' ? -KEY_STEP : 0
    if (step === 0) return
    press.preventDefault()
    press.stopPropagation()
    setColumnWidth(
      column.id,
      clampColumnWidth((width ?? renderedWidth(press.currentTarget)) + step),
    )
  }
  return (
    // A separator that can be moved is a widget, which the rule does not know.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div
      role="separator"
      aria-orientation="vertical"
      aria-label={t(msg('Width of {title}', { title: column.title }))}
      aria-valuenow={width ?? column.width ?? COLUMN_MIN_WIDTH}
      aria-valuemin={COLUMN_MIN_WIDTH}
      aria-valuemax={COLUMN_MAX_WIDTH}
      tabIndex={0}
      className={styles['handle']}
      onPointerDown={handleDown}
      onPointerMove={handleMove}
      onPointerUp={handleEnd}
      onPointerCancel={handleEnd}
      onKeyDown={handleKey}
      onDoubleClick={() => setColumnWidth(column.id, undefined)}
    />
  )
}

function renderedWidth(handle: HTMLElement): number {
  return handle.parentElement?.getBoundingClientRect().width ?? COLUMN_MIN_WIDTH
}
