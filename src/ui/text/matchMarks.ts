// What the search found in a text of CodeMirror, as marks that move with what is typed.
import { type EditorState, type Extension, StateEffect, StateField } from '@codemirror/state'
import { Decoration, type DecorationSet, EditorView } from '@codemirror/view'

export interface TextMatches {
  /** The text that they are of. */
  readonly text: string
  /** Half-open, ascending, without overlap. */
  readonly ranges: readonly { readonly from: number; readonly to: number }[]
  /** Which of them is gone to and set apart, from 0. */
  readonly current: number | undefined
  /** The match to show when this rises; the first, without one that is current. */
  readonly jump: number
}

const setMarks = StateEffect.define<DecorationSet>()

const marks = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update(shown, transaction) {
    let next = shown.map(transaction.changes)
    for (const effect of transaction.effects) if (effect.is(setMarks)) next = effect.value
    return next
  },
  provide: (field) => EditorView.decorations.from(field),
})

/** The jump that was made last. */
const jumped = StateField.define<number>({
  create: () => 0,
  update(value, transaction) {
    for (const effect of transaction.effects) if (effect.is(setJumped)) return effect.value
    return value
  },
})

const setJumped = StateEffect.define<number>()

export const matchMarks: Extension = [marks, jumped]

const match = Decoration.mark({ tagName: 'mark' })
const currentMatch = Decoration.mark({ tagName: 'mark', attributes: { 'aria-current': 'true' } })

/** Marks them, and shows the one that was gone to unless that was done. Ignored for another text. */
export function setMatches(view: EditorView, matches: TextMatches): void {
  const { ranges, current, jump } = matches
  if (!isOf(view.state, matches.text)) return
  const decorations = ranges.map(({ from, to }, i) =>
    (i === current ? currentMatch : match).range(from, to),
  )
  const shown = ranges[current ?? 0]
  const isNew = jump > view.state.field(jumped)
  view.dispatch({
    effects: [
      setMarks.of(Decoration.set(decorations)),
      ...(shown && isNew
        ? [
            EditorView.scrollIntoView(shown.from, { y: 'center', x: 'nearest', xMargin: 40 }),
            setJumped.of(jump),
          ]
        : []),
    ],
  })
}

function isOf({ doc }: EditorState, text: string): boolean {
  return doc.length === text.length && doc.sliceString(0) === text
}
