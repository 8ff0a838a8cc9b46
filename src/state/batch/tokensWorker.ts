// The worker that counts tokens: started with the first estimate, since the tables of its encodings are large.
import { openTokensClient, type TokensClient } from '../../worker/tokensClient.ts'

let running: TokensClient | undefined

/** The worker; starts it when there is none. */
export function startTokensClient(): TokensClient {
  if (running) return running
  const client = openTokensClient()
  running = client
  client.onCrash(() => {
    if (running === client) running = undefined
  })
  return client
}

/** The worker, when there is one. */
export function tokensClient(): TokensClient | undefined {
  return running
}
