// Files that came from an API or were made in workers, in the origin's private storage, a folder for each
// page that is open. A page holds a lock of the same name for as long as it lives, so that other tabs know
// whose files are still read.

const FOLDER = 'downloads'

const LOCK = 'lineproof-downloads-'

/** In the page: says to other tabs that files of this page are in use until it is closed. */
export function holdDownloads(pageId: string): void {
  // Without locks, as in old browsers, nobody knows whose page is closed: see `removeDownloads`.
  if (!('locks' in navigator)) return
  navigator.locks.request(LOCK + pageId, () => new Promise(() => {})).catch(() => {})
}

/**
 * Takes away the files of all pages that are closed, and never those of `pageId`. Without locks none: those of
 * another tab may still be read.
 */
export async function removeDownloads(pageId?: string): Promise<void> {
  if (!('locks' in navigator)) return
  try {
    const root = await navigator.storage.getDirectory()
    const folder = await root.getDirectoryHandle(FOLDER)
    const held = await heldIds()
    for await (const name of folder.keys()) {
      if (name === pageId || held.has(name)) continue
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
  try {
    const root = await navigator.storage.getDirectory()
    const folder = await root.getDirectoryHandle(FOLDER, { create: true })
    return await folder.getDirectoryHandle(pageId, { create: true })
  } catch {
    return undefined
  }
}

async function heldIds(): Promise<ReadonlySet<string>> {
  const { held = [] } = await navigator.locks.query()
  return new Set(
    held.flatMap(({ name }) => (name?.startsWith(LOCK) ? [name.slice(LOCK.length)] : [])),
  )
}
