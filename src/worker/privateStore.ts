// Entries as files of the origin's private storage, through the synchronous handles that only workers
// have. A handle is exclusive: while one tab writes an entry, for all others there is none.
import type { EntryWriter, ResultStore } from '../resultCache/resultStore.ts'
import { type AccessHandle, openAccessHandle } from './originStorage.ts'
import { cacheEntries, cacheFolder, cachedNames, removeCached } from './resultCacheFolder.ts'

export const privateStore: ResultStore = {
  names: cachedNames,
  entries: cacheEntries,
  remove: removeCached,

  read(name) {
    return withHandle(name, { mode: 'read-only' }, (handle) => {
      const bytes = new Uint8Array(handle.getSize())
      return handle.read(bytes, { at: 0 }) === bytes.length ? bytes : undefined
    })
  },

  async create(name) {
    try {
      const handle = await openHandle(name, { create: true })
      handle?.truncate(0)
      return handle && writerOf(handle)
    } catch {
      return undefined
    }
  },

  async touch(name) {
    await withHandle(name, {}, (handle) => {
      // Writing what is there already changes nothing but the time of the file.
      const byte = new Uint8Array(1)
      if (handle.read(byte, { at: 0 }) === 1) handle.write(byte, { at: 0 })
    })
  },
}

function writerOf(handle: AccessHandle): EntryWriter {
  let at = 0
  return {
    write(bytes) {
      try {
        const written = handle.write(bytes, { at })
        at += written
        return written === bytes.length
      } catch {
        // No room.
        return false
      }
    },
    close() {
      try {
        handle.flush()
      } catch {
        // An entry that is not whole is not believed.
      }
      handle.close()
    },
  }
}

/** Undefined as well when there is no such entry, or it is in use. */
async function withHandle<T>(
  name: string,
  options: { readonly mode?: 'read-only' },
  work: (handle: AccessHandle) => T,
): Promise<T | undefined> {
  try {
    const handle = await openHandle(name, options)
    if (!handle) return undefined
    try {
      return work(handle)
    } finally {
      handle.close()
    }
  } catch {
    return undefined
  }
}

/** Rejects when there is no such entry and none is to be made, or when it is in use. */
async function openHandle(
  name: string,
  { create = false, mode }: { readonly create?: boolean; readonly mode?: 'read-only' },
): Promise<AccessHandle | undefined> {
  const file = await (await cacheFolder())?.getFileHandle(name, { create })
  return file && openAccessHandle(file, mode)
}
