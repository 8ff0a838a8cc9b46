// The line laid out for reading. Nothing can be typed here: a line of the file has no line breaks.
import { useMemo } from 'react'
import type { TextOffset } from '../../base/units.ts'
import type { Diagnostic } from '../../diagnostics/diagnostic.ts'
import { msg } from '../../i18n/message.ts'
import { useTranslator } from '../../state/language.ts'
import { CodeEditor } from './CodeEditor.tsx'
import styles from './FormattedText.module.css'
import { type FormattedJson, formatJson, placeInText, rangeInLayout } from './formatJson.ts'
import type { TextMatches } from './matchMarks.ts'

/** Code units of layout that are shown. */
const LIMIT = 500_000

const NO_DIAGNOSTICS: readonly Diagnostic[] = []

export interface FormattedTextProps {
  readonly text: string
  readonly isWrapped: boolean
  /** What the search found in the text. */
  readonly matches?: TextMatches | undefined
  /** The caret is elsewhere: an offset of `text`. */
  readonly onCaret?: (offset: TextOffset) => void
  readonly onClose: () => void
}

export function FormattedText(props: FormattedTextProps) {
  const { t } = useTranslator()
  const { text, isWrapped, matches, onCaret, onClose } = props
  const formatted = useMemo(() => formatJson(text, LIMIT), [text])
  const marked = useMemo(
    () => (matches?.text === text ? matchesInLayout(matches, formatted) : undefined),
    [matches, text, formatted],
  )
  return (
    <>
      <CodeEditor
        label={t(msg('Formatted line'))}
        text={formatted.text}
        textBefore=""
        isReadOnly
        isHighlighted
        isWrapped={isWrapped}
        diagnostics={NO_DIAGNOSTICS}
        matches={marked}
        onCaret={(offset) => onCaret?.(placeInText(formatted, offset))}
        onClose={onClose}
      />
      {formatted.isCut && (
        <p className={styles['note']}>{t(msg('Only the beginning of the line is shown.'))}</p>
      )}
    </>
  )
}

/** Those beyond the end of the layout are left out; the current one stays the current one. */
function matchesInLayout(matches: TextMatches, formatted: FormattedJson): TextMatches {
  const places = matches.ranges.map((range) => rangeInLayout(formatted, range))
  const ranges = places.filter((place) => place !== undefined)
  const current = matches.current === undefined ? undefined : places[matches.current]
  return {
    ...matches,
    text: formatted.text,
    ranges,
    current: current && ranges.indexOf(current),
  }
}
