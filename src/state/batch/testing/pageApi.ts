// For tests: an API as the page sees it through its worker, which answers at once unless a test says otherwise.
import { fail, ok, type Result } from '../../../base/result.ts'
import type { Batch, RemoteFile } from '../../../batch/batchObject.ts'
import { aBatch } from '../../../batch/testing/aBatch.ts'
import type {
  ApiAccess,
  BatchApi,
  BatchPage,
  BatchRequest,
  ConnectionCall,
  ConnectionCheck,
  UploadRequest,
} from '../../../contracts/batchApi.ts'
import { msg } from '../../../i18n/message.ts'
import type { BatchClient } from '../../../worker/batchClient.ts'

type Call = Exclude<keyof BatchApi, 'connect'>

/** What comes of a call instead of what usually does; a promise for an answer that takes a while. */
type Answer = () => Result<unknown> | Promise<Result<unknown>>

const CALLS: readonly ConnectionCall[] = ['models', 'files', 'batches', 'content']

export class PageApi {
  readonly files: RemoteFile[] = []
  readonly batches: Batch[] = []
  /** Each call with its key: `createBatch sk-…`; without one `createBatch -`. */
  readonly asked: string[] = []
  /** As it was connected with, the latest. */
  access: ApiAccess | undefined
  readonly #instead = new Map<Call, Answer[]>()

  /** What comes of the next call, once. */
  answerNext(call: Call, answer: Answer): void {
    this.#instead.set(call, [...(this.#instead.get(call) ?? []), answer])
  }

  /** Calls of this name, or of any. */
  count(call?: Call): number {
    return this.asked.filter((each) => call === undefined || each.startsWith(`${call} `)).length
  }

  /** What the API says of a batch from now on. */
  change(id: string, change: Partial<Batch>): void {
    const at = this.batches.findIndex((batch) => batch.id === id)
    this.batches[at] = { ...(this.batches[at] as Batch), ...change }
  }

  readonly client = (): BatchClient => {
    const answers = {
      check: () => Promise.resolve(ok(CALLS.map(goodCheck))),
      models: () => Promise.resolve(ok([])),
      send: () => Promise.resolve(ok({ status: 200, ms: 1, text: '', isCut: false })),
      upload: (request: UploadRequest) => Promise.resolve(ok(this.#store(request))),
      createBatch: (request: BatchRequest) => Promise.resolve(ok(this.#start(request))),
      batches: (): Promise<Result<BatchPage>> =>
        Promise.resolve(ok({ batches: this.batches.toReversed(), after: undefined })),
      batch: (id: string) => Promise.resolve(this.#find(id)),
      cancelBatch: (id: string) => {
        this.change(id, { status: 'cancelled', endedAt: seconds() })
        return Promise.resolve(this.#find(id))
      },
      download: () => Promise.resolve(ok(new File([], 'output.jsonl'))),
      files: () => Promise.resolve(ok(this.files.toReversed())),
      deleteFile: () => Promise.resolve(ok()),
      cancel: () => Promise.resolve(ok()),
    } satisfies Omit<BatchApi, 'connect'>
    const called = (Object.keys(answers) as Call[]).map((call) => [
      call,
      (...given: unknown[]) => {
        this.asked.push(`${call} ${this.access?.key || '-'}`)
        const instead = this.#instead.get(call)?.shift()
        const usual = answers[call] as (...args: unknown[]) => Promise<Result<unknown>>
        return instead ? Promise.resolve(instead()) : usual(...given)
      },
    ])
    return {
      ...Object.fromEntries(called),
      connect: (access: ApiAccess) => {
        this.access = access
        return Promise.resolve(ok())
      },
      onCrash: () => {},
      close: () => {},
    } as BatchClient
  }

  #find(id: string): Result<Batch> {
    const batch = this.batches.find((each) => each.id === id)
    return batch ? ok(batch) : fail('api-not-found', msg('No such batch.'))
  }

  #store({ name, content }: UploadRequest): RemoteFile {
    const file = {
      id: `file-${this.files.length + 1}`,
      name,
      bytes: content.size,
      createdAt: seconds(),
      expiresAt: undefined,
    }
    this.files.push(file)
    return file
  }

  #start({ inputFileId, endpoint, metadata }: BatchRequest): Batch {
    const id = `batch_${this.batches.length + 1}`
    const batch = aBatch({ id, endpoint, inputFileId, metadata, createdAt: seconds() })
    this.batches.push(batch)
    return batch
  }
}

function goodCheck(call: ConnectionCall): ConnectionCheck {
  return { call, isReachable: true, status: 200, ms: 1 }
}

function seconds(): number {
  return Math.floor(Date.now() / 1000)
}
