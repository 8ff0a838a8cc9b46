// The thread's entry: counts tokens for the page. The tables of the encodings are fetched with the first
// estimate.
import { expose } from 'comlink'
import { ok } from '../base/result.ts'
import { followLines } from '../tokens/lines/followLines.ts'
import { TokenCounting } from '../tokens/tokenCounting.ts'
import type { TokensApi } from '../contracts/tokensApi.ts'
import { openTokenSource, type TokenSourceClient } from './tokenSourceClient.ts'
import type { Pinged } from './workerClient.ts'

/** By document. */
const sources = new Map<string, TokenSourceClient>()

const side: TokensApi & Pinged = Object.assign(new TokenCounting(), {
  ping: () => Date.now(),
  attach(key: string, port: MessagePort) {
    sources.get(key)?.close()
    const client = openTokenSource(port)
    sources.set(key, client)
    void followLines(client.source)
    return Promise.resolve(ok())
  },
  detach(key: string) {
    sources.get(key)?.close()
    sources.delete(key)
    return Promise.resolve(ok())
  },
})

expose(side)
