// The page's side of the worker that connects to an API: the only part of the app that connects anywhere.
// Which of two it is depends on the base, so that whoever uses OpenAI never loads the one that may connect to
// other hosts.
import { isOpenAi } from '../batch/access.ts'
import type { BatchApi } from '../contracts/batchApi.ts'
import { msg } from '../i18n/message.ts'
import { namePage } from './pageId.ts'
import type { MethodTable } from './remoteCalls.ts'
import { createWorkerClient, type WorkerLife } from './workerClient.ts'

export type BatchClient = BatchApi & WorkerLife

const METHODS = {
  connect: 'fails',
  check: 'fails',
  models: 'fails',
  send: 'fails',
  upload: 'fails',
  createBatch: 'fails',
  batches: 'fails',
  batch: 'fails',
  cancelBatch: 'fails',
  download: 'fails',
  files: 'fails',
  deleteFile: 'fails',
  // A worker that is gone sends nothing.
  cancel: 'done',
} as const satisfies MethodTable<BatchApi>

/** Starts a worker that can connect to this base, of `normaliseBaseUrl`. Nothing is asked before `connect`. */
export function openBatchClient(baseUrl: string): BatchClient {
  return createWorkerClient<BatchApi>(startWorker(isOpenAi(baseUrl), namePage()), {
    part: msg('The part of the page that connects to the API'),
    remedy: msg(
      'Enter the key again. Batches go on at the API; look into the list before you start one again.',
    ),
    methods: METHODS,
  })
}

function startWorker(isForOpenAi: boolean, name: string): Worker {
  return isForOpenAi
    ? new Worker(new URL('./openai.worker.ts', import.meta.url), { type: 'module', name })
    : new Worker(new URL('./otherBase.worker.ts', import.meta.url), { type: 'module', name })
}
