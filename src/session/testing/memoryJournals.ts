// For tests in Node: journals in memory instead of the browser's private storage.
import type { JournalFile, JournalStore } from '../../journal/journalStore.ts'

export interface MemoryJournals extends JournalStore {
  /** Bytes by name, as they would be on the device; tests may damage them. */
  readonly files: Map<string, Uint8Array<ArrayBuffer>>
  /** Bytes that fit; writes beyond fail, as on a full disk. */
  room: number
  /**
   * Removes all files, as clearing the storage does: those that are open are written to, and nowhere. Others can be
   * opened in their place.
   */
  readonly clear: () => void
  /** Ends all that have a file open, as the end of their process does. */
  readonly crash: () => void
}

export function createMemoryJournals(): MemoryJournals {
  const files = new Map<string, Uint8Array<ArrayBuffer>>()
  let open = new Set<string>()
  /** Tells those that have a file open where their bytes are when the files were cleared. */
  const cleared: ((before: Map<string, Uint8Array<ArrayBuffer>>) => void)[] = []
  const total = (): number => [...files.values()].reduce((sum, { length }) => sum + length, 0)
  const journals: MemoryJournals = {
    files,
    room: Infinity,
    clear() {
      const before = new Map(files)
      files.clear()
      open = new Set()
      cleared.splice(0).forEach((remove) => remove(before))
    },
    crash: () => open.clear(),
    totalBytes: () => Promise.resolve(total()),
    open(name, { create }) {
      if (open.has(name) || (!create && !files.has(name))) return Promise.resolve(undefined)
      open.add(name)
      const inUse = open
      let device = files
      cleared.push((before) => (device = before))
      const bytesOf = (): Uint8Array<ArrayBuffer> => device.get(name) ?? new Uint8Array(0)
      device.set(name, bytesOf())
      const file: JournalFile = {
        get size() {
          return bytesOf().length
        },
        isThere: () => Promise.resolve(device === files),
        readAll: () => bytesOf().slice(),
        writeAt(at, bytes) {
          const before = bytesOf()
          const room = Math.max(0, journals.room - (total() - before.length))
          const after = new Uint8Array(Math.max(before.length, at + bytes.length))
          after.set(before)
          after.set(bytes, at)
          // A part of it is written, as a disk does that is full.
          device.set(name, after.slice(0, Math.max(before.length, room)))
          return after.length <= room
        },
        truncate: (size) => void device.set(name, bytesOf().slice(0, size)),
        close: () => void inUse.delete(name),
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
