// The journal of each open document, as the page has it: its id, and the lock that says that it is in use.
import { randomId } from '../../base/randomId.ts'
import type { JournalOptions } from '../../contracts/journal.ts'
import { canLock, lockJournal } from '../../worker/journalFolder.ts'
import { namePage } from '../../worker/pageId.ts'
import { documentSlot } from '../documentScope.ts'
import type { DocumentKey } from '../store.ts'
import { forgetJournal } from './forgetJournal.ts'
import { recoveryStore } from './recoveryStore.ts'

interface DocumentJournal {
  id?: string
  release?: (() => void) | undefined
}

const journals = documentSlot<DocumentJournal>(
  () => ({}),
  // The document was closed on purpose.
  ({ id, release }) => {
    if (id !== undefined) void forgetJournal(id).finally(() => release?.())
  },
)

/** What its worker is told; the same for as long as the document is open. Undefined where none is to be kept. */
export function journalFor(key: DocumentKey): JournalOptions | undefined {
  if (!canLock() || !recoveryStore.getState().isOn) return undefined
  const journal = journals.of(key)
  if (journal.id === undefined) {
    const id = randomId()
    journal.id = id
    // No other page knows the id before there is anything in it.
    void lockJournal(id).then((release) => {
      if (journal.id === id) journal.release = release
      else release?.()
    })
  }
  return { id: journal.id, pageId: namePage() }
}

/** The user gave up the edits of the document: they are removed, and later ones get another journal. */
export function giveUpJournal(key: DocumentKey): void {
  const journal = journals.of(key)
  const { id, release } = journal
  delete journal.id
  delete journal.release
  if (id !== undefined) void forgetJournal(id).finally(() => release?.())
}

/** A journal that takes the place of a document's, or not. */
export interface NextJournal {
  readonly options: JournalOptions
  /** Returns the earlier one, which no longer is the document's and stays until it is forgotten. */
  readonly take: () => { readonly id: string | undefined; readonly release: () => void }
  readonly drop: () => void
}

/** Undefined where none is to be kept. */
export async function nextJournal(key: DocumentKey): Promise<NextJournal | undefined> {
  if (!canLock() || !recoveryStore.getState().isOn) return undefined
  const id = randomId()
  const release = await lockJournal(id)
  return {
    options: { id, pageId: namePage() },
    take() {
      const journal = journals.of(key)
      const before = { id: journal.id, release: journal.release ?? (() => {}) }
      journal.id = id
      journal.release = release
      return before
    },
    drop: () => release?.(),
  }
}

export function journalIdOf(key: DocumentKey): string | undefined {
  return journals.of(key).id
}

/** Takes a journal of an earlier visit, so that no other page does. False when one has. */
export async function takeJournal(key: DocumentKey, id: string): Promise<(() => void) | undefined> {
  if (journals.of(key).id === id) return () => {}
  return lockJournal(id)
}

/** From now on it is the journal of the document. */
export function adoptJournal(key: DocumentKey, id: string, release: () => void): void {
  const journal = journals.of(key)
  if (journal.id === id) return
  journal.release?.()
  journal.id = id
  journal.release = release
}
