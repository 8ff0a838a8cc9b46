// The worker that converts and unpacks: started with the first file, and kept, since it knows what it made.
import { type ConversionClient, openConversionClient } from '../../worker/conversionClient.ts'

let running: ConversionClient | undefined
let openClient = openConversionClient

/** @internal For tests: where the client comes from; undefined: a worker. */
export function openConversionClientWith(open: (() => ConversionClient) | undefined): void {
  running = undefined
  openClient = open ?? openConversionClient
}

/** The worker; starts it when there is none. */
export function conversionClient(): ConversionClient {
  if (running) return running
  const client = openClient()
  running = client
  client.onCrash(() => {
    if (running === client) running = undefined
  })
  return client
}
