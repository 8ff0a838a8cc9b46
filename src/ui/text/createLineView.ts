// The CodeMirror of the drawer. Everything of CodeMirror is behind this file, which is only ever
// imported dynamically: the page without an open drawer does not load it.
import { defaultKeymap, history, historyKeymap } from '@codemirror/commands'
import { json } from '@codemirror/lang-json'
import {
  bidiIsolates,
  bracketMatching,
  HighlightStyle,
  syntaxHighlighting,
} from '@codemirror/language'
import { type Diagnostic as Marker, setDiagnostics } from '@codemirror/lint'
import {
  Annotation,
  Compartment,
  EditorState,
  type Extension,
  type Text,
  Transaction,
} from '@codemirror/state'
import { EditorView, keymap, placeholder } from '@codemirror/view'
import { tags } from '@lezer/highlight'
import type { TextOffset } from '../../base/units.ts'
import type { Diagnostic } from '../../diagnostics/diagnostic.ts'
import { msg } from '../../i18n/message.ts'
import type { Translator } from '../../i18n/translator.ts'
import { matchMarks, setMatches, type TextMatches } from './matchMarks.ts'
import { preparePastedText, type PastedText } from './pastedText.ts'
import { specialCharacters } from './specialCharacters.ts'

/** What the view says itself. */
export interface LineViewWords {
  readonly translator: Translator
  /** The accessible name. */
  readonly label: string
}

export interface LineViewOptions {
  readonly parent: HTMLElement
  readonly text: string
  /** Colours and matching brackets; costs a parse of the text. */
  readonly isHighlighted: boolean
  readonly isWrapped: boolean
  readonly words: LineViewWords
  readonly isReadOnly: boolean
  /** A window of the line does not begin at its beginning. */
  readonly textBefore: string
  /** Ids of elements that describe the editor. */
  readonly describedBy?: string
  readonly onChange: (text: string) => void
  /** The user or `placeCaret` put the caret there. */
  readonly onCaret: (offset: TextOffset) => void
  readonly onApply: () => void
  readonly onClose: () => void
  /** Enter was pressed: a line holds no line feed. */
  readonly onLineFeed: () => void
  readonly onPaste: (kind: PastedText['kind']) => void
}

export interface LineEditorView {
  /** Replaces what differs, as a step that the editor's own undo takes back. */
  setText(text: string): void
  getText(): string
  /** Offsets are of this view's text; those outside are moved to its ends. */
  setMarkers(diagnostics: readonly Diagnostic[], translator: Translator): void
  /** Marks them; what is typed later moves the marks. Those of another text are ignored. */
  setMatches(matches: TextMatches): void
  setWrapped(isWrapped: boolean): void
  /** In another language; the text, the caret and what can be undone stay. Markers are set anew. */
  setWords(words: LineViewWords): void
  /** Puts the caret there, shows it and takes the focus. */
  moveCaret(offset: TextOffset): void
  /** The same without the focus. */
  placeCaret(offset: TextOffset): void
  focus(): void
  destroy(): void
}

/** Changes that came from outside the view are not reported back. */
const fromOutside = Annotation.define<boolean>()

const colours = HighlightStyle.define([
  { tag: tags.propertyName, color: 'var(--k)' },
  { tag: tags.string, color: 'var(--s)' },
  { tag: [tags.number, tags.bool, tags.null], color: 'var(--n)' },
  { tag: [tags.separator, tags.squareBracket, tags.brace], color: 'var(--p)' },
])

