// The pairing's end of the channel on which a document's worker answers, see `pairSourcePort.ts`. A port
// does not tell that the other end died: the page does, and closes it.
import { releaseProxy, wrap } from 'comlink'
import { failureOf } from '../base/failures.ts'
import type { PairSourceApi } from '../contracts/pairSourceApi.ts'
import { msg } from '../i18n/message.ts'
import { type MethodTable, remoteCalls } from './remoteCalls.ts'

export interface PairSourceClient {
  readonly source: PairSourceApi
  /** Ends the channel; calls under way and later ones fail with `source-closed`. */
  readonly close: () => void
}

const METHODS = {
  recognise: 'fails',
  readLines: 'fails',
  readChange: 'fails',
  // Nothing is read of a document that is gone.
  cancel: 'done',
  readContents: 'fails',
  findCandidates: 'fails',
} as const satisfies MethodTable<PairSourceApi>

export function openPairSource(port: MessagePort): PairSourceClient {
  const remote = wrap<PairSourceApi>(port)
  const part = msg('The part of the page that holds a paired document')
  const calls = remoteCalls<PairSourceApi>(remote, METHODS, part)
  return {
    source: calls.api,
    close() {
      remote[releaseProxy]()
      calls.end(
        failureOf('source-closed', msg('The document is closed. Open it again and pair it again.')),
      )
    },
  }
}
