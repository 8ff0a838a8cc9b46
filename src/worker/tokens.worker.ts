// The thread's entry: counts tokens for the page. The tables of the encodings are fetched with the first
// estimate.
import { expose } from 'comlink'
import { TokenCounting } from '../tokens/tokenCounting.ts'
import type { TokensApi } from '../contracts/tokensApi.ts'
import type { Pinged } from './workerClient.ts'

const side: TokensApi & Pinged = Object.assign(new TokenCounting(), { ping: () => Date.now() })

expose(side)
