// What the worker that talks to an API serves (contracts/batchApi.ts): one connection at a time, of which
// the key stays here.
import { deviceFailureOf, failureOf } from '../base/failures.ts'
import { fail, ok, type Result } from '../base/result.ts'
import type { Batch, RemoteFile } from '../batch/batchObject.ts'
import { idStep } from '../batch/endpointUrl.ts'
import {
  isList,
  parseBatch,
  parseBatchFiles,
  parseBatchPage,
  parseModels,
} from '../batch/parseBatch.ts'
import type {
  ApiAccess,
  BatchApi,
  BatchPage,
  BatchRequest,
  ConnectionCheck,
  DownloadRequest,
  ModelInfo,
  TryAnswer,
  UploadRequest,
} from '../contracts/batchApi.ts'
import type { OnProgress } from '../contracts/progress.ts'
import { msg } from '../i18n/message.ts'
import { AbortJobs } from './abortJobs.ts'
import { askJson } from './askJson.ts'
import { checkConnection } from './checkConnection.ts'
import { type Connection, connectionOf } from './connection.ts'
import { downloadFile } from './download.ts'
import type { Environment } from './environment.ts'
import { badIdFailure } from './explainAnswer.ts'
import { startBatch } from './startBatch.ts'
import { tryRequest } from './tryRequest.ts'
import { uploadFile } from './upload.ts'

/** Batches of a page; the API's most is 100. */
const PAGE_SIZE = 50

const FILES_SIZE = 1000

export class ApiSession implements BatchApi {
  readonly #environment: Environment
  /** Bases that this thread can connect to at all. */
  readonly #allows: (baseUrl: string) => boolean
  readonly #jobs = new AbortJobs()
  #connection: Connection | undefined

  constructor(environment: Environment, allows: (baseUrl: string) => boolean) {
    this.#environment = environment
    this.#allows = allows
  }

  async connect(access: ApiAccess): Promise<Result<void>> {
    this.#connection = undefined
    const connection = connectionOf(access)
    if (!connection.ok) return connection
    if (!this.#allows(connection.value.baseUrl)) {
      return fail(
        'app-error',
        msg('This part of the page connects to OpenAI alone, and the base URL is another one.'),
      )
    }
    this.#connection = connection.value
    await this.#environment.store?.clean()
    return ok()
  }

  check(onCheck: (check: ConnectionCheck) => void) {
    return this.#with(async (connection) =>
      ok(await checkConnection(this.#environment, connection, onCheck)),
    )
  }

  models(): Promise<Result<readonly ModelInfo[]>> {
    return this.#with((connection) =>
      askJson(this.#environment, connection, {
        method: 'GET',
        path: '/models',
        subject: 'models',
        parse: listOf(parseModels),
      }),
    )
  }

  send(path: string, body: string, jobId: string): Promise<Result<TryAnswer>> {
    return this.#job(jobId, (connection, signal) =>
      tryRequest(this.#environment, connection, { path, body }, signal),
    )
  }

  upload(request: UploadRequest, onProgress: OnProgress): Promise<Result<RemoteFile>> {
    return this.#job(request.jobId, (connection, signal) =>
      uploadFile(this.#environment, connection, request, signal, onProgress),
    )
  }

  createBatch(request: BatchRequest): Promise<Result<Batch>> {
    return this.#with((connection) => startBatch(this.#environment, connection, request))
  }

  batches(after?: string): Promise<Result<BatchPage>> {
    return this.#with((connection) => {
      const cursor = after === undefined ? '' : `&after=${encodeURIComponent(after.toWellFormed())}`
      return askJson(this.#environment, connection, {
        method: 'GET',
        path: `/batches?limit=${PAGE_SIZE}${cursor}`,
        subject: 'list',
        parse: listOf((value) => {
          const page = parseBatchPage(value)
          // A server that knows no cursor answers with the same page for ever.
          return page.after === after ? { ...page, after: undefined } : page
        }),
      })
    })
  }

  batch(id: string): Promise<Result<Batch>> {
    return this.#withId(id, (connection, step) =>
      askJson(this.#environment, connection, {
        method: 'GET',
        path: `/batches/${step}`,
        subject: 'batch',
        parse: parseBatch,
      }),
    )
  }

  cancelBatch(id: string): Promise<Result<Batch>> {
    return this.#withId(id, (connection, step) =>
      askJson(this.#environment, connection, {
        method: 'POST',
        path: `/batches/${step}/cancel`,
        subject: 'cancel',
        parse: parseBatch,
      }),
    )
  }

  download(request: DownloadRequest, onProgress: OnProgress): Promise<Result<File>> {
    return this.#job(request.jobId, (connection, signal) =>
      downloadFile(this.#environment, connection, request, signal, onProgress),
    )
  }

  files(): Promise<Result<readonly RemoteFile[]>> {
    return this.#with((connection) =>
      askJson(this.#environment, connection, {
        method: 'GET',
        path: `/files?purpose=batch&order=desc&limit=${FILES_SIZE}`,
        subject: 'list',
        parse: listOf((value) =>
          [...parseBatchFiles(value)].sort((a, b) => b.createdAt - a.createdAt),
        ),
      }),
    )
  }

  deleteFile(fileId: string): Promise<Result<void>> {
    return this.#withId(fileId, async (connection, step) => {
      const answer = await askJson(this.#environment, connection, {
        method: 'DELETE',
        path: `/files/${step}`,
        subject: 'file',
        parse: () => true,
      })
      // Deleted by the attempt before, of which no answer came.
      const isGone = !answer.ok && answer.failure.code === 'api-not-found' && answer.wasRepeated
      return answer.ok || isGone ? ok() : answer
    })
  }

  cancel(jobId: string): Promise<Result<void>> {
    this.#jobs.cancel(jobId)
    return Promise.resolve(ok())
  }

  #job<T>(
    jobId: string,
    work: (connection: Connection, signal: AbortSignal) => Promise<Result<T>>,
  ): Promise<Result<T>> {
    return this.#jobs.run(jobId, (signal) => this.#with((connection) => work(connection, signal)))
  }

  #withId<T>(
    id: string,
    work: (connection: Connection, step: string) => Promise<Result<T>>,
  ): Promise<Result<T>> {
    return this.#with((connection) => {
      const step = idStep(id)
      return step === undefined
        ? Promise.resolve<Result<T>>({ ok: false, failure: badIdFailure() })
        : work(connection, step)
    })
  }

  async #with<T>(work: (connection: Connection) => Promise<Result<T>>): Promise<Result<T>> {
    const connection = this.#connection
    if (!connection) {
      return fail('api-key-refused', msg('There is no connection yet. Enter the key first.'))
    }
    try {
      const result = await work(connection)
      // No more than the contract has: what crosses to the page is seen here.
      return result.ok ? { ok: true, value: result.value } : { ok: false, failure: result.failure }
    } catch (error) {
      const device = deviceFailureOf(error)
      if (device) return { ok: false, failure: device }
      // What a browser says of a header that it refuses may show the header.
      const text = error instanceof Error ? error.message : String(error)
      const message = connection.key.hideIn(text)
      return {
        ok: false,
        failure: failureOf(
          'app-error',
          msg('This did not work because of an error in the app: {message}', { message }),
        ),
      }
    }
  }
}

/** What is no list is not the answer, and an empty one is. */
function listOf<T>(parse: (value: unknown) => T): (value: unknown) => T | undefined {
  return (value) => (isList(value) ? parse(value) : undefined)
}
