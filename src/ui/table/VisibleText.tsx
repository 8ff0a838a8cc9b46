// A text of a row with what would be invisible made visible, and what the search found marked.
import type { JSX } from 'react'
import styles from './Table.module.css'
import { type FindRanges, segmentsOf } from './rowText.ts'

interface VisibleTextProps {
  readonly text: string
  readonly findRanges: FindRanges | undefined
}

export function VisibleText({ text, findRanges }: VisibleTextProps): JSX.Element {
  const segments = segmentsOf(text, findRanges)
  return (
    <bdi>
      {segments.map((segment, at) => {
        // Segments have no identity of their own; the whole text is replaced when it changes.
        if (segment.kind === 'plain') return segment.text
        if (segment.kind === 'mark') return <mark key={at}>{segment.text}</mark>
        return (
          <span key={at} className={styles['control']}>
            {segment.text}
          </span>
        )
      })}
    </bdi>
  )
}
