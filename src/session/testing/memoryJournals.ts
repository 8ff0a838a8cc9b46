// For tests in Node: journals in memory instead of the browser's private storage.
import type { JournalFile, JournalStore } from '../../journal/journalStore.ts'

export interface MemoryJournals extends JournalStore {
  /** Bytes by name, as they would be on the device; tests may damage them. */
  readonly files: Map<string, Uint8Array<ArrayBuffer>>
  /** Bytes that fit; writes beyond fail, as on a full disk. */
  room: number
  /** Ends all that have a file open, as the end of their process does. */
  readonly crash: () => void
}

export function createMemoryJournals(): MemoryJournals {
  const files = new Map<string, Uint8Array<ArrayBuffer>>()
  const open = new Set<string>()
  const total = (): number => [...files.values()].reduce((sum, { length }) => sum + length, 0)
  const bytesOf = (name: string): Uint8Array<ArrayBuffer> => files.get(name) ?? new Uint8Array(0)
  const journals: MemoryJournals = {
    files,
    room: Infinity,
    crash: () => open.clear(),
    totalBytes: () => Promise.resolve(total()),
    open(name, { create }) {
      if (open.has(name) || (!create && !files.has(name))) return Promise.resolve(undefined)
      open.add(name)
      files.set(name, bytesOf(name))
      const file: JournalFile = {
        get size() {
          return bytesOf(name).length
        },
        readAll: () => bytesOf(name).slice(),
        writeAt(at, bytes) {
          const before = bytesOf(name)
          const room = Math.max(0, journals.room - (total() - before.length))
          const after = new Uint8Array(Math.max(before.length, at + bytes.length))
          after.set(before)
          after.set(bytes, at)
          // A part of it is written, as a disk does that is full.
          files.set(name, after.slice(0, Math.max(before.length, room)))
          return after.length <= room
        },
        truncate: (size) => void files.set(name, bytesOf(name).slice(0, size)),
        close: () => void open.delete(name),
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
