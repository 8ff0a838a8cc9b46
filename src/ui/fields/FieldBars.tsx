// How values are spread, as bars that are filters. One stop for the keyboard; arrows move from bar to bar.
import { type JSX, type KeyboardEvent, useRef, useState } from 'react'
import type { Bars } from '../../fields/figureBars.ts'
import { msg } from '../../i18n/message.ts'
import { pressHint, showLinesOf } from '../../state/fields/showLines.ts'
import { useActive } from '../../state/hooks.ts'
import { useTranslator } from '../../state/language.ts'
import type { Translator } from '../../i18n/translator.ts'
import { barEnds, barsTitle, barText } from './barText.ts'
import styles from './FieldBars.module.css'

/** Of the drawing, in its own units: one per bar wide. */
const HEIGHT = 100
/** Below this part of the highest a bar could not be told from an empty one. */
const LOWEST = 0.05

export function FieldBars({ bars: all }: { readonly bars: Bars }): JSX.Element {
  const translator = useTranslator()
  const { t } = translator
  const hint = t(useActive(pressHint))
  const [stop, setStop] = useState(0)
  const list = useRef<HTMLDivElement>(null)
  const { bars, of, outside } = all
  const current = Math.min(stop, bars.length - 1)
  const highest = Math.max(1, ...bars.map(({ count }) => count))
  const ends = endsOf(all, translator)
  const handleKey = (press: KeyboardEvent) => {
    const target = targetOf(press.key, current, bars.length)
    if (target === undefined) return
    press.preventDefault()
    press.stopPropagation()
    setStop(target)
    list.current?.querySelectorAll('button')[target]?.focus()
  }
  return (
    <figure className={styles['figure']} data-bars={of}>
      <figcaption>{t(barsTitle(all))}</figcaption>
      {/* oxlint-disable-next-line jsx-a11y/interactive-supports-focus */}
      <div
        ref={list}
        role="toolbar"
        aria-label={t(barsTitle(all))}
        className={styles['bars']}
        onKeyDown={handleKey}
      >
        {bars.map((bar, i) => {
          const { count, from, query } = bar
          const words = t(barText(bar, all, translator))
          const isPressable = query !== undefined && count > 0
          const height = count === 0 ? 0 : Math.max(LOWEST, count / highest)
          return (
            <button
              key={from}
              type="button"
              className={styles['bar']}
              aria-label={words}
              aria-disabled={!isPressable}
              title={isPressable ? `${words}\n${hint}` : words}
              tabIndex={i === current ? 0 : -1}
              data-count={count}
              onFocus={() => setStop(i)}
              onClick={({ shiftKey }) => {
                if (isPressable) showLinesOf(query, shiftKey)
              }}
            >
              <svg viewBox={`0 0 1 ${HEIGHT}`} preserveAspectRatio="none" aria-hidden>
                <rect y={HEIGHT * (1 - height)} width={1} height={HEIGHT * height} />
              </svg>
            </button>
          )
        })}
      </div>
      {ends && (
        <div className={styles['ends']} aria-hidden>
          <span>{ends[0]}</span>
          <span>{ends[1]}</span>
        </div>
      )}
      {outside > 0 && (
        <p>
          {t(
            of === 'times'
              ? msg(
                  '{count, plural, one {# value is not a time} other {# values are not times}}.',
                  {
                    count: outside,
                  },
                )
              : msg('{count, plural, one {# value is} other {# values are}} infinite.', {
                  count: outside,
                }),
          )}
        </p>
      )}
    </figure>
  )
}

/** Written as those of one bar: of whole days there is no time of day. */
function endsOf(all: Bars, translator: Translator): readonly [string, string] | undefined {
  const first = all.bars[0]
  const last = all.bars.at(-1)
  if (!first || !last) return undefined
  const texts = first.texts && last.texts && ([first.texts[0], last.texts[1]] as const)
  return barEnds({ ...last, from: first.from, ...(texts && { texts }) }, all, translator)
}

function targetOf(key: string, current: number, count: number): number | undefined {
  if (key === 'ArrowLeft') return Math.max(current - 1, 0)
  if (key === 'ArrowRight') return Math.min(current + 1, count - 1)
  if (key === 'Home') return 0
  return key === 'End' ? count - 1 : undefined
}
