// The folder of the origin's private storage that holds what is kept of files: how much there is, and
// emptying it. Used by the page and by the workers, each of which has its own threads and tabs beside
// it: whatever is missing or in use is skipped.

const FOLDER = 'kept-results'

export interface KeptEntry {
  readonly name: string
  /** Bytes. */
  readonly size: number
  /** Last written or used, in milliseconds since 1970. */
  readonly usedAt: number
}

/** Undefined where the browser keeps nothing: private windows, old browsers, no secure origin. */
export async function keptFolder(): Promise<FileSystemDirectoryHandle | undefined> {
  try {
    const root = await navigator.storage.getDirectory()
    return await root.getDirectoryHandle(FOLDER, { create: true })
  } catch {
    return undefined
  }
}

export async function keptNames(): Promise<readonly string[]> {
  const names: string[] = []
  try {
    for await (const name of (await keptFolder())?.keys() ?? []) names.push(name)
  } catch {
    // The storage was cleared meanwhile.
  }
  return names
}

export async function keptEntries(): Promise<readonly KeptEntry[]> {
  const folder = await keptFolder()
  const entries: KeptEntry[] = []
  for (const name of await keptNames()) {
    try {
      const file = await (await folder?.getFileHandle(name))?.getFile()
      if (file) entries.push({ name, size: file.size, usedAt: file.lastModified })
    } catch {
      // Removed meanwhile.
    }
  }
  return entries
}

export async function removeKept(name: string): Promise<void> {
  try {
    await (await keptFolder())?.removeEntry(name)
  } catch {
    // Gone already, or being written by another tab.
  }
}

export async function clearKept(): Promise<void> {
  for (const name of await keptNames()) await removeKept(name)
}
