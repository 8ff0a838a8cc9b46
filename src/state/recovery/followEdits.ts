// While documents are open: drafts go to their workers before a second has passed, the browser's handles of files
// with edits are kept, and people are told when edits are not.
import { type Message, msg } from '../../i18n/message.ts'
import { showMessage } from '../actions/messages.ts'
import { clientOf, hasClient, sourceOf } from '../clients.ts'
import { documentSlot } from '../documentScope.ts'
import { type DocumentKey, type DocumentTab, store } from '../store.ts'
import { journalIdOf } from './documentJournal.ts'
import { keepHandleOf } from './journalHandles.ts'

/** Milliseconds of typing between two writings. */
const DRAFT_DELAY = 400

interface Followed {
  drafts: DocumentTab['drafts']
  timer?: ReturnType<typeof setTimeout> | undefined
  /** It was said that they are not kept. */
  isTooLarge?: boolean
  /** The journal for which the handle is kept. */
  handleOf?: string
}

const followed = documentSlot<Followed>(
  () => ({ drafts: [] }),
  ({ timer }) => clearTimeout(timer),
)

let isFollowing = false
/** What was said already: of the browser once, of a document once. */
const told = new Set<string>()

/** Begins to follow the open documents; once is enough. */
export function followEdits(): void {
  if (isFollowing) return
  isFollowing = true
  store.subscribe(({ documents }, before) => {
    if (documents === before.documents) return
    for (const tab of documents) follow(tab)
  })
}

function follow({ key, drafts, facts }: DocumentTab): void {
  const known = followed.of(key)
  const isNothing = drafts.length === 0 && known.drafts.length === 0
  if (drafts !== known.drafts && !isNothing) {
    known.drafts = drafts
    known.timer ??= setTimeout(() => {
      known.timer = undefined
      if (hasClient(key)) void keep(key, known)
    }, DRAFT_DELAY)
  }
  const state = facts?.journal
  if (state === undefined) return
  const id = journalIdOf(key)
  const handle = sourceOf(key)?.handle
  if (state === 'kept' && id !== undefined && handle && known.handleOf !== id) {
    known.handleOf = id
    void keepHandleOf(id, handle)
  }
  const problem = NOT_KEPT[state]
  const toldOf = state === 'full' ? `${key} ${state}` : state
  if (problem && !told.has(toldOf)) {
    told.add(toldOf)
    showMessage('alert', problem)
  }
}

async function keep(key: DocumentKey, known: Followed): Promise<void> {
  const kept = await clientOf(key).keepDrafts(known.drafts)
  if (!kept.ok || kept.value) {
    known.isTooLarge = false
    return
  }
  if (!known.isTooLarge) showMessage('alert', TOO_LARGE)
  known.isTooLarge = true
}

const TOO_LARGE = msg(
  'The text that was typed and not applied is too large to be kept on this device: it would not survive a crash. Apply it.',
)

const NOT_KEPT: Readonly<Record<string, Message>> = {
  unavailable: msg(
    'This browser keeps no unsaved edits on this device, as in a private window: they would not survive a crash. Export or save often.',
  ),
  full: msg(
    'There is no room for more unsaved edits of this document: later ones would not survive a crash. Save or export it.',
  ),
  'no-room': msg(
    'Too many unsaved edits of earlier documents are kept on this device: those of this one would not survive a crash. Clear some.',
  ),
}
