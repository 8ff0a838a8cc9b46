// A text of a row with what would be invisible made visible, and what the search found marked and in
// sight, however narrow the column is.
import { Fragment, type JSX } from 'react'
import { directionOf, stringsAgainst } from '../../base/textDirection.ts'
import styles from './Table.module.css'
import { type FindRanges, segmentsOf, type TextRanges, type TextSegment } from './rowText.ts'

interface VisibleTextProps {
  readonly text: string
  readonly findRanges: FindRanges | undefined
}

export function VisibleText({ text, findRanges }: VisibleTextProps): JSX.Element {
  return <MarkedText text={text} ranges={findRanges?.(text) ?? []} />
}

/** A part of a text, in its line. */
export function TextPart({ text }: { readonly text: string }): JSX.Element {
  return <bdi>{rendered(segmentsOf(text))}</bdi>
}

/** Code units that every column has room for: a match within them needs no help to be in sight. */
const ALWAYS_IN_SIGHT = 6

/** Code units after a match that keep some room of their own. */
const LONG = 8

interface MarkedTextProps {
  readonly text: string
  readonly ranges: TextRanges
  /** There is more before the text. */
  readonly isCut?: boolean
  /** JSON as it is written: it runs from left to right, whatever its strings do. */
  readonly isJson?: boolean
}

/** What stands before the first match gives way before the match does. */
export function MarkedText({
  text,
  ranges,
  isCut = false,
  isJson = false,
}: MarkedTextProps): JSX.Element {
  const [first, ...others] = ranges
  const direction = isJson ? 'ltr' : directionOf(text)
  const strings = isJson ? stringsAgainst(text) : NONE
  const start = isCut ? '…' : ''
  const show = (from: number, to: number, marks: TextRanges): (JSX.Element | string)[] =>
    shownPart(text, { from, to }, marks, strings)
  if (!first || (first.to <= ALWAYS_IN_SIGHT && !isCut)) {
    const whole = show(0, text.length, ranges)
    if (direction === 'ltr') return <bdi dir={isJson ? 'ltr' : undefined}>{whole}</bdi>
    // A box of its own, so that it is its end that is cut.
    return (
      <span className={styles['matched']} dir="rtl">
        <bdi className={styles['after']}>{whole}</bdi>
      </span>
    )
  }
  return (
    <span className={styles['matched']} dir={direction}>
      {/* Against the direction of the text, so that it is cut at its beginning. */}
      <span className={styles['before']} dir={direction === 'ltr' ? 'rtl' : 'ltr'}>
        <bdi dir={direction}>
          {start}
          {show(0, first.from, [])}
        </bdi>
      </span>
      <span className={styles['match']}>{show(first.from, first.to, [first])}</span>
      <span className={styles['after']} data-long={text.length - first.to > LONG}>
        {show(first.to, text.length, others)}
      </span>
    </span>
  )
}

const NONE: TextRanges = []

/**
 * A part of a text with its marks. Each of `apart`, places of the text, is kept apart from what is around it:
 * two strings in Arabic stay in their order, and the comma between them stays where it is.
 */
function shownPart(
  text: string,
  { from, to }: TextRanges[number],
  marks: TextRanges,
  apart: TextRanges,
): (JSX.Element | string)[] {
  const plain = (start: number, end: number) =>
    rendered(
      segmentsOf(
        text.slice(start, end),
        clipped(marks, start, end).map((mark) => ({
          from: mark.from - start,
          to: mark.to - start,
        })),
      ),
    )
  const parts: (JSX.Element | string)[] = []
  let at = from
  for (const one of clipped(apart, from, to)) {
    parts.push(
      <Fragment key={at}>{plain(at, one.from)}</Fragment>,
      <bdi key={`${one.from} apart`}>{plain(one.from, one.to)}</bdi>,
    )
    at = one.to
  }
  return at === from ? plain(from, to) : [...parts, <Fragment key={at}>{plain(at, to)}</Fragment>]
}

function clipped(ranges: TextRanges, from: number, to: number): TextRanges {
  return ranges
    .map((range) => ({ from: Math.max(range.from, from), to: Math.min(range.to, to) }))
    .filter((range) => range.from < range.to)
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
