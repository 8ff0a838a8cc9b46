// Files that came from an API or were made in workers, in the origin's private storage, a folder for each
// page that is open. A page holds a lock of the same name for as long as it lives, so that other tabs know
// whose files are still read; where the browser has no locks, its workers hold the folder (downloadHolds.ts).
import { isLetGo } from './downloadHolds.ts'
import { hasLocks, namesHeld, privateFolder } from './originStorage.ts'

const FOLDER = 'downloads'

const LOCK = 'lineproof-downloads-'

/** In the page: says to other tabs that files of this page are in use until it is closed. */
export function holdDownloads(pageId: string): void {
  if (!hasLocks()) return
  navigator.locks.request(LOCK + pageId, () => new Promise(() => {})).catch(() => {})
}

/**
 * Takes away the files of all pages that are closed, and never those of `pageId`. Without locks only a worker can
 * tell which are closed, and a page takes nothing away.
 */
export async function removeDownloads(pageId?: string): Promise<void> {
  try {
    const root = await navigator.storage.getDirectory()
    const folder = await root.getDirectoryHandle(FOLDER)
    const held = hasLocks() ? await namesHeld(LOCK) : undefined
    for await (const [name, inside] of folder.entries()) {
      if (name === pageId) continue
      const isInUse = held?.has(name) ?? !(await isLetGo(inside as FileSystemDirectoryHandle))
      if (isInUse) continue
      await folder.removeEntry(name, { recursive: true }).catch(() => {})
    }
  } catch {
    // There is no private storage, or nothing in it.
  }
}

/** Undefined where the browser keeps nothing: private windows, old browsers, no secure origin. */
export async function downloadFolder(
  pageId: string,
): Promise<FileSystemDirectoryHandle | undefined> {
  const folder = await privateFolder(FOLDER)
  try {
    return await folder?.getDirectoryHandle(pageId, { create: true })
  } catch {
    return undefined
  }
}
