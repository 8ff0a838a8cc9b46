// The page's side of a document's worker.
import type { Result } from '../base/result.ts'
import type { DocumentApi } from '../contracts/documentApi.ts'
import { type Message, msg } from '../i18n/message.ts'
import { FIRST_WORKER } from './firstWorker.ts'
import type { MethodTable } from './remoteCalls.ts'
import { createWorkerClient, type Pinged, type WorkerLife } from './workerClient.ts'

/** Beyond the contract: what has to do with threads alone. */
interface Sharing {
  /**
   * Lets a pairing ask the document on the other end of `port`'s channel (PairSourceApi); an earlier
   * port is closed.
   */
  sharePairSource(port: MessagePort): Promise<Result<void>>
  /** Lets a worker count the document's lines through `port` (TokenSourceApi); an earlier port is closed. */
  shareTokenSource(port: MessagePort): Promise<Result<void>>
  /** The worker that counted them is gone. */
  endTokenSource(problem: Message): Promise<Result<void>>
}

export type DocumentClient = DocumentApi & Sharing & WorkerLife

export type WorkerSide = DocumentApi & Sharing & Pinged

const METHODS = {
  catalogue: 'fails',
  open: 'fails',
  // Nothing runs in a worker that is gone.
  cancel: 'done',
  setFormat: 'fails',
  setIgnored: 'fails',
  setColumns: 'fails',
  readRows: 'fails',
  rowOfLine: 'fails',
  fileMap: 'fails',
  readLine: 'fails',
  readTranscript: 'fails',
  lineMatches: 'fails',
  lineIdAt: 'fails',
  validateText: 'fails',
  edit: 'fails',
  fixAll: 'fails',
  editMany: 'fails',
  fixSamples: 'fails',
  countFixes: 'fails',
  renumberPreview: 'fails',
  undo: 'fails',
  redo: 'fails',
  choose: 'fails',
  chosenLines: 'fails',
  linesAmong: 'fails',
  chosenText: 'fails',
  nextLine: 'fails',
  search: 'fails',
  sortRows: 'fails',
  unsortRows: 'fails',
  indexOfLine: 'fails',
  fieldNames: 'fails',
  findDuplicates: 'fails',
  markDuplicates: 'fails',
  duplicateLines: 'fails',
  fieldStatistics: 'fails',
  fieldDetails: 'fails',
  exportBlob: 'fails',
  exportToFile: 'fails',
  exportPreview: 'fails',
  exportFields: 'fails',
  batchParts: 'fails',
  lineOfPart: 'fails',
  placeOfField: 'fails',
  requestsAt: 'fails',
  lineHashes: 'fails',
  countShared: 'fails',
  tellShared: 'fails',
  splitFiles: 'fails',
  writeFiles: 'fails',
  packFiles: 'fails',
  save: 'fails',
  checkFile: 'fails',
  isLike: 'fails',
  attach: 'fails',
  exportEdited: 'fails',
  restore: 'fails',
  recover: 'fails',
  keepDrafts: 'fails',
  hasFingerprint: 'fails',
  endJournal: 'done',
  countTokens: 'fails',
  readTokens: 'fails',
  lineWithTokens: 'fails',
  sharePairSource: 'fails',
  shareTokenSource: 'fails',
  endTokenSource: 'done',
} as const satisfies MethodTable<DocumentApi & Sharing>

let isFirst = true

/** Starts a worker for one document. */
export function openDocumentClient(): DocumentClient {
  const worker = new Worker(new URL('./document.worker.ts', import.meta.url), {
    type: 'module',
    name: isFirst ? FIRST_WORKER : '',
  })
  isFirst = false
  return createWorkerClient<DocumentApi & Sharing>(worker, {
    part: msg('The part of the page that holds this document'),
    remedy: msg('Open the document again: your edits are kept.'),
    methods: METHODS,
  })
}
