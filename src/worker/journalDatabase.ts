// Journals in the browser's database, for browsers without private folders. What is written is on the device when its
// transaction is complete, which is waited for: its durability is asked to be strict. Used by pages and workers.
import type { JournalFile, JournalStore } from '../journal/journalStore.ts'
import { tryLock } from './originStorage.ts'
import type { StoredJournal } from './storedJournal.ts'

const DATABASE = 'lineproof-edits'
/** By name: how much there is of it. */
const FILES = 'files'
/** By name and place: bytes as they were written. */
const PIECES = 'pieces'

/** Who has a file open holds the lock of its name. */
const LOCK = 'lineproof-edits-file-'

/** A worker that was stopped a moment ago may still have a file: how often that is tried, and after how many ms. */
const TRIES = 20
const WAIT = 50

interface StoredFile {
  /** Bytes. */
  readonly size: number
  /** In milliseconds since 1970. */
  readonly lastModified: number
}

/** Bytes from `at` on; those of a file do not overlap. */
interface Piece {
  readonly at: number
  readonly length: number
}

export const journalDatabase: JournalStore = {
  async totalBytes() {
    const files = await withDatabase((db) => filesIn(db), [])
    return files.reduce((sum, [, { size }]) => sum + size, 0)
  },

  open(name, { create }) {
    return withDatabase(async (db) => {
      const release = await lockFile(name)
      if (!release) return undefined
      try {
        const transaction = db.transaction([FILES, PIECES])
        const [file, keys, values] = await Promise.all([
          answerOf<StoredFile | undefined>(transaction.objectStore(FILES).get(name)),
          answerOf(transaction.objectStore(PIECES).getAllKeys(allOf(name))),
          answerOf<Uint8Array[]>(transaction.objectStore(PIECES).getAll(allOf(name))),
        ])
        if (file || create) return new DatabaseFile(db, name, release, file, keys, values)
      } catch {
        // As if it were not there.
      }
      release()
      return undefined
    }, undefined)
  },

  async remove(name) {
    await removeFromDatabase(name)
  },
}

/** Files of all journals, those in use among them. */
export function journalsInDatabase(): Promise<readonly StoredJournal[]> {
  return withDatabase(async (db) => {
    const stored: StoredJournal[] = []
    for (const [name, { size, lastModified }] of await filesIn(db)) {
      const pieces = db.transaction(PIECES).objectStore(PIECES)
      const [keys, values] = await Promise.all([
        answerOf(pieces.getAllKeys(allOf(name))),
        answerOf<Uint8Array[]>(pieces.getAll(allOf(name))),
      ])
      const bytes = joined(size, keys, values)
      stored.push({ name, file: new File([bytes], name, { lastModified }) })
    }
    return stored
  }, [])
}

/** Whether it is gone; false while a worker has it open. */
export async function removeFromDatabase(name: string): Promise<boolean> {
  return withDatabase(async (db) => {
    const release = await tryLock(LOCK + name)
    if (!release) return false
    try {
      const transaction = db.transaction([FILES, PIECES], 'readwrite')
      transaction.objectStore(FILES).delete(name)
      transaction.objectStore(PIECES).delete(allOf(name))
      return await isComplete(transaction)
    } finally {
      release()
    }
  }, true)
}

class DatabaseFile implements JournalFile {
  readonly #db: IDBDatabase
  readonly #name: string
  readonly #release: () => void
  #pieces: Piece[]
  #size: number
  /** As it was opened, until something is written. */
  #bytes: Uint8Array<ArrayBuffer> | undefined
  #pending: Promise<unknown> = Promise.resolve()

  constructor(
    db: IDBDatabase,
    name: string,
    release: () => void,
    file: StoredFile | undefined,
    keys: readonly IDBValidKey[],
    values: readonly Uint8Array[],
  ) {
    this.#db = db
    this.#name = name
    this.#release = release
    this.#size = file?.size ?? 0
    this.#bytes = joined(this.#size, keys, values)
    this.#pieces = values.map(({ length }, i) => ({ at: placeOf(keys[i]), length }))
  }

  get size(): number {
    return this.#size
  }

  readAll(): Uint8Array<ArrayBuffer> {
    return this.#bytes ?? new Uint8Array(0)
  }

  writeAt(at: number, bytes: Uint8Array<ArrayBuffer>): Promise<boolean> {
    const end = at + bytes.length
    return this.#change(Math.max(this.#size, end), at, end, bytes)
  }

  truncate(size: number): void {
    void this.#change(size, size, Infinity)
  }

  close(): void {
    void this.#pending.finally(this.#release)
  }

