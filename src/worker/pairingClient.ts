// The page's side of the worker that pairs documents.
import type { PairingApi } from '../contracts/pairingApi.ts'
import { createWorkerClient, type WorkerLife } from './workerClient.ts'

export type PairingClient = PairingApi & WorkerLife

/** Starts a worker for a pairing; one is enough for all pairings of a page. */
export function openPairingClient(): PairingClient {
  const worker = new Worker(new URL('./pairing.worker.ts', import.meta.url), { type: 'module' })
  return createWorkerClient<PairingApi>(worker, {
    role: 'pairs documents',
    remedy: 'Pair them again; the documents and your edits are as they were.',
    resultMethods: [
      'recognise',
      'pair',
      'readRows',
      'readPair',
      'search',
      'planExport',
      'exportBlobs',
      'exportToFile',
    ],
  })
}
