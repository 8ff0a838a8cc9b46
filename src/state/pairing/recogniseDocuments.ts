// Finding out which open documents hold requests and which answers.
import type { PairReading } from '../../contracts/pairSourceApi.ts'
import { type DocumentKey, findDocument, store } from '../store.ts'
import { pairingStore } from './pairingStore.ts'
import { attachDocument, startPairingClient } from './pairingWorker.ts'

/** What the documents hold; those that hold neither, or cannot be read, are left out. */
export async function recogniseDocuments(
  keys: readonly DocumentKey[],
): Promise<ReadonlyMap<DocumentKey, PairReading>> {
  const client = startPairingClient()
  pairingStore.setState(({ recognising }) => ({ recognising: [...recognising, ...keys] }))
  const found = await Promise.all(
    keys.map(async (key): Promise<readonly [DocumentKey, PairReading] | undefined> => {
      try {
        await firstLines(key)
        if (!attachDocument(key)) return undefined
        const result = await client.recognise(key)
        return result.ok && result.value ? [key, result.value] : undefined
      } catch {
        // A worker died, which is reported elsewhere.
        return undefined
      } finally {
        pairingStore.setState(({ recognising }) => ({
          recognising: recognising.filter((other) => other !== key),
        }))
      }
    }),
  )
  return new Map(found.filter((entry) => entry !== undefined))
}

/** Resolves when there are lines to look at, or never will be. */
function firstLines(key: DocumentKey): Promise<void> {
  return new Promise((resolve) => {
    const stop = store.subscribe(look)
    look()

    function look(): void {
      const tab = findDocument(key)
      const isComing = tab && tab.crash === undefined && tab.readFailure === undefined
      const facts = tab?.facts
      if (isComing && (!facts || (facts.state === 'reading' && facts.lines === 0))) return
      stop()
      resolve()
    }
  })
}