  /**
   * What stands in [from, to) gives way to `bytes`. Transactions over the same stores run in the order in which they
   * were begun, so that what is known here of the pieces holds for each of them.
   */
  #change(
    size: number,
    from: number,
    to: number,
    bytes?: Uint8Array<ArrayBuffer>,
  ): Promise<boolean> {
    this.#bytes = undefined
    this.#size = size
    const overlapped = this.#pieces.filter(({ at, length }) => at < to && at + length > from)
    const others = this.#pieces.filter((piece) => !overlapped.includes(piece))
    const done = this.#perform((files, pieces) => {
      files.put({ size, lastModified: Date.now() } satisfies StoredFile, this.#name)
      for (const { at, length } of overlapped) {
        const key = [this.#name, at]
        if (at >= from && at + length <= to) {
          pieces.delete(key)
          continue
        }
        // A part of it stays.
        const request = pieces.get(key)
        request.onsuccess = () => {
          const old: unknown = request.result
          if (!(old instanceof Uint8Array)) return
          if (at < from) pieces.put(old.slice(0, from - at), key)
          // At `from` the new bytes are by now.
          else if (at > from) pieces.delete(key)
          if (at + length > to) pieces.put(old.slice(to - at), [this.#name, to])
        }
      }
      if (bytes) pieces.put(bytes, [this.#name, from])
    })
    this.#pieces = [
      ...others,
      ...overlapped.flatMap(({ at, length }) => [
        ...(at < from ? [{ at, length: from - at }] : []),
        ...(at + length > to ? [{ at: to, length: at + length - to }] : []),
      ]),
      ...(bytes ? [{ at: from, length: bytes.length }] : []),
    ]
    this.#pending = done
    return done
  }

  async #perform(work: (files: IDBObjectStore, pieces: IDBObjectStore) => void): Promise<boolean> {
    try {
      const transaction = this.#db.transaction([FILES, PIECES], 'readwrite', {
        durability: 'strict',
      })
      work(transaction.objectStore(FILES), transaction.objectStore(PIECES))
      return await isComplete(transaction)
    } catch {
      // The database was removed meanwhile.
      return false
    }
  }
}

function allOf(name: string): IDBKeyRange {
  return IDBKeyRange.bound([name, 0], [name, Infinity])
}

function placeOf(key: IDBValidKey | undefined): number {
  const place: unknown = Array.isArray(key) ? key[1] : undefined
  return typeof place === 'number' ? place : 0
}

/** Where nothing was written there are zeros. */
function joined(
  size: number,
  keys: readonly IDBValidKey[],
  values: readonly Uint8Array[],
): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(size)
  for (const [i, piece] of values.entries()) {
    const at = placeOf(keys[i])
    if (at < size) bytes.set(piece.subarray(0, size - at), at)
  }
  return bytes
}

async function filesIn(db: IDBDatabase): Promise<readonly (readonly [string, StoredFile])[]> {
  const files = db.transaction(FILES).objectStore(FILES)
  const [names, entries] = await Promise.all([
    answerOf(files.getAllKeys()),
    answerOf<StoredFile[]>(files.getAll()),
  ])
  // The two are in the same order.
  return entries.flatMap((entry, i) => {
    const name = names[i]
    return typeof name === 'string' ? [[name, entry] as const] : []
  })
}

let opened: Promise<IDBDatabase> | undefined

/** `fallback` where there is no database, and when it fails. */
async function withDatabase<Value>(
  work: (db: IDBDatabase) => Promise<Value>,
  fallback: Value,
): Promise<Value> {
  try {
    opened ??= openDatabase()
    return await work(await opened)
  } catch {
    opened = undefined
    return fallback
  }
}

function openDatabase(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(DATABASE, 1)
    request.onupgradeneeded = () => {
      request.result.createObjectStore(FILES)
      request.result.createObjectStore(PIECES)
    }
    request.onsuccess = () => {
      const db = request.result
      // The user clears what is stored, or the browser does: it is opened again then.
      db.onversionchange = () => db.close()
      db.onclose = () => {
        opened = undefined
      }
      resolve(db)
    }
    request.onerror = () => reject(request.error ?? new Error('There is no database.'))
  })
}

function answerOf<Value>(request: IDBRequest<Value>): Promise<Value> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error ?? new Error('The database failed.'))
  })
}

function isComplete(transaction: IDBTransaction): Promise<boolean> {
  return new Promise((resolve) => {
    transaction.oncomplete = () => resolve(true)
    // No room, or the database is gone.
    transaction.onabort = () => resolve(false)
  })
}

async function lockFile(name: string): Promise<(() => void) | undefined> {
  for (let tries = 0; tries < TRIES; tries++) {
    const release = await tryLock(LOCK + name)
    if (release) return release
    await new Promise((resolve) => setTimeout(resolve, WAIT))
  }
  return undefined
}
