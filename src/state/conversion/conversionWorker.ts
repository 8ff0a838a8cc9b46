// The worker that converts and unpacks: started with the first file, and kept, since it knows what it made.
import { type ConversionClient, openConversionClient } from '../../worker/conversionClient.ts'

let running: ConversionClient | undefined

/** The worker; starts it when there is none. */
export function conversionClient(): ConversionClient {
  if (running) return running
  const client = openConversionClient()
  running = client
  client.onCrash(() => {
    if (running === client) running = undefined
  })
  return client
}
