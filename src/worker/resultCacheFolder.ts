// The folder of the origin's private storage that holds what is kept of files: how much there is, and
// emptying it. Used by the page and by the workers, each of which has its own threads and tabs beside
// it: whatever is missing or in use is skipped.
import { removeDownloads } from './downloadFolder.ts'
import { privateFolder } from './originStorage.ts'

const FOLDER = 'result-cache'

/** Where earlier versions had it. */
const FORMER_FOLDER = 'kept-results'

/** Looked for once by each thread. */
let isFormerRemoved = false

export interface CachedEntry {
  readonly name: string
  /** Bytes. */
  readonly size: number
  /** Last written or used, in milliseconds since 1970. */
  readonly usedAt: number
}

/** Undefined where the browser keeps nothing. */
export function cacheFolder(): Promise<FileSystemDirectoryHandle | undefined> {
  if (!isFormerRemoved) {
    isFormerRemoved = true
    void removeFormer()
  }
  return privateFolder(FOLDER)
}

async function removeFormer(): Promise<void> {
  try {
    const root = await navigator.storage.getDirectory()
    await root.removeEntry(FORMER_FOLDER, { recursive: true })
  } catch {
    // There is none.
  }
}

export async function cachedNames(): Promise<readonly string[]> {
  const names: string[] = []
  try {
    for await (const name of (await cacheFolder())?.keys() ?? []) names.push(name)
  } catch {
    // The storage was cleared meanwhile.
  }
  return names
}

export async function cacheEntries(): Promise<readonly CachedEntry[]> {
  const folder = await cacheFolder()
  const entries: CachedEntry[] = []
  for (const name of await cachedNames()) {
    try {
      const file = await (await folder?.getFileHandle(name))?.getFile()
      if (file) entries.push({ name, size: file.size, usedAt: file.lastModified })
    } catch {
      // Removed meanwhile.
    }
  }
  return entries
}

export async function removeCached(name: string): Promise<void> {
  try {
    await (await cacheFolder())?.removeEntry(name)
  } catch {
    // Gone already, or being written by another tab.
  }
}

/** Takes away as well what was downloaded in pages that are closed. */
export async function clearCache(): Promise<void> {
  await removeDownloads()
  for (const name of await cachedNames()) await removeCached(name)
}
