// The end of a channel at whoever asks a document's worker: see `pairSourcePort.ts` and `tokenSourcePort.ts`. A
// port does not tell that the other end died: the page does, and closes it.
import { releaseProxy, wrap } from 'comlink'
import { failureOf } from '../base/failures.ts'
import type { Message } from '../i18n/message.ts'
import { type MethodTable, remoteCalls } from './remoteCalls.ts'

export interface SourceClient<Api> {
  readonly source: Api
  /** Ends the channel; calls under way and later ones fail with `source-closed`. */
  readonly close: () => void
}

/** `part`: of the page, which answers. `closed`: what is said of calls after the channel was closed. */
export function openSource<Api extends object>(
  port: MessagePort,
  methods: MethodTable<Api>,
  part: Message,
  closed: Message,
): SourceClient<Api> {
  const remote = wrap<Api>(port)
  const calls = remoteCalls<Api>(remote, methods, part)
  return {
    source: calls.api,
    close() {
      remote[releaseProxy]()
      calls.end(failureOf('source-closed', closed))
    },
  }
}
