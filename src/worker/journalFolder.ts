// The folder of the origin's private storage that holds journals of edits, and who uses which: each that is in use is
// locked by its page under its name. Used by pages and workers.
const FOLDER = 'edits'

const LOCK = 'lineproof-edits-'

export interface StoredJournal {
  readonly name: string
  readonly file: File
}

/** Undefined where the browser keeps nothing: private windows, old browsers, no secure origin. */
export async function journalFolder(): Promise<FileSystemDirectoryHandle | undefined> {
  try {
    const root = await navigator.storage.getDirectory()
    return await root.getDirectoryHandle(FOLDER, { create: true })
  } catch {
    return undefined
  }
}

/** Files of all journals, those in use among them. */
export async function storedJournals(): Promise<readonly StoredJournal[]> {
  const stored: StoredJournal[] = []
  try {
    for await (const [name, handle] of (await journalFolder())?.entries() ?? []) {
      if (handle.kind !== 'file') continue
      stored.push({ name, file: await handle.getFile() })
    }
  } catch {
    // The storage was cleared meanwhile.
  }
  return stored
}

/** Whether it is gone; false while a worker has it open. */
export async function removeStored(name: string): Promise<boolean> {
  try {
    await (await journalFolder())?.removeEntry(name)
    return true
  } catch (error) {
    return error instanceof DOMException && error.name === 'NotFoundError'
  }
}

/** Whether journals can be told apart by who uses them: without that none is kept. */
export function canLock(): boolean {
  return typeof navigator !== 'undefined' && 'locks' in navigator
}

/** Ids of the journals that some page uses. */
export async function lockedJournals(): Promise<ReadonlySet<string>> {
  const { held = [] } = await navigator.locks.query()
  return new Set(
    held.flatMap(({ name }) => (name?.startsWith(LOCK) ? [name.slice(LOCK.length)] : [])),
  )
}

/** Resolves with what releases it; with undefined when another page has it. */
export function lockJournal(id: string): Promise<(() => void) | undefined> {
  return new Promise((resolve) => {
    navigator.locks
      .request(LOCK + id, { ifAvailable: true }, (lock) => {
        if (!lock) return resolve(undefined)
        return new Promise<void>((release) => resolve(release))
      })
      .catch(() => resolve(undefined))
  })
}
