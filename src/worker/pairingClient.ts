// The page's side of the worker that pairs documents.
import type { PairingApi } from '../contracts/pairingApi.ts'
import { msg } from '../i18n/message.ts'
import type { MethodTable } from './remoteCalls.ts'
import { createWorkerClient, type WorkerLife } from './workerClient.ts'

export type PairingClient = PairingApi & WorkerLife

const METHODS = {
  attach: 'fails',
  // A worker that is gone asks no document, reads for no view and runs no job.
  detach: 'done',
  leaveView: 'done',
  cancel: 'done',
  recognise: 'fails',
  pair: 'fails',
  readRows: 'fails',
  rowOfPair: 'fails',
  readPair: 'fails',
  pairOfLine: 'fails',
  search: 'fails',
  exporters: 'fails',
  planExport: 'fails',
  exportBlobs: 'fails',
  exportToFile: 'fails',
} as const satisfies MethodTable<PairingApi>

/** Starts a worker for a pairing; one is enough for all pairings of a page. */
export function openPairingClient(): PairingClient {
  const worker = new Worker(new URL('./pairing.worker.ts', import.meta.url), { type: 'module' })
  return createWorkerClient<PairingApi>(worker, {
    part: msg('The part of the page that pairs documents'),
    remedy: msg('Pair them again; the documents and your edits are as they were.'),
    methods: METHODS,
  })
}
