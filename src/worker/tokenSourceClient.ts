// The end of the channel at the worker that counts tokens.
import type { TokenSourceApi } from '../contracts/lineTokens.ts'
import { msg } from '../i18n/message.ts'
import type { MethodTable } from './remoteCalls.ts'
import { openSource, type SourceClient } from './sourceClient.ts'

const METHODS = {
  takeLines: 'fails',
  putCounts: 'fails',
  // Nothing is counted of a document that is gone.
  giveUp: 'done',
} as const satisfies MethodTable<TokenSourceApi>

export type TokenSourceClient = SourceClient<TokenSourceApi>

export function openTokenSource(port: MessagePort): TokenSourceClient {
  return openSource<TokenSourceApi>(
    port,
    METHODS,
    msg('The part of the page that holds this document'),
    msg('The document is closed.'),
  )
}
