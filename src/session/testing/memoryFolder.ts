// For tests in Node: a folder on the disk of the user's, as the browser hands it out.
import { createMemoryFile, type MemoryFile } from './memoryFile.ts'

export interface MemoryFolder {
  readonly handle: FileSystemDirectoryHandle
  /** Texts by name. */
  readonly texts: () => Promise<Readonly<Record<string, string>>>
  /** What closing a file of that name rejects with. */
  readonly faults: Map<string, DOMException>
}

export function createMemoryFolder(): MemoryFolder {
  const files = new Map<string, MemoryFile>()
  const faults = new Map<string, DOMException>()
  const handle = {
    getFileHandle: async (name: string, { create = false } = {}) => {
      const file = files.get(name) ?? (create ? createMemoryFile(name) : undefined)
      if (!file) throw new DOMException('there is none', 'NotFoundError')
      files.set(name, file)
      const fault = faults.get(name)
      if (fault) file.faults.close = fault
      return file.handle
    },
    removeEntry: async (name: string) => void files.delete(name),
  }
  return {
    handle: handle as unknown as FileSystemDirectoryHandle,
    faults,
    texts: async () => {
      const entries = [...files].map(async ([name, file]) => [name, await file.text()] as const)
      return Object.fromEntries(await Promise.all(entries))
    },
  }
}
