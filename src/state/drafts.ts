// Text typed in the line editor and not yet applied, of any number of lines of a document. It
// survives closing the editor and changing lines and tabs, and whatever would lose it asks first.
import type { LineId, LineNumber } from '../base/units.ts'
import { type DocumentKey, type DocumentTab, updateDocument } from './store.ts'

export interface Draft {
  readonly id: LineId
  readonly text: string
  /** The text of the line when typing began: differs from the line's when it changed below. */
  readonly base: string
  /** Where the line was then. */
  readonly line: LineNumber
}

export function findDraft(tab: DocumentTab, id: LineId): Draft | undefined {
  return tab.drafts.find((draft) => draft.id === id)
}

/** Keeps what is typed for a line; `base` and `line` are taken when typing begins. */
export function keepDraft(key: DocumentKey, typed: Draft): void {
  updateDocument(key, (tab) => {
    const known = findDraft(tab, typed.id)
    if (!known) return { drafts: [...tab.drafts, typed] }
    const draft = { ...known, text: typed.text }
    return { drafts: tab.drafts.map((one) => (one === known ? draft : one)) }
  })
}

export function dropDraft(key: DocumentKey, id: LineId): void {
  updateDocument(key, (tab) =>
    findDraft(tab, id) ? { drafts: tab.drafts.filter((draft) => draft.id !== id) } : {},
  )
}

/** Whether it differs from its file, or will when what was typed is applied. */
export function hasChanges({ drafts, facts }: DocumentTab): boolean {
  return facts?.isDirty === true || drafts.length > 0
}

/** Whether closing the document, or reading its file again, would lose edits or typed text. */
export function hasUnsavedWork({ drafts, facts, left }: DocumentTab): boolean {
  const isLeftHere = left?.journalIds.length === 0
  return (facts?.isDirty === true && !facts.isExported) || drafts.length > 0 || isLeftHere
}
