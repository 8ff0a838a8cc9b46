// The line laid out for reading. Nothing can be typed here: a line of the file has no line breaks.
import { useMemo } from 'react'
import { CodeEditor } from './CodeEditor.tsx'
import styles from './FormattedText.module.css'
import { formatJson } from './formatJson.ts'

/** Code units of layout that are shown. */
const LIMIT = 500_000

export interface FormattedTextProps {
  readonly text: string
  readonly isWrapped: boolean
  readonly onClose: () => void
}

export function FormattedText({ text, isWrapped, onClose }: FormattedTextProps) {
  const formatted = useMemo(() => formatJson(text, LIMIT), [text])
  return (
    <>
      <CodeEditor
        label="Formatted line"
        text={formatted.text}
        textBefore=""
        isReadOnly
        isHighlighted
        isWrapped={isWrapped}
        diagnostics={[]}
        onClose={onClose}
      />
      {formatted.isCut && (
        <p className={styles['note']}>Only the beginning of the line is shown.</p>
      )}
    </>
  )
}
