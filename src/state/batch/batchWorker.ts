// The worker that talks to the API: started with the first question, connected with the access of now, and
// replaced when that is another base. Whatever becomes of it, a question gets an answer.
import type { Failure } from '../../base/failures.ts'
import { fail, type Result } from '../../base/result.ts'
import { isOpenAi } from '../../batch/access.ts'
import { msg } from '../../i18n/message.ts'
import { type BatchClient, openBatchClient } from '../../worker/batchClient.ts'
import { apiKey, belongsTo, takeKeyTo, withoutKey } from './apiKey.ts'
import { batchStore } from './batchStore.ts'
import { pageWorld } from './world.ts'

interface Running {
  readonly client: BatchClient
  readonly baseUrl: string
  /** Of the access that it was connected with. */
  connected?: { readonly turn: number; readonly result: Promise<Result<void>> } | undefined
  /** What is asked, to be told when it is ended. */
  readonly asked: Set<() => void>
}

let running: Running | undefined
let openClient = openBatchClient

/** @internal For tests: where the worker's client comes from, instead of a worker. */
export function openBatchClientWith(open: (baseUrl: string) => BatchClient): void {
  stopBatchClient()
  openClient = open
}

/** Rises with every change of key, base, organisation or project. */
let accessTurn = 0

/** To be called when what is connected with has changed; the next question connects anew. */
export function accessHasChanged(): void {
  accessTurn += 1
}

/** Names the access of now. */
export function accessOfNow(): number {
  return accessTurn
}

/** Whether anything can be asked: there is a key, or a server that may want none. */
export function mayAsk(): boolean {
  const { baseUrl } = batchStore.getState().access
  return apiKey() ? belongsTo(baseUrl) : !isOpenAi(baseUrl)
}

/**
 * Asks the API of the access of now. `baseUrl`: asks nothing when that is another one: what is at one server is
 * none of the others' business. Failures of `api-key-refused` say that nothing was asked, or the key refused.
 */
export async function askApi<T>(
  question: (client: BatchClient) => Promise<Result<T>>,
  baseUrl = batchStore.getState().access.baseUrl,
): Promise<Result<T>> {
  if (!mayAsk()) {
    return fail('api-key-refused', msg('There is no key. Type it in the first step.'))
  }
  if (baseUrl !== batchStore.getState().access.baseUrl) return elsewhere(baseUrl)
  const worker = startWorker()
  const connected = await untilEnded(worker, connect(worker))
  if (!connected.ok) return wasNeverLoaded(connected.failure) ? OFFLINE : connected
  if (running !== worker) return elsewhere(baseUrl)
  return withoutKey(await untilEnded(worker, question(worker.client)))
}

/** The file of the worker comes over the network as well. Nothing was asked then. */
function wasNeverLoaded({ code }: Failure): boolean {
  return code.startsWith('worker-') && !pageWorld().isOnline()
}

const OFFLINE: Result<never> = fail(
  'api-unreachable',
  msg('This device is offline. Try again when it is connected.'),
)

function elsewhere(baseUrl: string): Result<never> {
  return fail(
    'api-key-refused',
    msg('This is at {baseUrl}. Set that base URL and its key in the first step to go on with it.', {
      baseUrl,
    }),
  )
}

/** The work of that job then fails as cancelled. */
export function cancelAtApi(jobId: string): void {
  void running?.client.cancel(jobId)
}

/** Ends the worker; what was asked of it has an unknown outcome. */
function stopBatchClient(): void {
  const ended = running
  running = undefined
  ended?.client.close()
  for (const tell of ended?.asked ?? []) tell()
}

function startWorker(): Running {
  const { baseUrl } = batchStore.getState().access
  if (running?.baseUrl === baseUrl) return running
  stopBatchClient()
  const started: Running = { client: openClient(baseUrl), baseUrl, asked: new Set() }
  running = started
  started.client.onCrash(() => {
    if (running === started) running = undefined
  })
  return started
}

function connect(worker: Running): Promise<Result<void>> {
  if (worker.connected?.turn === accessTurn) return worker.connected.result
  const { baseUrl, organization, project } = batchStore.getState().access
  takeKeyTo(baseUrl)
  const turn = accessTurn
  const result = worker.client.connect({
    baseUrl,
    key: apiKey()?.reveal() ?? '',
    ...(organization !== '' && { organization }),
    ...(project !== '' && { project }),
  })
  worker.connected = { turn, result }
  void result.then(({ ok: isConnected }) => {
    if (!isConnected && worker.connected?.turn === turn) worker.connected = undefined
  })
  return result
}

/** A client that is closed never answers. */
function untilEnded<T>(worker: Running, answer: Promise<Result<T>>): Promise<Result<T>> {
  return new Promise((resolve) => {
    const tell = (): void =>
      resolve(
        fail(
          'api-outcome-unknown',
          msg('The base URL was changed before the API answered. What came of it is looked up.'),
        ),
      )
    worker.asked.add(tell)
    void answer.then(resolve).finally(() => worker.asked.delete(tell))
  })
}
