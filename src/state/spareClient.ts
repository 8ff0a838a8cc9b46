// A worker started ahead of need: its script, its formats and the scanner take longer to load than
// a small file takes to read. It also lets a loaded page open files without a network.
import { type DocumentClient, openDocumentClient } from '../worker/documentClient.ts'
import { whenAtRest } from './whenAtRest.ts'

let spare: DocumentClient | undefined

/** Starts the spare worker unless there is one. */
export function prepareClient(): void {
  if (spare) return
  const client = openDocumentClient()
  spare = client
  client.onCrash(() => {
    if (spare === client) spare = undefined
  })
}

let giveUp: (() => void) | undefined

/** The same for the file after one that was just opened, once nothing that the user waits for needs the processor. */
export function prepareClientLater(): void {
  giveUp?.()
  giveUp = whenAtRest(prepareClient)
}

/** The spare worker, or a new one. */
export function takeClient(): DocumentClient {
  const client = spare ?? openDocumentClient()
  spare = undefined
  return client
}

/** Leaves no worker behind. @internal For tests. */
export function dropSpareClient(): void {
  spare = undefined
  giveUp?.()
}
