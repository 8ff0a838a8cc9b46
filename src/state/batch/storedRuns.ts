// Where records of runs are kept: local storage, an entry for each, so that a reload finds them and tabs
// share them. Where storage is switched off or full they last as long as the page.
import { msg } from '../../i18n/message.ts'
import { batchStore } from './batchStore.ts'
import { readRecord, type RunRecord, writeRecord } from './runRecord.ts'

/** Records by the id of their run. */
export interface RunBook {
  readonly read: (id: string) => RunRecord | undefined
  /** Whether it outlives the page. */
  readonly write: (record: RunRecord) => boolean
  readonly remove: (id: string) => void
  /** Newest first. */
  readonly all: () => readonly RunRecord[]
}

const PREFIX = 'lineproof.run.'

/** Whose end was long ago, nobody looks for. */
const KEPT_RUNS = 60

/** `storage`: undefined where the browser has none. `onLoss` hears of each record that could not be stored. */
export function createRunBook(
  storage: () => Storage | undefined,
  onLoss: () => void = () => {},
): RunBook {
  /** What could not be stored, and is newer than what is. */
  const inMemory = new Map<string, RunRecord>()

  function attempt<T>(work: (storage: Storage) => T): T | undefined {
    try {
      const opened = storage()
      return opened && work(opened)
    } catch {
      return undefined
    }
  }

  function stored(id: string): RunRecord | undefined {
    const text = attempt((opened) => opened.getItem(PREFIX + id))
    return text ? readRecord(text) : undefined
  }

  const book: RunBook = {
    read: (id) => inMemory.get(id) ?? stored(id),
    write(record) {
      const isStored = attempt((opened) => {
        opened.setItem(PREFIX + record.id, writeRecord(record))
        return true
      })
      if (isStored) {
        inMemory.delete(record.id)
        return true
      }
      inMemory.set(record.id, record)
      // What was stored before may say that it waits: by that, a reload or another tab would start it twice.
      attempt((opened) => opened.removeItem(PREFIX + record.id))
      onLoss()
      return false
    },
    remove(id) {
      inMemory.delete(id)
      attempt((opened) => opened.removeItem(PREFIX + id))
    },
    all() {
      const ids = attempt(idsIn) ?? []
      const records = [...new Set([...ids, ...inMemory.keys()])].flatMap(
        (id) => book.read(id) ?? [],
      )
      return records.sort((a, b) => b.startedAt - a.startedAt)
    },
  }
  return book
}

/** Drops the oldest runs beyond a number; those that still go on, or were never started, stay. */
export function tidyRuns(book: RunBook): void {
  const ended = book.all().filter(({ parts }) => parts.every(({ state }) => state === 'ended'))
  for (const { id } of ended.slice(KEPT_RUNS)) book.remove(id)
}

/** The id of a run by the key of an entry of the storage; undefined for entries of others. */
export function runIdOf(key: string | null): string | undefined {
  return key?.startsWith(PREFIX) ? key.slice(PREFIX.length) : undefined
}

/** Of this browser. Naming its storage throws where that is switched off. */
export const runBook: RunBook = createRunBook(
  () => (typeof localStorage === 'undefined' ? undefined : localStorage),
  () => batchStore.setState(({ problem }) => ({ problem: problem ?? NOT_KEPT })),
)

export const NOT_KEPT = msg(
  'This browser keeps nothing for this page: leave it open until the batches have ended, or write down their ids.',
)

function idsIn(storage: Storage): readonly string[] {
  return Array.from({ length: storage.length }, (_, at) => runIdOf(storage.key(at))).filter(
    (id) => id !== undefined,
  )
}
