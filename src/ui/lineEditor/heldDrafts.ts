// Drafts beside the one that the store keeps for a document. Somebody who types in one line, goes to
// another and types there as well must find both texts again; the store has room for one.
import type { LineId, LineNumber } from '../../base/units.ts'
import { setDraft } from '../../state/actions/edits.ts'
import {
  type DocumentKey,
  type DocumentTab,
  type Draft,
  findDocument,
  store,
} from '../../state/store.ts'

interface DraftOrigin {
  /** The text of the line when typing began: differs from the line's when it changed below. */
  readonly base: string
  /** Where the line was then. */
  readonly line: LineNumber
}

export interface HeldDraft {
  readonly id: LineId
  readonly line: LineNumber
}

const heldByDocument = new Map<DocumentKey, Map<LineId, string>>()
const originsByDocument = new Map<DocumentKey, Map<LineId, DraftOrigin>>()

/** The text typed for a line and not applied. */
export function findDraft(tab: DocumentTab, id: LineId): string | undefined {
  if (tab.draft?.id === id) return tab.draft.text
  return heldByDocument.get(tab.key)?.get(id)
}

/** Keeps what is typed for a line of the active document; `origin` is taken when typing begins. */
export function keepDraft(key: DocumentKey, draft: Draft, origin: DraftOrigin): void {
  const shown = findDocument(key)?.draft
  const held = mapOf(heldByDocument, key)
  if (shown?.id !== draft.id && !held.has(draft.id)) {
    mapOf(originsByDocument, key).set(draft.id, origin)
  }
  if (shown && shown.id !== draft.id) held.set(shown.id, shown.text)
  held.delete(draft.id)
  setDraft(draft)
}

export function dropDraft(key: DocumentKey, id: LineId): void {
  heldByDocument.get(key)?.delete(id)
  originsByDocument.get(key)?.delete(id)
  if (findDocument(key)?.draft?.id === id) setDraft(undefined)
}

/** The text that the draft of a line began from, when that is known. */
export function draftBase(key: DocumentKey, id: LineId): string | undefined {
  return originOf(key, id)?.base
}

/** Every line of the document with text that is not applied, except `but`. */
export function otherDrafts(tab: DocumentTab, but: LineId | undefined): readonly HeldDraft[] {
  const ids = new Set(heldByDocument.get(tab.key)?.keys())
  if (tab.draft) ids.add(tab.draft.id)
  const drafts: HeldDraft[] = []
  for (const id of ids) {
    const origin = originOf(tab.key, id)
    if (id !== but && origin) drafts.push({ id, line: origin.line })
  }
  return drafts
}

/** Whether leaving the page would lose text that only this file holds. Forgets closed documents. */
export function hasHeldDrafts(): boolean {
  const open = new Set(store.getState().documents.map((tab) => tab.key))
  for (const map of [heldByDocument, originsByDocument]) {
    for (const key of map.keys()) if (!open.has(key)) map.delete(key)
  }
  return [...heldByDocument.values()].some((held) => held.size > 0)
}

function originOf(key: DocumentKey, id: LineId): DraftOrigin | undefined {
  return originsByDocument.get(key)?.get(id)
}

function mapOf<T>(maps: Map<DocumentKey, Map<LineId, T>>, key: DocumentKey): Map<LineId, T> {
  let map = maps.get(key)
  if (!map) {
    map = new Map()
    maps.set(key, map)
  }
  return map
}
