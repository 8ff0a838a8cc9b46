// The page's side of a document's worker.
import type { DocumentApi } from '../contracts/documentApi.ts'
import { createWorkerClient, type Pinged, type WorkerLife } from './workerClient.ts'

/** Beyond the contract: what has to do with threads alone. */
interface Sharing {
  /**
   * Lets a pairing ask the document on the other end of `port`'s channel (PairSourceApi); an earlier
   * port is closed.
   */
  sharePairSource(port: MessagePort): Promise<void>
}

export type DocumentClient = DocumentApi & Sharing & WorkerLife

export type WorkerSide = DocumentApi & Sharing & Pinged

/** Starts a worker for one document. */
export function openDocumentClient(): DocumentClient {
  const worker = new Worker(new URL('./document.worker.ts', import.meta.url), { type: 'module' })
  return createWorkerClient<DocumentApi & Sharing>(worker, {
    role: 'holds this document',
    remedy: 'Open the document again: your edits are kept.',
    resultMethods: [
      'open',
      'setFormat',
      'readRows',
      'readLine',
      'edit',
      'fixAll',
      'undo',
      'redo',
      'search',
      'exportBlob',
      'exportToFile',
      'save',
      'checkFile',
      'restore',
    ],
  })
}
