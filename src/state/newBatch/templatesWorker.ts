// The worker that makes batches: started with the first rows. It holds the rows; when it dies, they are read again.
import { openTemplatesClient, type TemplatesClient } from '../../worker/templatesClient.ts'
import { newBatchStore } from './newBatchStore.ts'

let running: TemplatesClient | undefined
let openClient = openTemplatesClient

/** @internal For tests: where the client comes from; undefined: a worker. */
export function openTemplatesClientWith(open: (() => TemplatesClient) | undefined): void {
  running = undefined
  openClient = open ?? openTemplatesClient
}

/** Starts it when there is none. */
export function templatesClient(): TemplatesClient {
  if (running) return running
  const client = openClient()
  running = client
  client.onCrash((problem) => {
    if (running !== client) return
    running = undefined
    newBatchStore.setState({
      rows: { state: 'failed', problem },
      checking: undefined,
      making: undefined,
    })
  })
  return client
}
