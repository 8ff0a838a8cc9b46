// The folder of the origin's private storage that holds journals of edits, and who uses which: each that is in use is
// locked by its page under its name. Browsers without such folders have them in a database. Used by pages and workers.
import { journalsInDatabase, removeFromDatabase } from './journalDatabase.ts'
import { hasPrivateFolders, lockFreed, namesHeld, privateFolder, tryLock } from './originStorage.ts'
import type { StoredJournal } from './storedJournal.ts'

const FOLDER = 'edits'

const LOCK = 'lineproof-edits-'

export type { StoredJournal } from './storedJournal.ts'

/** Undefined where the browser keeps nothing. */
export function journalFolder(): Promise<FileSystemDirectoryHandle | undefined> {
  return privateFolder(FOLDER)
}

/** Files of all journals, those in use among them. */
export async function storedJournals(): Promise<readonly StoredJournal[]> {
  if (!hasPrivateFolders()) return journalsInDatabase()
  const stored: StoredJournal[] = []
  try {
    for await (const [name, handle] of (await journalFolder())?.entries() ?? []) {
      if (handle.kind !== 'file') continue
      const file = await fileOf(handle)
      if (file) stored.push({ name, file })
    }
  } catch {
    // The storage was cleared meanwhile.
  }
  return stored
}

/** Undefined when another tab has removed it since it was listed. */
async function fileOf(handle: FileSystemFileHandle): Promise<File | undefined> {
  try {
    return await handle.getFile()
  } catch {
    return undefined
  }
}

/** Whether it is gone; false while a worker has it open. */
export async function removeStored(name: string): Promise<boolean> {
  if (!hasPrivateFolders()) return removeFromDatabase(name)
  try {
    await (await journalFolder())?.removeEntry(name)
    return true
  } catch (error) {
    return error instanceof DOMException && error.name === 'NotFoundError'
  }
}

/** Whether journals can be told apart by who uses them: without that none is kept. */
export { hasLocks as canLock } from './originStorage.ts'

/** Ids of the journals that some page uses. */
export function lockedJournals(): Promise<ReadonlySet<string>> {
  return namesHeld(LOCK)
}

/** Resolves when no page uses the journal; with false when that cannot be told. */
export function journalFreed(id: string): Promise<boolean> {
  return lockFreed(LOCK + id)
}

/** Resolves with what releases it; with undefined when another page has it. */
export function lockJournal(id: string): Promise<(() => void) | undefined> {
  return tryLock(LOCK + id)
}
