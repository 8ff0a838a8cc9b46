// The worker client and the File of every open document. They live outside the store because they
// are no plain data.
import { present } from '../base/assert.ts'
import type { DocumentClient } from '../worker/documentClient.ts'
import type { DocumentKey } from './store.ts'

/** What the page holds of a document besides its tab. */
export interface OpenedSource {
  readonly file: File
  /** Absent for pasted text, examples and browsers without file handles. */
  readonly handle?: FileSystemFileHandle | undefined
}

const clients = new Map<DocumentKey, DocumentClient>()
const sources = new Map<DocumentKey, OpenedSource>()

/** Throws when the document has no worker: it was closed, or its worker died. */
export function clientOf(key: DocumentKey): DocumentClient {
  return present(clients.get(key), `the worker of document ${key}`)
}

export function hasClient(key: DocumentKey): boolean {
  return clients.has(key)
}

export function setClient(key: DocumentKey, client: DocumentClient): void {
  clients.set(key, client)
}

/** Ends the worker and forgets it. */
export function dropClient(key: DocumentKey): void {
  const client = clients.get(key)
  clients.delete(key)
  client?.close()
}

export function sourceOf(key: DocumentKey): OpenedSource | undefined {
  return sources.get(key)
}

export function setSource(key: DocumentKey, source: OpenedSource): void {
  sources.set(key, source)
}

export function dropSource(key: DocumentKey): void {
  sources.delete(key)
}
