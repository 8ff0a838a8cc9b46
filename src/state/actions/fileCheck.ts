// Whether the file on the disk is still the one that was read.
import type { Failure } from '../../base/failures.ts'
import type { Message } from '../../i18n/message.ts'
import { clientOf, hasClient, sourceOf } from '../clients.ts'
import { documentSlot } from '../documentScope.ts'
import { canReadNow } from '../filePermission.ts'
import { isUnchanged } from '../shareUnchanged.ts'
import { type DocumentKey, findDocument, store, updateDocument } from '../store.ts'

/** The problem that the user chose to work on with; it is not reported again. */
const accepted = documentSlot<{ message?: Message | undefined }>(() => ({}))

/** Looks at the files of all documents: when the window gets the focus back. */
export async function checkAllFiles(): Promise<void> {
  await Promise.all(store.getState().documents.map((tab) => checkFile(tab.key)))
}

/** Reports a file that changed or went away. Returns whether all is well. */
export async function checkFile(key: DocumentKey): Promise<boolean> {
  const tab = findDocument(key)
  if (!tab?.facts || tab.facts.state === 'reading' || !hasClient(key)) return true
  const result = await clientOf(key).checkFile(await currentFile(key))
  if (result.ok) {
    accepted.of(key).message = undefined
    updateDocument(key, { fileProblem: undefined })
  } else reportFileProblem(key, result.failure)
  return result.ok
}

/** Shows what happened to the file, unless the user has chosen to work on with that. */
export function reportFileProblem(key: DocumentKey, failure: Failure): void {
  if (!isUnchanged(accepted.of(key).message, failure.message)) {
    updateDocument(key, { fileProblem: failure.message })
  }
}

/** Hides the report of the active problem: work goes on with what is still readable. */
export function keepWorking(key: DocumentKey): void {
  const problem = findDocument(key)?.fileProblem
  if (problem === undefined) return
  accepted.of(key).message = problem
  updateDocument(key, { fileProblem: undefined })
}

/** A fresh look at the file, where the browser lets us have one without asking. */
async function currentFile(key: DocumentKey): Promise<File | undefined> {
  const handle = sourceOf(key)?.handle
  if (!handle) return undefined
  try {
    if (!(await canReadNow(handle))) return undefined
    return await handle.getFile()
  } catch {
    // Gone: reading the old File then fails, and the worker says so.
    return undefined
  }
}
