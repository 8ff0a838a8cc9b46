// The page's side of the worker that counts tokens.
import type { TokensApi } from '../contracts/tokensApi.ts'
import { msg } from '../i18n/message.ts'
import type { MethodTable } from './remoteCalls.ts'
import { createWorkerClient, type WorkerLife } from './workerClient.ts'

export type TokensClient = TokensApi & WorkerLife

const METHODS = {
  attach: 'fails',
  estimate: 'fails',
  // Nothing runs in a worker that is gone.
  cancel: 'done',
  detach: 'done',
} as const satisfies MethodTable<TokensApi>

/** Starts the worker; it can be closed when the estimate is there. */
export function openTokensClient(): TokensClient {
  const worker = new Worker(new URL('./tokens.worker.ts', import.meta.url), { type: 'module' })
  return createWorkerClient<TokensApi>(worker, {
    part: msg('The part of the page that counts tokens'),
    remedy: msg('Estimate again; the document is as it was.'),
    methods: METHODS,
  })
}
