// For tests in Node: entries in memory instead of the browser's private storage.
import type { EntryWriter, ResultStore } from '../../resultCache/resultStore.ts'

export interface MemoryStore extends ResultStore {
  /** Bytes by name; tests may damage them. */
  readonly files: Map<string, Uint8Array<ArrayBuffer>>
  /** Bytes that fit; writes beyond fail, as on a full disk. */
  room: number
  /** How often an entry was read. */
  reads: number
}

export function createMemoryStore(): MemoryStore {
  const files = new Map<string, Uint8Array<ArrayBuffer>>()
  const usedAt = new Map<string, number>()
  const open = new Set<string>()
  let clock = 0
  const used = (name: string): void => void usedAt.set(name, ++clock)
  const total = (): number => [...files.values()].reduce((sum, { length }) => sum + length, 0)

  const store: MemoryStore = {
    files,
    room: Infinity,
    reads: 0,
    names: () => Promise.resolve([...files.keys()]),
    entries: () =>
      Promise.resolve(
        [...files].map(([name, { length }]) => ({
          name,
          size: length,
          usedAt: usedAt.get(name) ?? 0,
        })),
      ),
    read(name) {
      store.reads++
      const bytes = open.has(name) ? undefined : files.get(name)
      return Promise.resolve(bytes?.slice())
    },
    create(name) {
      if (open.has(name)) return Promise.resolve(undefined)
      open.add(name)
      files.set(name, new Uint8Array(0))
      used(name)
      const writer: EntryWriter = {
        write(bytes) {
          if (total() + bytes.length > store.room) return false
          const before = files.get(name) ?? new Uint8Array(0)
          const after = new Uint8Array(before.length + bytes.length)
          after.set(before)
          after.set(bytes, before.length)
          files.set(name, after)
          return true
        },
        close: () => void open.delete(name),
      }
      return Promise.resolve(writer)
    },
    remove(name) {
      files.delete(name)
      return Promise.resolve()
    },
    touch(name) {
      used(name)
      return Promise.resolve()
    },
  }
  return store
}
