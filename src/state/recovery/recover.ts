// What can be done with edits of an earlier visit: open the file and apply them, export what was typed, discard them.
import type { Recovery } from '../../contracts/journal.ts'
import { type Message, msg, sentences } from '../../i18n/message.ts'
import { clientOf, hasClient } from '../clients.ts'
import { clearCommands, logCommand } from '../commandLog.ts'
import { visibleFileName } from '../fileName.ts'
import { askPermission } from '../filePermission.ts'
import { type DocumentKey, findDocument, store, updateDocument } from '../store.ts'
import { askFirst } from '../actions/dialogs.ts'
import { runJob } from '../actions/jobs.ts'
import { showFailure, showMessage } from '../actions/messages.ts'
import { adoptJournal, journalIdOf, takeJournal } from './documentJournal.ts'
import { findKept } from './findKept.ts'
import { forgetJournal } from './forgetJournal.ts'
import { handleOf } from './journalHandles.ts'
import { leftWith } from './leftOnPage.ts'
import type { KeptEdits } from './recoveryStore.ts'

/** A file to be opened, and whose edits are applied when it is read. */
export interface FileToRecover {
  readonly file: File
  readonly handle: FileSystemFileHandle
}

/** The file of a journal, when the browser may read it. Needs a click. Says why not. */
export async function fileToRecover({ id, name }: KeptEdits): Promise<FileToRecover | undefined> {
  const handle = await handleOf(id)
  const shown = visibleFileName(name)
  if (!handle) return undefined
  if (!(await askPermission(handle, 'read'))) {
    showMessage(
      'alert',
      msg('The browser was not allowed to read {name}. Open it from the disk.', { name: shown }),
    )
    return undefined
  }
  try {
    return { file: await handle.getFile(), handle }
  } catch {
    showMessage(
      'alert',
      msg('{name} is no longer where it was. Open it from the disk.', { name: shown }),
    )
    return undefined
  }
}

/** Applies the edits of a journal to a document that was read. Resolves with whether that happened. */
export async function applyJournal(key: DocumentKey, id: string): Promise<boolean> {
  if (!hasClient(key)) return false
  const release = await takeJournal(key, id)
  if (!release) {
    showMessage('alert', msg('Another tab is working with these edits.'))
    return false
  }
  const result = await runJob(key, msg('Applying your edits again'), (jobId, onProgress) =>
    clientOf(key).recover(id, jobId, onProgress),
  )
  if (!result.ok) {
    release()
    showFailure(result.failure)
    return false
  }
  withdrawOffers(id)
  const recovery = result.value
  if (recovery.isContinued) adoptJournal(key, id, release)
  else release()
  // Where its own begins anew, it no longer holds what was left.
  const isOwn = journalIdOf(key) === id
  takeRecovery(key, isOwn ? [] : [id], recovery)
  if (!isOwn && isKeptElsewhere(recovery)) await forgetJournal(id)
  await findKept()
  return true
}

/** All of it is in the journal that the document has now, or in the file. */
export function isKeptElsewhere({ facts, isContinued, left }: Recovery): boolean {
  const { journal = 'kept' } = facts
  return !isContinued && left.length === 0 && journal === 'kept'
}

/** `journalIds`: of the journals in which what was left still is. */
export function takeRecovery(
  key: DocumentKey,
  journalIds: readonly string[],
  recovery: Recovery,
): void {
  const { facts, drafts, left, log } = recovery
  clearCommands(key)
  for (const command of log) logCommand(key, command)
  updateDocument(key, (tab) => ({
    facts,
    drafts: [...tab.drafts, ...drafts.filter(({ id }) => !tab.drafts.some((one) => one.id === id))],
    left: leftWith(left, journalIds, tab.left?.onPage),
  }))
  const name = findDocument(key)?.name ?? ''
  const [first, ...others] = whatCame(recovery, name)
  if (first) showMessage('status', sentences(first, ...others))
}

function whatCame(recovery: Recovery, name: string): Message[] {
  const { applied, already, drafts, left, lost } = recovery
  // What could not be applied is said above the table.
  const isNone = applied === 0 && (drafts.length > 0 || left.length > 0)
  return [
    ...(!isNone
      ? [
          msg('{applied, plural, one {# edit} other {# edits}} of {name} applied again.', {
            applied,
            name,
          }),
        ]
      : []),
    ...(already > 0
      ? [
          msg('{already, plural, one {# edit is} other {# edits are}} in the file already.', {
            already,
          }),
        ]
      : []),
    ...(drafts.length > 0
      ? [
          msg(
            'Text typed in {drafts, plural, one {# line} other {# lines}} and not applied is in the line editor again.',
            { drafts: drafts.length },
          ),
        ]
      : []),
    ...(lost > 0
      ? [
          msg('{lost, plural, one {# record was} other {# records were}} damaged on this device.', {
            lost,
          }),
        ]
      : []),
  ]
}

/** Asks, and gives up all that no page uses. */
export function discardAllKept(kept: readonly KeptEdits[]): void {
  askToDiscard(
    kept.map(({ id }) => id),
    msg('Discard all unsaved edits of earlier visits?'),
    msg(
      'Those of {files, plural, one {# file} other {# files}} are kept on this device and nowhere else. The files stay as they are.',
      { files: kept.length },
    ),
  )
}

/** Asks, and gives up those that could not be made again. */
export function discardLeft(key: DocumentKey): void {
  const tab = findDocument(key)
  if (!tab?.left) return
  const { journalIds, edits } = tab.left
  askToDiscard(
    journalIds,
    msg('Discard what could not be applied?'),
    msg(
      '{count, plural, one {# edit of {name} is} other {# edits of {name} are}} kept on this device and nowhere else. What was applied stays.',
      { count: edits.length, name: tab.name },
    ),
    () => updateDocument(key, { left: undefined }),
  )
}

/** Asks, and gives them up. */
export function discardKept({ id, name, edits, isReadable }: KeptEdits): void {
  askToDiscard(
    [id],
    isReadable
      ? msg('Discard the unsaved edits of {name}?', { name: visibleFileName(name) })
      : msg('Discard unsaved edits that cannot be read?'),
    isReadable
      ? msg(
          '{edits, plural, one {# edit is} other {# edits are}} kept on this device and nowhere else. The file stays as it is.',
          { edits },
        )
      : msg('Another version of the app may be able to read them.'),
  )
}

function askToDiscard(
  ids: readonly string[],
  title: Message,
  text: Message,
  onDiscard = () => {},
): void {
  askFirst({
    title,
    text,
    confirmLabel: msg('Discard edits'),
    keepLabel: msg('Keep edits'),
    run: () => {
      onDiscard()
      for (const id of ids) withdrawOffers(id)
      void Promise.all(ids.map(forgetJournal)).then(findKept)
    },
  })
}

/** No document offers what is gone, or in use. */
function withdrawOffers(id: string): void {
  for (const { key, offered, left } of store.getState().documents) {
    if (offered?.edits.id === id) updateDocument(key, { offered: undefined })
    if (left?.journalIds.includes(id) === true) {
      updateDocument(key, { left: leftWith([], [], left.onPage) })
    }
  }
}
