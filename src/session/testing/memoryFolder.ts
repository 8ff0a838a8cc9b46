// For tests in Node: a folder on the disk of the user's, as the browser hands it out.
import { createMemoryFile, type MemoryFile } from './memoryFile.ts'

export interface MemoryFolder {
  readonly handle: FileSystemDirectoryHandle
  /** Texts by name. */
  readonly texts: () => Promise<Readonly<Record<string, string>>>
}

export function createMemoryFolder(): MemoryFolder {
  const files = new Map<string, MemoryFile>()
  const handle = {
    getFileHandle: async (name: string, { create = false } = {}) => {
      const file = files.get(name) ?? (create ? createMemoryFile(name) : undefined)
      if (!file) throw new DOMException('there is none', 'NotFoundError')
      files.set(name, file)
      return file.handle
    },
    removeEntry: async (name: string) => void files.delete(name),
  }
  return {
    handle: handle as unknown as FileSystemDirectoryHandle,
    texts: async () => {
      const entries = [...files].map(async ([name, file]) => [name, await file.text()] as const)
      return Object.fromEntries(await Promise.all(entries))
    },
  }
}
