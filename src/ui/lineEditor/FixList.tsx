// The fixes offered for the line. Each shows what it would change before it is pressed: the first at
// once, the others when they are pointed at, reached by keyboard, or unfolded.
import { ChevronDown, ChevronRight, Wrench } from 'lucide-react'
import { useId, useState } from 'react'
import { type Message, msg } from '../../i18n/message.ts'
import { useActive } from '../../state/hooks.ts'
import { withForesight } from '../../state/foresight/withForesight.ts'
import { useTranslator } from '../../state/language.ts'
import type { FixOffer } from '../../contracts/documentApi.ts'
import styles from './FixList.module.css'
import { TextDiff } from '../text/TextDiff.tsx'

/** Code units above which a difference is made only when asked for: it reads both texts whole. */
const EAGER_DIFF_LIMIT = 2_000_000

export interface FixListProps {
  readonly fixes: readonly FixOffer[]
  /** The text that the fixes were offered for. */
  readonly text: string
  /** The fixes are for an earlier text: pressing one would bring that back. */
  readonly isStale: boolean
  readonly isDraft: boolean
  readonly onFix: (fix: FixOffer) => void
}

export function FixList({ fixes, text, isStale, isDraft, onFix }: FixListProps) {
  const { t } = useTranslator()
  if (fixes.length === 0) return null
  return (
    <section className={styles['list']} aria-label={t(msg('Fixes'))}>
      {fixes.map((fix, index) => (
        <Fix
          key={`${fix.code} ${fix.id}`}
          fix={fix}
          text={text}
          isFirst={index === 0}
          isStale={isStale}
          isDraft={isDraft}
          onFix={onFix}
        />
      ))}
    </section>
  )
}

interface FixProps extends Omit<FixListProps, 'fixes'> {
  readonly fix: FixOffer
  readonly isFirst: boolean
}

function Fix({ fix, text, isFirst, isStale, isDraft, onFix }: FixProps) {
  const { t } = useTranslator()
  const [choice, setChoice] = useState<boolean>()
  const diffId = useId()
  const titleId = useId()
  const isEager = text.length <= EAGER_DIFF_LIMIT
  const isOpen = choice ?? (isFirst && isEager)
  const preview = () => {
    if (isEager) setChoice((chosen) => chosen ?? true)
  }
  // Counted by asking lines, as the panel does: others with the same cause may have no such fix.
  const causeFix = useActive(
    ({ facts }) => facts?.causes.find((cause) => cause.code === fix.code)?.fix,
  )
  const all = Math.min(causeFix?.lines ?? 0, fix.othersCount + 1)
  const isEstimate = causeFix?.isEstimate === true && all <= fix.othersCount
  return (
    <div className={styles['fix']}>
      <div className={styles['head']}>
        <button
          type="button"
          id={titleId}
          className={isFirst ? styles['first'] : styles['apply']}
          aria-describedby={isOpen ? diffId : undefined}
          disabled={isStale}
          onFocus={preview}
          onPointerEnter={preview}
          onClick={() => onFix(fix)}
        >
          <Wrench size={13} aria-hidden="true" />
          {t(fix.title)}
        </button>
        <button
          type="button"
          className={styles['fold']}
          aria-expanded={isOpen}
          aria-controls={diffId}
          aria-describedby={titleId}
          aria-label={isOpen ? t(msg('Hide the change')) : t(msg('Show the change'))}
          onClick={() => setChoice(!isOpen)}
        >
          {isOpen ? <ChevronDown size={14} /> : <ChevronRight size={14} />}
        </button>
        {fix.safeForAll && all > 1 && !isDraft && (
          <button
            type="button"
            className={styles['all']}
            aria-describedby={titleId}
            title={t(fixAllText(fix.title, all, isEstimate))}
            onClick={() => void withForesight(({ askFixAll }) => askFixAll(fix.code, fix))}
          >
            {t(msg('Fix all {count, number}', { count: all }))}
          </button>
        )}
      </div>
      <div id={diffId}>{isOpen && <TextDiff before={text} after={fix.after} />}</div>
    </div>
  )
}

function fixAllText(title: Message, count: number, isEstimate: boolean): Message {
  const values = { title, count }
  return isEstimate
    ? msg(
        '{title} in about {count, plural, one {# line} other {# lines}}, as one step of undo',
        values,
      )
    : msg('{title} in {count, plural, one {# line} other {# lines}}, as one step of undo', values)
}
