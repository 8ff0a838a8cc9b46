// How counts of tokens are spread, as bars that are filters. One stop for the keyboard; arrows move
// from bar to bar.
import { type JSX, type KeyboardEvent, useRef, useState } from 'react'
import { msg } from '../../../i18n/message.ts'
import type { Bin } from '../../../pairing/distribution.ts'
import type { TokenName } from '../../../contracts/pairingApi.ts'
import { useTranslator } from '../../../state/language.ts'
import { useFilter } from './filterContext.ts'
import { histogramBars } from './histogramBars.ts'
import { type FilterPart, isPressed, pressFilter } from './pressFilter.ts'
import { binText } from './summaryMessages.ts'
import styles from './TokenHistogram.module.css'

/** So that a bar is some 9 px wide in the panel. */
const MAX_BARS = 24

/** Of the drawing, in its own units: one per bar wide. */
const HEIGHT = 100

export interface TokenHistogramProps {
  readonly name: TokenName
  /** 'Prompt tokens'. */
  readonly label: string
  readonly bins: readonly Bin[]
}

export function TokenHistogram({ name, label, bins }: TokenHistogramProps): JSX.Element {
  const { t } = useTranslator()
  const { filter, onFilter } = useFilter()
  const [stop, setStop] = useState(0)
  const list = useRef<HTMLDivElement>(null)
  const bars = histogramBars(bins, MAX_BARS)
  const current = Math.min(stop, bars.length - 1)

  const handleKey = (pressed: KeyboardEvent) => {
    const target = targetOf(pressed.key, current, bars.length)
    if (target === undefined) return
    pressed.preventDefault()
    setStop(target)
    list.current?.querySelectorAll('button')[target]?.focus()
  }

  return (
    // oxlint-disable-next-line jsx-a11y/interactive-supports-focus
    <div
      ref={list}
      role="toolbar"
      aria-label={t(msg('{label}, how they are spread', { label }))}
      className={styles['bars']}
      onKeyDown={handleKey}
    >
      {bars.map(({ from, to, count, height }, i) => {
        const part: FilterPart = { tokens: { name, from, to } }
        const pressed = isPressed(filter, part)
        const words = t(binText(from, to, count))
        return (
          <button
            key={from}
            type="button"
            className={styles['bar']}
            aria-pressed={pressed}
            aria-label={words}
            title={words}
            tabIndex={i === current ? 0 : -1}
            onFocus={() => setStop(i)}
            onClick={({ ctrlKey, metaKey, shiftKey }) => {
              if (count > 0 || pressed) {
                onFilter(pressFilter(filter, part, ctrlKey || metaKey || shiftKey))
              }
            }}
          >
            <svg viewBox={`0 0 1 ${HEIGHT}`} preserveAspectRatio="none" aria-hidden>
              <rect y={HEIGHT * (1 - height)} width={1} height={HEIGHT * height} />
            </svg>
          </button>
        )
      })}
    </div>
  )
}

function targetOf(key: string, current: number, count: number): number | undefined {
  switch (key) {
    case 'ArrowLeft':
      return Math.max(current - 1, 0)
    case 'ArrowRight':
      return Math.min(current + 1, count - 1)
    case 'Home':
      return 0
    case 'End':
      return count - 1
    default:
      return undefined
  }
}
