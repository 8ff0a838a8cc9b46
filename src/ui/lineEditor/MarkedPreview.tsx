// A window of a line that is read and not edited, with what the search found in it.
import { type JSX, useLayoutEffect, useRef } from 'react'
import type { TextMatches } from '../text/matchMarks.ts'
import styles from './LineTextWindow.module.css'

export interface MarkedPreviewProps {
  readonly text: string
  /** Of `text`. */
  readonly matches: TextMatches | undefined
}

export function MarkedPreview({ text, matches }: MarkedPreviewProps): JSX.Element {
  const preview = useRef<HTMLPreElement>(null)
  const jumped = useRef(0)
  const jump = matches?.jump ?? 0
  useLayoutEffect(() => {
    const element = preview.current
    const mark = element?.querySelector('[aria-current=true]') ?? element?.querySelector('mark')
    if (!element || !mark || jump <= jumped.current) return
    jumped.current = jump
    const above = mark.getBoundingClientRect().top - element.getBoundingClientRect().top
    element.scrollTop += above - element.clientHeight / 2
  }, [jump, text])
  return (
    // Reached by keyboard, because it scrolls.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <pre ref={preview} className={styles['preview']} tabIndex={0}>
      {matches ? marked(text, matches) : text}
    </pre>
  )
}

function marked(text: string, { ranges, current }: TextMatches): (JSX.Element | string)[] {
  const parts: (JSX.Element | string)[] = []
  let at = 0
  for (const [i, { from, to }] of ranges.entries()) {
    parts.push(
      text.slice(at, from),
      <mark key={from} aria-current={i === current ? true : undefined}>
        {text.slice(from, to)}
      </mark>,
    )
    at = to
  }
  parts.push(text.slice(at))
  return parts
}
