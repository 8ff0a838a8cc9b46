// A document's end of the channel on which a pairing's worker asks it. Columns and contents are moved
// to the other thread, not copied: a million lines are 40 MB.
import { expose, transfer } from 'comlink'
import type { PairSourceApi } from '../contracts/pairSourceApi.ts'

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

/** The same answer, to be sent with all its buffers. */
function moved<T extends object>(answer: T): T {
  const buffers = new Set<ArrayBuffer>()
  collectBuffers(answer, buffers)
  return transfer(answer, [...buffers])
}

/** Typed arrays stand few levels deep; lists of classes and numbers hold none. */
function collectBuffers(value: unknown, into: Set<ArrayBuffer>): void {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return
  if (ArrayBuffer.isView(value)) {
    if (value.buffer instanceof ArrayBuffer) into.add(value.buffer)
    return
  }
  for (const inner of Object.values(value)) collectBuffers(inner, into)
}
