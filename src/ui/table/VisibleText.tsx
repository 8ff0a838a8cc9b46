// A text of a row with what would be invisible made visible, and what the search found marked and in
// sight, however narrow the column is.
import type { JSX } from 'react'
import styles from './Table.module.css'
import { type FindRanges, segmentsOf, type TextRanges, type TextSegment } from './rowText.ts'

interface VisibleTextProps {
  readonly text: string
  readonly findRanges: FindRanges | undefined
}

export function VisibleText({ text, findRanges }: VisibleTextProps): JSX.Element {
  return <MarkedText text={text} ranges={findRanges?.(text) ?? []} />
}

/** Code units that every column has room for: a match within them needs no help to be in sight. */
const ALWAYS_IN_SIGHT = 6

/** Code units after a match that keep some room of their own. */
const LONG = 8

/** Whether the first letter is of a script that runs from right to left. */
const RIGHT_TO_LEFT = /^\P{L}*[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/u

interface MarkedTextProps {
  readonly text: string
  readonly ranges: TextRanges
  /** There is more before the text. */
  readonly isCut?: boolean
}

/** What stands before the first match gives way before the match does. */
export function MarkedText({ text, ranges, isCut = false }: MarkedTextProps): JSX.Element {
  const [first, ...others] = ranges
  const start = isCut ? '…' : ''
  if (!first || (first.to <= ALWAYS_IN_SIGHT && !isCut)) {
    return <bdi>{rendered(segmentsOf(text, ranges))}</bdi>
  }
  const before = text.slice(0, first.from)
  const after = text.slice(first.to)
  const direction = RIGHT_TO_LEFT.test(text) ? 'rtl' : 'ltr'
  const moved = others.map(({ from, to }) => ({ from: from - first.to, to: to - first.to }))
  return (
    <span className={styles['matched']} dir={direction}>
      {/* Against the direction of the text, so that it is cut at its beginning. */}
      <span className={styles['before']} dir={direction === 'ltr' ? 'rtl' : 'ltr'}>
        <bdi dir={direction}>{rendered(segmentsOf(start + before, []))}</bdi>
      </span>
      <span className={styles['match']}>
        {rendered(segmentsOf(text.slice(first.from, first.to), [{ from: 0, to: Infinity }]))}
      </span>
      <span className={styles['after']} data-long={after.length > LONG}>
        {rendered(segmentsOf(after, moved))}
      </span>
    </span>
  )
}

function rendered(segments: readonly TextSegment[]): (JSX.Element | string)[] {
  return segments.map((segment, at) => {
    // Segments have no identity of their own; the whole text is replaced when it changes.
    if (segment.kind === 'plain') return segment.text
    if (segment.kind === 'mark') return <mark key={at}>{segment.text}</mark>
    return (
      <span key={at} className={styles['control']}>
        {segment.text}
      </span>
    )
  })
}
