// A document goes on with another look at its file: the same bytes under another time, more of them, or other ones,
// in which edits are made again where their lines are still there.
import type { Attached } from '../../contracts/fileApi.ts'
import type { KeptDraft, LeftEdit, Recovery } from '../../contracts/journal.ts'
import { msg } from '../../i18n/message.ts'
import { clientOf, hasClient, type OpenedSource, setSource, sourceOf } from '../clients.ts'
import { hasChanges } from '../drafts.ts'
import { nextJournal, type NextJournal } from '../recovery/documentJournal.ts'
import { findKept } from '../recovery/findKept.ts'
import { forgetJournal } from '../recovery/forgetJournal.ts'
import { takeRecovery } from '../recovery/recover.ts'
import {
  type DocumentKey,
  type DocumentTab,
  emptySearch,
  findDocument,
  updateDocument,
} from '../store.ts'
import { withdrawUndoOffer } from './edits.ts'
import { endFileProblem, forgetFileProblem } from './fileCheck.ts'
import { runJob } from './jobs.ts'
import { showFailure, showMessage } from './messages.ts'

/** Whether there is something that would be lost if its file were simply opened again. */
export function hasWork(tab: DocumentTab): boolean {
  const { facts, left } = tab
  const hasSteps = facts?.undoLabel !== undefined || facts?.redoLabel !== undefined
  return facts?.state === 'ready' && (hasSteps || hasChanges(tab) || left !== undefined)
}

/** As the file is on the disk now, where the browser has a handle of it. Undefined, with a message, when it is gone. */
export async function freshSource(key: DocumentKey): Promise<OpenedSource | undefined> {
  const source = sourceOf(key)
  if (!source?.handle) return source
  try {
    return { file: await source.handle.getFile(), handle: source.handle }
  } catch {
    showMessage(
      'alert',
      msg('The file is no longer there. Put it back, or open it from its new place.'),
    )
    return undefined
  }
}

/** Reads the lines that were appended to the file. */
export async function readMore(key: DocumentKey): Promise<void> {
  const source = await freshSource(key)
  if (source) await attachFile(key, source)
}

/**
 * Goes on with `source`; `isForced`: its lines are read again even if they are the same. Resolves with whether that
 * happened; whatever goes wrong is said, and the document is as before then.
 */
export async function attachFile(
  key: DocumentKey,
  source: OpenedSource,
  isForced = false,
): Promise<boolean> {
  const tab = findDocument(key)
  if (!tab || !hasClient(key)) return false
  const { drafts, name } = tab
  const next = await nextJournal(key)
  const options = {
    journal: next?.options,
    drafts,
    withLeft: tab.left !== undefined,
    isForced,
  }
  const result = hasClient(key)
    ? await runJob(key, msg('Reading {name} again', { name }), (jobId, onProgress) =>
        clientOf(key).attach(source.file, options, jobId, onProgress),
      )
    : undefined
  if (!result?.ok) {
    next?.drop()
    if (result) showFailure(result.failure)
    return false
  }
  setSource(key, source)
  updateDocument(key, { canSave: source.handle !== undefined })
  if (result.value.kind === 'same') {
    next?.drop()
    endFileProblem(key)
    updateDocument(key, { more: undefined })
  } else await takeRead(key, drafts, result.value, next)
  return true
}

async function takeRead(
  key: DocumentKey,
  sent: readonly KeptDraft[],
  recovery: Extract<Attached, { kind: 'read' }>,
  next: NextJournal | undefined,
): Promise<void> {
  const before = findDocument(key)?.left?.journalIds ?? []
  const old = next?.take()
  const { drafts, left } = bringUpToDate(recovery, sent, findDocument(key)?.drafts ?? [])
  withdrawUndoOffer(key)
  forgetFileProblem(key)
  updateDocument(key, {
    drafts: [],
    search: emptySearch,
    match: undefined,
    view: { kind: 'all' },
    // Its lines have other names now.
    ...(!recovery.isSameFile && { selection: undefined, isDrawerOpen: false }),
  })
  const journals = [...before, ...(old?.id === undefined ? [] : [old.id])]
  takeRecovery(key, journals, { ...recovery, drafts, left })
  if (left.length === 0) await Promise.all(journals.map(forgetJournal))
  old?.release()
  if (journals.length > 0) await findKept()
}

/** Text that was typed while the file was read is that of the same lines; where they are not there, it is left. */
function bringUpToDate(
  { drafts, left }: Recovery,
  sent: readonly KeptDraft[],
  now: readonly KeptDraft[],
): { readonly drafts: readonly KeptDraft[]; readonly left: readonly LeftEdit[] } {
  const isOf = (one: KeptDraft) => (other: KeptDraft) =>
    one.base === other.base && one.line === other.line
  const typed = now.filter((draft) => !sent.includes(draft))
  const texts = new Map<KeptDraft, string>()
  const others: LeftEdit[] = []
  for (const draft of typed) {
    const there = drafts.find(isOf(draft))
    if (there) texts.set(there, draft.text)
    else {
      const { line, base, text } = draft
      others.push({ command: 'edit', line, before: base, texts: [text] })
    }
  }
  return {
    drafts: drafts.map((draft) => ({ ...draft, text: texts.get(draft) ?? draft.text })),
    left: [...left, ...others],
  }
}
