// One number of the summary: pressed, it shows the rows that it counts.
import type { JSX, ReactNode } from 'react'
import { useTranslator } from '../../../state/language.ts'
import styles from './FilterItem.module.css'
import { useFilter } from './filterContext.ts'
import { type FilterPart, isPressed, pressFilter } from './pressFilter.ts'

export interface FilterItemProps {
  readonly part: FilterPart
  readonly count: number
  /** What is counted. */
  readonly children: ReactNode
  /** The whole of it where it may be cut, and what it means. */
  readonly title?: string | undefined
  /** A second line under it. */
  readonly note?: ReactNode
  /** Of the longest bar, 0 to 1; no bar without it. */
  readonly share?: number | undefined
  /** Colours the bar. */
  readonly tone?: 'ok' | 'err' | 'warn' | 'plain' | undefined
}

export function FilterItem(props: FilterItemProps): JSX.Element {
  const { part, count, children, title, note, share, tone = 'plain' } = props
  const { number } = useTranslator()
  const { filter, onFilter } = useFilter()
  const pressed = isPressed(filter, part)
  return (
    <button
      type="button"
      className={styles['item']}
      aria-pressed={pressed}
      // Nothing to show, and nothing to take away.
      disabled={count === 0 && !pressed}
      title={title}
      onClick={({ ctrlKey, metaKey, shiftKey }) =>
        onFilter(pressFilter(filter, part, ctrlKey || metaKey || shiftKey))
      }
    >
      <span className={styles['line']}>
        <span className={styles['title']}>{children}</span>
        <span className={`growing ${styles['count']}`}>{number(count)}</span>
      </span>
      {note !== undefined && <span className={styles['note']}>{note}</span>}
      {share !== undefined && (
        <span className={styles['track']} aria-hidden>
          <span
            className={styles['fill']}
            data-tone={tone}
            style={{ width: `${Math.min(share, 1) * 100}%` }}
          />
        </span>
      )}
    </button>
  )
}
