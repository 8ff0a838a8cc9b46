// A document's end of the channel on which the worker that counts tokens asks for its lines.
import { expose } from 'comlink'
import type { TokenSourceApi } from '../contracts/lineTokens.ts'
import { moved } from './moved.ts'

/** Answers on `port` until it is closed. */
export function serveTokenSource(source: TokenSourceApi, port: MessagePort): void {
  const served: TokenSourceApi = {
    takeLines: async () => moved(await source.takeLines()),
    putCounts: (counts) => source.putCounts(counts),
    giveUp: (problem) => source.giveUp(problem),
  }
  expose(served, port)
}
