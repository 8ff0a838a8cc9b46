// The end of the channel at the worker that counts tokens, see `tokenSourcePort.ts`. A port does not tell that
// the other end died: the page does, and closes it.
import { releaseProxy, wrap } from 'comlink'
import { failureOf } from '../base/failures.ts'
import type { TokenSourceApi } from '../contracts/lineTokens.ts'
import { msg } from '../i18n/message.ts'
import { type MethodTable, remoteCalls } from './remoteCalls.ts'

export interface TokenSourceClient {
  readonly source: TokenSourceApi
  /** Ends the channel; calls under way and later ones fail with `source-closed`. */
  readonly close: () => void
}

const METHODS = {
  takeLines: 'fails',
  putCounts: 'fails',
  // Nothing is counted of a document that is gone.
  giveUp: 'done',
} as const satisfies MethodTable<TokenSourceApi>

export function openTokenSource(port: MessagePort): TokenSourceClient {
  const remote = wrap<TokenSourceApi>(port)
  const part = msg('The part of the page that holds this document')
  const calls = remoteCalls<TokenSourceApi>(remote, METHODS, part)
  return {
    source: calls.api,
    close() {
      remote[releaseProxy]()
      calls.end(failureOf('source-closed', msg('The document is closed.')))
    },
  }
}
