// Where records of runs are kept: local storage, an entry for each, so that a reload finds them and tabs
// share them. Where storage is switched off or full they last as long as the page.
import { msg } from '../../i18n/message.ts'
import { batchStore } from './batchStore.ts'
import { type PartRecord, readRecord, type RunRecord, writeRecord } from './runRecord.ts'

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
  /** What could not be stored, and the entry that it is newer than; null where none was left. */
  const inMemory = new Map<string, { readonly record: RunRecord; readonly over: string | null }>()

  function attempt<T>(work: (storage: Storage) => T): T | undefined {
    try {
      const opened = storage()
      return opened && work(opened)
    } catch {
      return undefined
    }
  }

  /** Null where there is none, undefined where nothing can be read. */
  const entryOf = (id: string): string | null | undefined =>
    attempt((opened) => opened.getItem(PREFIX + id))

  const book: RunBook = {
    read(id) {
      const entry = entryOf(id)
      const newer = inMemory.get(id)
      if (newer && (entry === undefined || entry === newer.over)) return newer.record
      // Another tab has written or removed the entry since: it goes on with the run, and one alone may.
      inMemory.delete(id)
      return entry ? readRecord(entry) : undefined
    },
    write(record) {
      const isStored = attempt((opened) => {
        opened.setItem(PREFIX + record.id, writeRecord(record))
        return true
      })
      if (isStored) {
        inMemory.delete(record.id)
        return true
      }
      const entry = entryOf(record.id)
      const older = entry ? readRecord(entry) : undefined
      if (!older || !mayStay(older, record)) {
        attempt((opened) => opened.removeItem(PREFIX + record.id))
      }
      inMemory.set(record.id, { record, over: entryOf(record.id) ?? null })
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

/** Of these none is started again before the list of batches was looked through. */
const SENT: readonly PartRecord['state'][] = ['starting', 'unknown', 'running', 'ended']

/**
 * By an older record that stays, a reload or another tab goes on. It must not say that a part waits, or was never
 * sent, which was sent since; nor that one is wanted which was cancelled since.
 */
function mayStay(older: RunRecord, newer: RunRecord): boolean {
  return older.parts.every(({ state, isUnwanted }, at) => {
    const now = newer.parts[at]
    if (!now || now.isUnwanted !== isUnwanted) return false
    return now.state === state || (SENT.includes(state) && SENT.includes(now.state))
  })
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
