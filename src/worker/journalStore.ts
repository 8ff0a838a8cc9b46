// Journals as files of the origin's private storage, through the synchronous handles that only workers have: what
// they flush is on the device when the call returns. Where there are no such files they are in a database.
import type { JournalFile, JournalStore } from '../journal/journalStore.ts'
import { journalDatabase } from './journalDatabase.ts'
import { journalFolder, removeStored, storedJournals } from './journalFolder.ts'
import { type AccessHandle, hasPrivateFolders, openAccessHandle } from './originStorage.ts'

/** A worker that was stopped a moment ago may still have a file: how often that is tried, and after how many ms. */
const TRIES = 20
const WAIT = 50

const journalFiles: JournalStore = {
  async totalBytes() {
    return (await storedJournals()).reduce((sum, { file }) => sum + file.size, 0)
  },

  async open(name, { create }) {
    for (let tries = 0; tries < TRIES; tries++) {
      try {
        const file = await (await journalFolder())?.getFileHandle(name, { create })
        if (!file) return undefined
        return journalFile(name, await openAccessHandle(file))
      } catch (error) {
        const isInUse = error instanceof DOMException && error.name === 'NoModificationAllowedError'
        if (!isInUse) return undefined
      }
      await new Promise((resolve) => setTimeout(resolve, WAIT))
    }
    return undefined
  },

  async remove(name) {
    await removeStored(name)
  },
}

export const journalStore = hasPrivateFolders() ? journalFiles : journalDatabase

function journalFile(name: string, handle: AccessHandle): JournalFile {
  return {
    async isThere() {
      try {
        await (await journalFolder())?.getFileHandle(name)
        return true
      } catch {
        return false
      }
    },
    get size() {
      return handle.getSize()
    },
    readAll() {
      const bytes = new Uint8Array(handle.getSize())
      return bytes.subarray(0, handle.read(bytes, { at: 0 }))
    },
    writeAt(at, bytes) {
      try {
        const written = handle.write(bytes, { at })
        handle.flush()
        return written === bytes.length
      } catch {
        // No room.
        return false
      }
    },
    truncate(size) {
      try {
        handle.truncate(size)
        handle.flush()
      } catch {
        // What stands beyond is no record.
      }
    },
    close: () => handle.close(),
  }
}
