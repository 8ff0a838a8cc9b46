// A line that is too long for an editor: a window of it, moved along the line by buttons, that can
// be edited where it stands.
import { useImperativeHandle, useMemo, useRef, useState } from 'react'
import type { TextOffset } from '../../base/units.ts'
import type { Diagnostic } from '../../diagnostics/diagnostic.ts'
import { msg } from '../../i18n/message.ts'
import { useTranslator } from '../../state/language.ts'
import { CodeEditor, type CodeEditorHandle } from '../text/CodeEditor.tsx'
import type { LineTextViewProps } from './LineTextView.tsx'
import styles from './LineTextWindow.module.css'
import { MarkedPreview } from './MarkedPreview.tsx'
import type { TextMatches } from '../text/matchMarks.ts'
import { replacePart, sliceText } from '../text/textSlice.ts'

/** Code units of a window: some ten screens of the drawer, laid out in a few milliseconds. */
const WINDOW_SIZE = 20_000

export function LineTextWindow(props: LineTextViewProps) {
  const { t } = useTranslator()
  const { text, firstCaret = 0, diagnostics, matches, isReadOnly, onChange } = props
  const [isEditing, setEditing] = useState(false)
  const [cut, setCut] = useState(() => sliceText(text, firstCaret - WINDOW_SIZE / 2, WINDOW_SIZE))
  // Changed from outside, by Cancel or a fix: the same window of the other text.
  const slice = useMemo(
    () => (cut.whole === text ? cut : sliceText(text, cut.before.length, WINDOW_SIZE)),
    [cut, text],
  )
  const from = slice.before.length
  const to = from + slice.part.length
  const editor = useRef<CodeEditorHandle>(null)

  const show = (offset: TextOffset): TextOffset => {
    const moved = sliceText(text, offset, WINDOW_SIZE)
    setCut(moved)
    return moved.before.length
  }

  const current = matches?.ranges[matches.current ?? 0]
  const jump = matches?.jump ?? 0
  const [shown, setShown] = useState(0)
  if (current && jump > shown) {
    setShown(jump)
    if (current.from < from || current.to > to) show(current.from - WINDOW_SIZE / 2)
  }
  const inside = useMemo(
    () =>
      matches && (matches.text === text ? matchesWithin(matches, from, to, slice.part) : undefined),
    [matches, text, from, to, slice.part],
  )

  useImperativeHandle(
    props.handle,
    () => ({
      moveCaret: (offset) => {
        const start = offset >= from && offset <= to ? from : show(offset - WINDOW_SIZE / 2)
        setEditing(!isReadOnly)
        // The editor of another window is made in the next render.
        setTimeout(() => editor.current?.moveCaret(offset - start))
      },
      focus: () => editor.current?.focus(),
    }),
    // `show` and the bounds of the window are of this render.
  )

  const handleChange = (part: string) => {
    const changed = replacePart(slice, part)
    setCut(changed)
    onChange(changed.whole)
  }

  return (
    <div>
      <p className={styles['note']}>
        {t(
          msg(
            'This line is too long to be shown whole. Here are characters {from, number} to {to, number} of {length, number}.',
            { from: from + 1, to, length: text.length },
          ),
        )}
      </p>
      <div className={styles['moves']}>
        <button type="button" disabled={from === 0} onClick={() => show(0)}>
          {t(msg('Beginning'))}
        </button>
        <button type="button" disabled={from === 0} onClick={() => show(from - WINDOW_SIZE)}>
          {t(msg('Back'))}
        </button>
        <button type="button" disabled={to >= text.length} onClick={() => show(from + WINDOW_SIZE)}>
          {t(msg('Forward'))}
        </button>
        <button type="button" disabled={to >= text.length} onClick={() => show(text.length)}>
          {t(msg('End'))}
        </button>
      </div>
      {isEditing ? (
        <CodeEditor
          {...props}
          key={from}
          handle={editor}
          text={slice.part}
          firstText={slice.part}
          firstCaret={undefined}
          // What lies before could be megabytes; a window is taken as text of its own.
          textBefore=""
          isHighlighted={false}
          diagnostics={within(diagnostics, from, to)}
          matches={inside}
          onChange={handleChange}
          onCaret={(offset) => props.onCaret?.(from + offset)}
        />
      ) : (
        <>
          <MarkedPreview text={slice.part} matches={inside} />
          {!isReadOnly && (
            <button type="button" className={styles['edit']} onClick={() => setEditing(true)}>
              {t(msg('Edit this line anyway'))}
            </button>
          )}
        </>
      )}
    </div>
  )
}

function within(
  diagnostics: readonly Diagnostic[],
  from: TextOffset,
  to: TextOffset,
): readonly Diagnostic[] {
  const inside: Diagnostic[] = []
  for (const diagnostic of diagnostics) {
    const { range } = diagnostic
    if (!range || range.to < from || range.from > to) continue
    const shifted = { from: Math.max(range.from - from, 0), to: Math.min(range.to, to) - from }
    inside.push({ ...diagnostic, range: shifted })
  }
  return inside
}

/** Of a window [from, to) of the text, which is `part`. */
function matchesWithin(
  matches: TextMatches,
  from: TextOffset,
  to: TextOffset,
  part: string,
): TextMatches {
  const { ranges, current } = matches
  const first = ranges.findIndex((range) => range.to > from)
  const inside = first < 0 ? [] : ranges.slice(first).filter((range) => range.from < to)
  const at = (current ?? first) - first
  return {
    ...matches,
    text: part,
    ranges: inside.map((range) => ({
      from: Math.max(range.from - from, 0),
      to: Math.min(range.to, to) - from,
    })),
    current: current !== undefined && at >= 0 && at < inside.length ? at : undefined,
  }
}
