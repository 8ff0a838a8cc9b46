// The text of the line in the way that its size allows: the whole of it in an editor, or a window of
// it that can be moved along the line.
import { type Ref, useImperativeHandle, useRef, useState } from 'react'
import type { TextOffset } from '../../base/units.ts'
import type { Diagnostic } from '../../diagnostics/diagnostic.ts'
import { groupNumber } from '../../state/formatNumber.ts'
import { CodeEditor, type CodeEditorHandle, type CodeEditorProps } from './CodeEditor.tsx'
import styles from './LineTextView.module.css'
import { atCharacter } from './textPlace.ts'

/** Code units up to which colours are worth the parse. */
const HIGHLIGHT_LIMIT = 1_000_000

/** Code units up to which the whole line is in the editor. */
const WHOLE_LIMIT = 5_000_000

/** Code units of a window. */
const WINDOW_SIZE = 20_000

export type LineTextViewProps = Omit<
  CodeEditorProps,
  'textBefore' | 'isHighlighted' | 'handle' | 'label' | 'onChange'
> & {
  readonly onChange: (text: string) => void
  readonly handle: Ref<CodeEditorHandle>
  /** Only the beginning of the line is here: nothing can be typed. */
  readonly isReadOnly: boolean
}

export function LineTextView(props: LineTextViewProps) {
  // A line does not change its kind of editor while somebody types in it.
  const [size] = useState(props.text.length)
  if (size > WHOLE_LIMIT || props.isReadOnly) return <LineTextWindow {...props} />
  return <CodeEditor {...props} textBefore="" isHighlighted={size <= HIGHLIGHT_LIMIT} />
}

function LineTextWindow(props: LineTextViewProps) {
  const { text, diagnostics, isReadOnly, onChange } = props
  const [isEditing, setEditing] = useState(false)
  const [from, setFrom] = useState(0)
  const [to, setTo] = useState(() => atCharacter(text, WINDOW_SIZE))
  const editor = useRef<CodeEditorHandle>(null)
  const shownTo = Math.min(to, text.length)
  const part = text.slice(from, shownTo)

  const show = (offset: TextOffset) => {
    const last = Math.max(text.length - WINDOW_SIZE, 0)
    const start = atCharacter(text, Math.min(Math.max(offset, 0), last))
    setFrom(start)
    setTo(atCharacter(text, start + WINDOW_SIZE))
    return start
  }

  useImperativeHandle(
    props.handle,
    () => ({
      moveCaret: (offset) => {
        const isInside = offset >= from && offset <= shownTo
        const start = isInside ? from : show(offset - WINDOW_SIZE / 2)
        setEditing(!isReadOnly)
        // The editor of another window is made in the next render.
        setTimeout(() => editor.current?.moveCaret(offset - start))
      },
      focus: () => editor.current?.focus(),
    }),
    // `show` and the bounds of the window are of this render.
  )

  const handleChange = (changed: string) => {
    setTo(from + changed.length)
    onChange(text.slice(0, from) + changed + text.slice(shownTo))
  }

  return (
    <div>
      <p className={styles['note']}>
        This line is too long to be shown whole. You see characters {groupNumber(from + 1)} to{' '}
        {groupNumber(shownTo)} of {groupNumber(text.length)}.
      </p>
      <div className={styles['moves']}>
        <button type="button" disabled={from === 0} onClick={() => show(0)}>
          Beginning
        </button>
        <button type="button" disabled={from === 0} onClick={() => show(from - WINDOW_SIZE)}>
          Back
        </button>
        <button
          type="button"
          disabled={shownTo >= text.length}
          onClick={() => show(from + WINDOW_SIZE)}
        >
          Forward
        </button>
        <button type="button" disabled={shownTo >= text.length} onClick={() => show(text.length)}>
          End
        </button>
      </div>
      {isEditing ? (
        <CodeEditor
          {...props}
          key={from}
          handle={editor}
          text={part}
          firstText={part}
          // What lies before could be megabytes; a window is taken as text of its own.
          textBefore=""
          isHighlighted={false}
          diagnostics={within(diagnostics, from, shownTo)}
          onChange={handleChange}
        />
      ) : (
        <>
          <pre className={styles['preview']}>{part}</pre>
          {!isReadOnly && (
            <button type="button" className={styles['edit']} onClick={() => setEditing(true)}>
              Edit this line anyway
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
