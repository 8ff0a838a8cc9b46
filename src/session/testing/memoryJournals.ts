// For tests in Node: journals in memory instead of the browser's private storage.
import type { JournalFile, JournalStore } from '../../journal/journalStore.ts'

export interface MemoryJournals extends JournalStore {
  /** Bytes by name, as they would be on the device; tests may damage them. */
  readonly files: Map<string, Uint8Array<ArrayBuffer>>
  /** Bytes that fit; writes beyond fail, as on a full disk. */
  room: number
  /** Removes all files, as clearing the storage does: those that are open are written to, and nowhere. */
  readonly clear: () => void
  /** Ends all that have a file open, as the end of their process does. */
  readonly crash: () => void
}

export function createMemoryJournals(): MemoryJournals {
  const files = new Map<string, Uint8Array<ArrayBuffer>>()
  const open = new Set<string>()
  const total = (): number => [...files.values()].reduce((sum, { length }) => sum + length, 0)
  /** Files that are open and were removed. */
  const removed = new Map<string, Uint8Array<ArrayBuffer>>()
  const bytesOf = (name: string): Uint8Array<ArrayBuffer> =>
    files.get(name) ?? removed.get(name) ?? new Uint8Array(0)
  const put = (name: string, bytes: Uint8Array<ArrayBuffer>): void => {
    if (removed.has(name)) removed.set(name, bytes)
    else files.set(name, bytes)
  }
  const journals: MemoryJournals = {
    files,
    room: Infinity,
    clear() {
      for (const name of open) removed.set(name, bytesOf(name))
      files.clear()
    },
    crash() {
      open.clear()
      removed.clear()
    },
    totalBytes: () => Promise.resolve(total()),
    open(name, { create }) {
      if (open.has(name) || (!create && !files.has(name))) return Promise.resolve(undefined)
      open.add(name)
      files.set(name, bytesOf(name))
      const file: JournalFile = {
        get size() {
          return bytesOf(name).length
        },
        isThere: () => Promise.resolve(files.has(name)),
        readAll: () => bytesOf(name).slice(),
        writeAt(at, bytes) {
          const before = bytesOf(name)
          const room = Math.max(0, journals.room - (total() - before.length))
          const after = new Uint8Array(Math.max(before.length, at + bytes.length))
          after.set(before)
          after.set(bytes, at)
          // A part of it is written, as a disk does that is full.
          put(name, after.slice(0, Math.max(before.length, room)))
          return after.length <= room
        },
        truncate: (size) => put(name, bytesOf(name).slice(0, size)),
        close() {
          open.delete(name)
          removed.delete(name)
        },
      }
      return Promise.resolve(file)
    },
    remove(name) {
      files.delete(name)
      return Promise.resolve()
    },
  }
  return journals
}
