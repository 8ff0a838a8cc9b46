// Several tabs on one file: each holds a lock of its name that all may share, and whoever opens it later is told.
import { msg } from '../../i18n/message.ts'
import { hasLocks, holdersOf, shareLock } from '../../worker/originStorage.ts'
import { closeDocument } from '../actions/documents.ts'
import { showMessage } from '../actions/messages.ts'
import { sourceOf } from '../clients.ts'
import { documentSlot } from '../documentScope.ts'
import { type DocumentKey, findDocument } from '../store.ts'

const LOCK = 'lineproof-file-'

const locks = documentSlot<{ name?: string; release?: (() => void) | undefined }>(
  () => ({}),
  ({ release }) => release?.(),
)

/** Says that this page has the file of the document open as it is now, until another is or it is closed. */
export async function holdFile(key: DocumentKey): Promise<void> {
  const file = sourceOf(key)?.file
  if (!file || !hasLocks()) return
  const lock = locks.of(key)
  lock.release?.()
  lock.name = `${LOCK}${file.size}-${file.lastModified}-${file.name}`
  lock.release = await shareLock(lock.name)
  // Closed while the browser was asked.
  if (!findDocument(key)) lock.release?.()
}

/** The same for a file that was just opened, and tells the user when another tab has it. */
export async function holdOpenedFile(key: DocumentKey): Promise<void> {
  await holdFile(key)
  const { name } = locks.of(key)
  const tab = findDocument(key)
  if (!tab || name === undefined || (await holdersOf(name)) < 2) return
  showMessage(
    'status',
    msg(
      '{name} is open in another tab as well. This is a copy of its own: edits of one do not show in the other.',
      { name: tab.name },
    ),
    { label: msg('Close the copy'), run: () => closeDocument(key), stays: true },
  )
}
