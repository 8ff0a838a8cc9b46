// The page's side of the worker that converts files.
import type { ConversionApi } from '../contracts/conversionApi.ts'
import { msg } from '../i18n/message.ts'
import { namePage } from './pageId.ts'
import type { MethodTable } from './remoteCalls.ts'
import { createWorkerClient, type WorkerLife } from './workerClient.ts'

export type ConversionClient = ConversionApi & WorkerLife

const METHODS = {
  inspect: 'fails',
  preview: 'fails',
  convert: 'fails',
  previewTranslation: 'fails',
  translate: 'fails',
  findLine: 'fails',
  contents: 'fails',
  unpack: 'fails',
  // Files of a worker that is gone are taken away when the page is closed.
  discard: 'done',
  // Nothing runs in a worker that is gone.
  cancel: 'done',
} as const satisfies MethodTable<ConversionApi>

/** Starts the worker. What it makes is there until it is discarded or the page is closed. */
export function openConversionClient(): ConversionClient {
  const worker = new Worker(new URL('./conversion.worker.ts', import.meta.url), {
    type: 'module',
    name: namePage(),
  })
  return createWorkerClient<ConversionApi>(worker, {
    part: msg('The part of the page that converts files'),
    remedy: msg('Try again; the file is as it was.'),
    methods: METHODS,
  })
}
