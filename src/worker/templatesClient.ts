// The page's side of the worker that makes batches.
import type { TemplatesApi } from '../contracts/templatesApi.ts'
import { msg } from '../i18n/message.ts'
import { namePage } from './pageId.ts'
import type { MethodTable } from './remoteCalls.ts'
import { createWorkerClient, type WorkerLife } from './workerClient.ts'

export type TemplatesClient = TemplatesApi & WorkerLife

const METHODS = {
  openRows: 'fails',
  preview: 'fails',
  check: 'fails',
  make: 'fails',
  // Files of a worker that is gone are taken away when the page is closed.
  discard: 'done',
  models: 'fails',
  complete: 'fails',
  // Nothing runs in a worker that is gone.
  cancel: 'done',
} as const satisfies MethodTable<TemplatesApi>

/** Starts the worker. What it makes is there until it is discarded or the page is closed. */
export function openTemplatesClient(): TemplatesClient {
  const worker = new Worker(new URL('./templates.worker.ts', import.meta.url), {
    type: 'module',
    name: namePage(),
  })
  return createWorkerClient<TemplatesApi>(worker, {
    part: msg('The part of the page that makes batches'),
    remedy: msg('Try again; what you typed is as it was.'),
    methods: METHODS,
  })
}