const theme = EditorView.theme({
  '&': { color: 'var(--ink)', backgroundColor: 'var(--bg)', fontSize: '12.5px' },
  '&.cm-focused': { outline: 'none' },
  '.cm-scroller': { fontFamily: 'var(--mono)', lineHeight: '1.6', maxHeight: '42vh' },
  '.cm-content': { padding: '8px 0', caretColor: 'var(--ink)' },
  '.cm-line': { padding: '0 12px' },
  '.cm-placeholder': { color: 'var(--ink2)' },
  '.cm-cursor': { borderLeftColor: 'var(--ink)' },
  '.cm-specialChar': { color: 'var(--err)', backgroundColor: 'var(--err-soft)' },
  // Brackets are matched at the caret, which is not shown without the focus.
  '.cm-matchingBracket, .cm-nonmatchingBracket': { backgroundColor: 'transparent' },
  '&.cm-focused .cm-matchingBracket': {
    backgroundColor: 'var(--accent-soft)',
    outline: '1px solid var(--accent)',
  },
  '&.cm-focused .cm-nonmatchingBracket': {
    backgroundColor: 'var(--err-soft)',
  },
  '.cm-lintRange': {
    backgroundImage: 'none',
    paddingBottom: '0',
    textDecoration: 'underline wavy var(--err)',
    textDecorationSkipInk: 'none',
    textUnderlineOffset: '3px',
  },
  '.cm-lintRange-error': { backgroundColor: 'var(--err-soft)' },
  '.cm-lintRange-warning': {
    backgroundColor: 'var(--warn-soft)',
    textDecorationColor: 'var(--warn)',
  },
  '.cm-lintRange-info': { textDecorationColor: 'var(--ink3)' },
  '.cm-lintPoint:after': { borderBottomColor: 'var(--err)' },
  mark: {
    color: 'inherit',
    backgroundColor: 'color-mix(in oklab, var(--accent) 26%, transparent)',
    borderRadius: '2px',
  },
  'mark[aria-current]': { outline: '2px solid var(--accent)', outlineOffset: '-1px' },
  '.cm-tooltip': {
    backgroundColor: 'var(--raise)',
    color: 'var(--ink)',
    border: '1px solid var(--line2)',
    borderRadius: 'var(--r)',
    boxShadow: 'var(--shadow)',
    maxWidth: '380px',
    font: '13px/1.45 var(--sans)',
  },
  '.cm-diagnostic': { borderLeft: 'none', padding: '6px 10px' },
})

export function createLineView(options: LineViewOptions): LineEditorView {
  const wrapping = new Compartment()
  const wording = new Compartment()
  const special = new Compartment()
  let shown = options.words
  const view = new EditorView({
    parent: options.parent,
    state: EditorState.create({
      doc: EditorState.create({ extensions: lineSeparator }).toText(options.text),
      extensions: [
        lineSeparator,
        keymapOf(options),
        history(),
        EditorState.readOnly.of(options.isReadOnly),
        special.of(specialCharacters(options.words.translator)),
        wrapping.of(options.isWrapped ? EditorView.lineWrapping : []),
        options.isHighlighted
          ? [json(), syntaxHighlighting(colours), bracketMatching(), bidiIsolates()]
          : ([] as Extension),
        matchMarks,
        theme,
        wording.of(wordsOf(options.words)),
        EditorView.contentAttributes.of({
          // It scrolls, so it is reached by keyboard also where nothing can be typed.
          ...(options.isReadOnly ? { 'aria-readonly': 'true', tabindex: '0' } : {}),
          ...(options.describedBy === undefined ? {} : { 'aria-describedby': options.describedBy }),
          autocapitalize: 'off',
          autocorrect: 'off',
          spellcheck: 'false',
        }),
        noTypedLineFeeds(options),
        EditorView.clipboardInputFilter.of((pasted, state) => {
          const before = options.textBefore + state.sliceDoc(0, state.selection.main.from)
          const prepared = preparePastedText(pasted, before)
          options.onPaste(prepared.kind)
          return prepared.text
        }),
        EditorView.updateListener.of((update) => {
          const isOwn = update.transactions.some((step) => step.annotation(fromOutside) !== true)
          if (update.docChanged && isOwn) options.onChange(textOf(update.state))
          if (update.docChanged || update.selectionSet) {
            options.onCaret(update.state.selection.main.head)
          }
        }),
      ],
    }),
  })

  return {
    setText: (text) => replaceDifference(view, text),
    getText: () => textOf(view.state),
    setMarkers: (diagnostics, translator) =>
      view.dispatch(setDiagnostics(view.state, markersOf(diagnostics, view.state.doc, translator))),
    setMatches: (matches) => setMatches(view, matches),
    setWrapped: (isWrapped) =>
      view.dispatch({
        effects: wrapping.reconfigure(isWrapped ? EditorView.lineWrapping : []),
      }),
    setWords: (words) => {
      if (words.translator === shown.translator && words.label === shown.label) return
      shown = words
      // CodeMirror keeps what stands for such a character as long as one does.
      view.dispatch({ effects: special.reconfigure([]) })
      view.dispatch({
        effects: [
          special.reconfigure(specialCharacters(words.translator)),
          wording.reconfigure(wordsOf(words)),
        ],
      })
    },
    moveCaret: (offset) => {
      view.focus()
      placeCaret(view, offset)
    },
    placeCaret: (offset) => placeCaret(view, offset),
    focus: () => view.focus(),
    destroy: () => view.destroy(),
  }
}

