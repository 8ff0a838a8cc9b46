// The worker that makes batches: started with the first rows. It holds the rows; when it dies, they are read again.
import { openTemplatesClient, type TemplatesClient } from '../../worker/templatesClient.ts'
import { newBatchStore } from './newBatchStore.ts'

let running: TemplatesClient | undefined

/** Starts it when there is none. */
export function templatesClient(): TemplatesClient {
  if (running) return running
  const client = openTemplatesClient()
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
