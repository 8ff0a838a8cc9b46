// Parts that were left out, walked through by keys: one is chosen, those around it are shown.
import { type JSX, type KeyboardEvent, useEffect, useId, useRef } from 'react'
import type { LeftOut } from '../../contracts/conversionApi.ts'
import styles from './ConvertDialog.module.css'
import { LeftOutPart } from './LeftOutPart.tsx'

/** Parts that are laid out at a time. */
const PAGE = 200
/** Parts that PageDown goes over. */
const LEAP = 10

export interface LeftOutListProps {
  readonly label: string
  readonly parts: readonly LeftOut[]
  /** Their places are rows of a table. */
  readonly hasRows: boolean
  /** Place in `parts`. */
  readonly chosen: number
  readonly onChoose: (at: number) => void
  /** Enter, or a double click. */
  readonly onTake: (part: LeftOut) => void
}

export function LeftOutList(props: LeftOutListProps): JSX.Element {
  const { chosen, hasRows, label, onChoose, onTake, parts } = props
  const id = useId()
  const list = useRef<HTMLDivElement>(null)
  const from = Math.floor(chosen / PAGE) * PAGE
  useEffect(() => {
    list.current?.querySelector('[aria-selected=true]')?.scrollIntoView({ block: 'nearest' })
  }, [chosen, parts])

  function walk(event: KeyboardEvent): void {
    if (event.key === 'Enter') {
      const part = parts[chosen]
      if (part) onTake(part)
    } else {
      const next = placeAfter(event.key, chosen, parts.length - 1)
      if (next === undefined) return
      onChoose(Math.max(0, Math.min(parts.length - 1, next)))
    }
    event.preventDefault()
  }

  return (
    <div
      ref={list}
      role="listbox"
      aria-label={label}
      tabIndex={0}
      aria-activedescendant={`${id}-${chosen}`}
      className={styles['parts']}
      onKeyDown={walk}
    >
      {parts.slice(from, from + PAGE).map((part, place) => {
        const at = from + place
        return (
          // The keys are those of the list, which has the focus.
          // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus
          <div
            key={at}
            id={`${id}-${at}`}
            role="option"
            aria-selected={at === chosen}
            aria-setsize={parts.length}
            aria-posinset={at + 1}
            data-lost={part.isLost || undefined}
            onClick={() => onChoose(at)}
            onDoubleClick={() => onTake(part)}
          >
            <LeftOutPart part={part} hasRows={hasRows} />
          </div>
        )
      })}
    </div>
  )
}

/** Undefined for a key that goes nowhere. */
function placeAfter(key: string, at: number, last: number): number | undefined {
  switch (key) {
    case 'ArrowDown':
      return at + 1
    case 'ArrowUp':
      return at - 1
    case 'PageDown':
      return at + LEAP
    case 'PageUp':
      return at - LEAP
    case 'Home':
      return 0
    case 'End':
      return last
    default:
      return undefined
  }
}
