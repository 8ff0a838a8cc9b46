// A document's end of the channel on which a pairing's worker asks it. Columns and contents are moved
// to the other thread, not copied: a million lines are 40 MB.
import { expose } from 'comlink'
import type { PairSourceApi } from '../contracts/pairSourceApi.ts'
import { moved } from './moved.ts'

/** Answers on `port` until it is closed. */
export function servePairSource(source: PairSourceApi, port: MessagePort): void {
  const served: PairSourceApi = {
    recognise: () => source.recognise(),
    readLines: async (...args) => moved(await source.readLines(...args)),
    readChange: async () => moved(await source.readChange()),
    cancel: (jobId) => source.cancel(jobId),
    readContents: async (...args) => moved(await source.readContents(...args)),
    findCandidates: async (...args) => moved(await source.findCandidates(...args)),
  }
  expose(served, port)
}
