// The worker that holds the pairing, and which documents it can ask for their lines. Started with the
// first document that is attached.
import type { Message } from '../../i18n/message.ts'
import { openPairingClient, type PairingClient } from '../../worker/pairingClient.ts'
import type { PairRow, PairView } from '../../contracts/pairingApi.ts'
import type { DocumentClient } from '../../worker/documentClient.ts'
import { clientOf, hasClient } from '../clients.ts'
import { createPagedRows, type PagedRows } from '../pagedRows.ts'
import type { DocumentKey } from '../store.ts'

export type PairRows = PagedRows<PairView, PairRow>

interface Running {
  readonly client: PairingClient
  readonly rows: PairRows
  /** By document, the worker of it that is asked. */
  readonly attached: Map<DocumentKey, DocumentClient>
}

let running: Running | undefined
let openClient = openPairingClient
let handleCrash: (message: Message) => void = () => {}

/** @internal For tests: where the worker's client comes from, instead of a worker. */
export function openPairingClientWith(open: () => PairingClient): void {
  openClient = open
}

/** What is done when the worker dies; until it is started again there is none. */
export function onPairingCrash(listener: (message: Message) => void): void {
  handleCrash = listener
}

/** The worker; starts it when there is none. */
export function startPairingClient(): PairingClient {
  return start().client
}

/** The worker, when there is one. */
export function pairingClient(): PairingClient | undefined {
  return running?.client
}

/** The rows that the page holds; they go with the worker. */
export function pairRows(): PairRows | undefined {
  return running?.rows
}

/** Ends the worker; documents are asked no more. */
export function stopPairingClient(): void {
  running?.client.close()
  running = undefined
}

/** Lets the pairing ask a document's worker. False when that has died or was never there. */
export function attachDocument(key: DocumentKey): boolean {
  if (!hasClient(key)) return false
  const { client, attached } = start()
  const document = clientOf(key)
  if (attached.get(key) === document) return true
  attached.set(key, document)
  const { port1, port2 } = new MessageChannel()
  // Messages to a worker keep their order: whatever is asked next finds the port there. A worker that
  // dies meanwhile is noticed by anyone who asks next.
  void document.sharePairSource(port1)
  void client.attach(key, port2)
  return true
}

export function detachDocument(key: DocumentKey): void {
  if (!running?.attached.delete(key)) return
  void running.client.detach(key)
}

export function isAttached(key: DocumentKey): boolean {
  return running?.attached.has(key) ?? false
}

/** Documents whose worker is another one than was attached, or that have none any more. */
export function outdatedDocuments(): readonly DocumentKey[] {
  if (!running) return []
  return [...running.attached]
    .filter(([key, document]) => !hasClient(key) || clientOf(key) !== document)
    .map(([key]) => key)
}

function start(): Running {
  if (running) return running
  const client = openClient()
  const started = {
    client,
    rows: createPagedRows<PairView, PairRow>(client, (view) => JSON.stringify(view)),
    attached: new Map<DocumentKey, DocumentClient>(),
  }
  running = started
  client.onCrash((message) => {
    if (running !== started) return
    running = undefined
    handleCrash(message)
  })
  return started
}
