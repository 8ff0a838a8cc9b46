// The worker client, the rows and the File of every open document. They live outside the store
// because they are no plain data.
import { present } from '../base/assert.ts'
import type { DocumentClient } from '../worker/documentClient.ts'
import { documentSlot } from './documentScope.ts'
import { createRowWindow, type LoadedRows } from './rowWindow.ts'
import type { DocumentKey } from './store.ts'

/** What the page holds of a document besides its tab. */
export interface OpenedSource {
  readonly file: File
  /** Absent for pasted text, examples and browsers without file handles. */
  readonly handle?: FileSystemFileHandle | undefined
}

/** A worker, and the rows that came from it: another worker counts its revisions from the beginning. */
interface RunningWorker {
  readonly client: DocumentClient
  readonly rows: LoadedRows
}

const workers = documentSlot<{ running?: RunningWorker | undefined }>(
  () => ({}),
  ({ running }) => running?.client.close(),
)
const sources = documentSlot<{ opened?: OpenedSource }>(() => ({}))

/** Throws when the document has no worker: it was closed, or its worker died. */
export function clientOf(key: DocumentKey): DocumentClient {
  return workerOf(key).client
}

/** The rows of the document that the page holds. Throws when it has no worker. */
export function rowsOf(key: DocumentKey): LoadedRows {
  return workerOf(key).rows
}

export function hasClient(key: DocumentKey): boolean {
  return workers.of(key).running !== undefined
}

export function setClient(key: DocumentKey, client: DocumentClient): void {
  workers.of(key).running = { client, rows: createRowWindow(client) }
}

/** Ends the worker and forgets it; the document stays open. */
export function dropClient(key: DocumentKey): void {
  const worker = workers.of(key)
  const { running } = worker
  worker.running = undefined
  running?.client.close()
}

export function sourceOf(key: DocumentKey): OpenedSource | undefined {
  return sources.of(key).opened
}

export function setSource(key: DocumentKey, source: OpenedSource): void {
  sources.of(key).opened = source
}

function workerOf(key: DocumentKey): RunningWorker {
  return present(workers.of(key).running, `the worker of document ${key}`)
}
