// The line laid out for reading. Nothing can be typed here: a line of the file has no line breaks.
import { useMemo } from 'react'
import styles from './FormattedText.module.css'
import { formatJson } from './formatJson.ts'

/** Code units of layout that are shown: the browser lays out all of them. */
const LIMIT = 200_000

export function FormattedText({ text }: { readonly text: string }) {
  const formatted = useMemo(() => formatJson(text, LIMIT), [text])
  return (
    <>
      {/* Reached by keyboard, because it scrolls. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <pre className={styles['text']} tabIndex={0} aria-label="Formatted line">
        {formatted.text}
      </pre>
      {formatted.isCut && (
        <p className={styles['note']}>Only the beginning of the line is shown.</p>
      )}
    </>
  )
}