// A lone CR is a character of the line here. By default CodeMirror would take it for a line end and
// give it back as LF.
const lineSeparator = EditorState.lineSeparator.of('\n')

function wordsOf({ translator: { t }, label }: LineViewWords): Extension {
  return [
    EditorView.contentAttributes.of({ 'aria-label': label }),
    placeholder(t(msg('This line is blank'))),
    // Of the phrases of CodeMirror those that can be heard here.
    EditorState.phrases.of({ 'Selection deleted': t(msg('Selection deleted')) }),
  ]
}

function textOf(state: EditorState): string {
  return state.sliceDoc()
}

function keymapOf(options: LineViewOptions): Extension {
  const run = (action: () => void) => () => {
    action()
    return true
  }
  return keymap.of([
    { key: 'Mod-Enter', run: run(() => options.onApply()) },
    { key: 'Enter', run: run(() => options.onLineFeed()) },
    { key: 'Shift-Enter', run: run(() => options.onLineFeed()) },
    { key: 'Escape', run: run(() => options.onClose()) },
    ...historyKeymap,
    ...defaultKeymap,
  ])
}

/** Keyboards of phones, and commands that open a line, get past the key map. */
function noTypedLineFeeds(options: LineViewOptions): Extension {
  return EditorState.transactionFilter.of((transaction) => {
    if (!transaction.docChanged || !transaction.isUserEvent('input')) return transaction
    if (transaction.isUserEvent('input.paste') || transaction.isUserEvent('input.drop')) {
      return transaction
    }
    let hasLineFeed = false
    transaction.changes.iterChanges((_fromA, _toA, _fromB, _toB, inserted) => {
      if (inserted.lines > 1) hasLineFeed = true
    })
    if (!hasLineFeed) return transaction
    options.onLineFeed()
    return []
  })
}

function placeCaret(view: EditorView, offset: TextOffset): void {
  const anchor = Math.min(Math.max(offset, 0), view.state.doc.length)
  view.dispatch({
    selection: { anchor },
    effects: EditorView.scrollIntoView(anchor, { y: 'center', x: 'center' }),
  })
}

function replaceDifference(view: EditorView, text: string): void {
  const shown = textOf(view.state)
  if (shown === text) return
  let from = 0
  const shorter = Math.min(shown.length, text.length)
  while (from < shorter && shown.charCodeAt(from) === text.charCodeAt(from)) from++
  let fromEnd = 0
  while (
    fromEnd < shorter - from &&
    shown.charCodeAt(shown.length - 1 - fromEnd) === text.charCodeAt(text.length - 1 - fromEnd)
  ) {
    fromEnd++
  }
  view.dispatch({
    changes: {
      from,
      to: shown.length - fromEnd,
      insert: view.state.toText(text.slice(from, text.length - fromEnd)),
    },
    annotations: [fromOutside.of(true), Transaction.addToHistory.of(true)],
  })
}

function markersOf(
  diagnostics: readonly Diagnostic[],
  { length }: Text,
  { t }: Translator,
): Marker[] {
  const markers: Marker[] = []
  for (const { range, severity, title, message } of diagnostics) {
    if (!range) continue
    const from = Math.min(Math.max(range.from, 0), length)
    const to = Math.min(Math.max(range.to, from), length)
    const level = severity === 'error' || severity === 'warning' ? severity : 'info'
    markers.push({
      from,
      to,
      severity: level,
      message: t(msg('{title}: {message}', { title, message })),
    })
  }
  return markers
}
