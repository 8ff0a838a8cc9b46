// The text of a line as CodeMirror shows it. CodeMirror comes in its own chunk; until it is there
// the text stands in a plain element of the same look.
import { type Ref, useEffect, useImperativeHandle, useLayoutEffect, useRef, useState } from 'react'
import { cutText } from '../../base/cutText.ts'
import type { TextOffset } from '../../base/units.ts'
import type { Diagnostic } from '../../diagnostics/diagnostic.ts'
import { msg } from '../../i18n/message.ts'
import { useTranslator } from '../../state/language.ts'
import type { LineEditorView, LineViewOptions } from './createLineView.ts'
import styles from './CodeEditor.module.css'
import type { TextMatches } from './matchMarks.ts'
import type { PastedText } from './pastedText.ts'

/** Code units shown while CodeMirror is on its way: about what the drawer has room for. */
const FIRST_LOOK = 4000

type CreateLineView = (options: LineViewOptions) => LineEditorView

let createLineView: CreateLineView | undefined

export interface CodeEditorHandle {
  /** Offsets are of `text`. */
  moveCaret(offset: TextOffset): void
  focus(): void
}

export interface CodeEditorProps {
  readonly text: string
  /** What the editor's own undo goes back to; `text` without one. */
  readonly firstText?: string
  readonly firstCaret?: TextOffset | undefined
  readonly textBefore: string
  /** The accessible name; 'Line text' without one. */
  readonly label?: string
  readonly isReadOnly?: boolean
  readonly isHighlighted: boolean
  readonly isWrapped: boolean
  readonly diagnostics: readonly Diagnostic[]
  /** What the search found in the text. */
  readonly matches?: TextMatches | undefined
  readonly describedBy?: string
  readonly handle?: Ref<CodeEditorHandle>
  readonly onChange?: (text: string) => void
  /** The caret is elsewhere: an offset of `text`. */
  readonly onCaret?: (offset: TextOffset) => void
  readonly onApply?: () => void
  readonly onClose: () => void
  readonly onLineFeed?: () => void
  readonly onPaste?: (kind: PastedText['kind']) => void
}

export function CodeEditor(props: CodeEditorProps) {
  const { text, diagnostics, matches, isWrapped, isHighlighted } = props
  const translator = useTranslator()
  const { t } = translator
  const { label = t(msg('Line text')) } = props
  const parent = useRef<HTMLDivElement>(null)
  const view = useRef<LineEditorView>(undefined)
  const wish = useRef<{ caret?: TextOffset; focus?: true }>({})
  const [isMissing, setMissing] = useState(false)
  const [isReady, setReady] = useState(false)
  // Handlers change with every render; the view is made once.
  const latest = useRef({ ...props, words: { translator, label } })
  useLayoutEffect(() => {
    latest.current = { ...props, words: { translator, label } }
  })

  useImperativeHandle(
    props.handle,
    () => ({
      moveCaret: (offset) => {
        if (view.current) view.current.moveCaret(offset)
        else wish.current = { caret: offset }
      },
      focus: () => {
        if (view.current) view.current.focus()
        else wish.current = { focus: true }
      },
    }),
    [],
  )

  useEffect(() => {
    let isGone = false
    const start = (create: CreateLineView) => {
      if (isGone || !parent.current) return
      const { textBefore, describedBy, words, isReadOnly = false } = latest.current
      view.current = create({
        parent: parent.current,
        text: latest.current.firstText ?? latest.current.text,
        textBefore,
        words,
        isReadOnly,
        isHighlighted,
        isWrapped: latest.current.isWrapped,
        ...(describedBy === undefined ? {} : { describedBy }),
        onChange: (changed) => latest.current.onChange?.(changed),
        onCaret: (offset) => latest.current.onCaret?.(offset),
        onApply: () => latest.current.onApply?.(),
        onClose: () => latest.current.onClose(),
        onLineFeed: () => latest.current.onLineFeed?.(),
        onPaste: (kind) => latest.current.onPaste?.(kind),
      })
      const { firstCaret } = latest.current
      if (firstCaret !== undefined) view.current.placeCaret(firstCaret)
      const { caret, focus } = wish.current
      wish.current = {}
      if (caret !== undefined) view.current.moveCaret(caret)
      else if (focus) view.current.focus()
      setReady(true)
    }
    if (createLineView) start(createLineView)
    else {
      import('./createLineView.ts').then(
        (module) => {
          createLineView = module.createLineView
          start(module.createLineView)
        },
        () => {
          if (!isGone) setMissing(true)
        },
      )
    }
    return () => {
      isGone = true
      view.current?.destroy()
      view.current = undefined
      setReady(false)
    }
  }, [isHighlighted])

  // Before the text: they are of the line, and a draft of it moves them.
  useEffect(() => {
    if (isReady && matches) view.current?.setMatches(matches)
  }, [matches, isReady])

  useEffect(() => {
    if (isReady) view.current?.setText(text)
  }, [text, isReady])

  useEffect(() => {
    if (isReady) view.current?.setMarkers(diagnostics, translator)
  }, [diagnostics, isReady, translator])

  useEffect(() => {
    if (isReady) view.current?.setWords({ translator, label })
  }, [translator, label, isReady])

  useEffect(() => {
    if (isReady) view.current?.setWrapped(isWrapped)
  }, [isWrapped, isReady])

  return (
    <div className={styles['frame']}>
      {isMissing && (
        <p role="alert">
          {t(msg('The editor could not be loaded. Reload the page to edit lines.'))}
        </p>
      )}
      {!isReady && (
        <pre className={isWrapped ? styles['wrapped'] : styles['plain']}>
          {cutText(text, FIRST_LOOK)}
        </pre>
      )}
      <div ref={parent} />
    </div>
  )
}
