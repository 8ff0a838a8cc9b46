// The pairing's end of the channel on which a document's worker answers.
import type { PairSourceApi } from '../contracts/pairSourceApi.ts'
import { msg } from '../i18n/message.ts'
import type { MethodTable } from './remoteCalls.ts'
import { openSource, type SourceClient } from './sourceClient.ts'

const METHODS = {
  recognise: 'fails',
  readLines: 'fails',
  readChange: 'fails',
  // Nothing is read of a document that is gone.
  cancel: 'done',
  readContents: 'fails',
  findCandidates: 'fails',
} as const satisfies MethodTable<PairSourceApi>

export function openPairSource(port: MessagePort): SourceClient<PairSourceApi> {
  return openSource<PairSourceApi>(
    port,
    METHODS,
    msg('The part of the page that holds a paired document'),
    msg('The document is closed. Open it again and pair it again.'),
  )
}
