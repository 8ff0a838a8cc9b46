// The pairing's end of the channel on which a document's worker answers, see `pairSourcePort.ts`.
import { proxy, releaseProxy, type Remote, wrap } from 'comlink'
import type { PairSourceApi } from '../contracts/pairSourceApi.ts'

export interface PairSourceClient {
  readonly source: PairSourceApi
  /** Ends the channel; calls under way never settle. */
  readonly close: () => void
}

export function openPairSource(port: MessagePort): PairSourceClient {
  const remote: Remote<PairSourceApi> = wrap<PairSourceApi>(port)
  return {
    source: {
      recognise: () => remote.recognise(),
      readLines: (reading, jobId, onProgress, onChange) =>
        remote.readLines(reading, jobId, proxy(onProgress), proxy(onChange)),
      readChange: () => remote.readChange(),
      cancel: (jobId) => remote.cancel(jobId),
      readContents: (ids, limitBytes) => remote.readContents(ids, limitBytes),
      findCandidates: (text, jobId, onProgress) =>
        remote.findCandidates(text, jobId, proxy(onProgress)),
    },
    close: () => remote[releaseProxy](),
  }
}
