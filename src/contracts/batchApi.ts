// What the page may ask the worker that talks to the API of the user's choice. It is started when the
// panel is opened, and is the only part of the app that connects anywhere.
import type { Batch, RemoteFile } from '../batch/batchObject.ts'
import type { Result } from '../base/result.ts'
import type { Message } from '../i18n/message.ts'
import type { OnProgress } from './progress.ts'

export interface ApiAccess {
  /** Without a slash at its end: `https://api.openai.com/v1`. */
  readonly baseUrl: string
  readonly key: string
  readonly organization?: string | undefined
  readonly project?: string | undefined
}

/** The calls that a run needs, each tried in its cheapest form. */
export type ConnectionCall = 'models' | 'files' | 'batches' | 'content'

export interface ConnectionCheck {
  readonly call: ConnectionCall
  /** The server was reached and the page was allowed to read its answer. */
  readonly isReachable: boolean
  /** HTTP status, where there was an answer that the page may read. */
  readonly status?: number | undefined
  readonly ms: number
  /** What is wrong, the likelier cause first, and what to do. */
  readonly problem?: Message | undefined
}

export interface ModelInfo {
  readonly id: string
  /** Seconds since 1970. */
  readonly shutDownAt?: number | undefined
}

/** A line sent as an ordinary request. */
export interface TryAnswer {
  readonly status: number
  readonly ms: number
  /** As it came, cut to a length that can be shown. */
  readonly text: string
  readonly isCut: boolean
  readonly usage?: { readonly input: number; readonly output: number } | undefined
  /** What the API says is wrong: its own words. */
  readonly error?: { readonly code: string | undefined; readonly message: string } | undefined
}

export interface UploadRequest {
  /** References to the file on disk and texts of edited lines: nothing is copied. */
  readonly content: Blob
  /** Ends with `.jsonl`. */
  readonly name: string
  /** After which the API deletes it; absent: as it does by default, at OpenAI after 30 days. */
  readonly expiresAfterSeconds?: number | undefined
  readonly jobId: string
}

export interface BatchRequest {
  readonly inputFileId: string
  readonly endpoint: string
  readonly metadata: Readonly<Record<string, string>>
  /** After which the API deletes the results. */
  readonly outputExpiresAfterSeconds?: number | undefined
}

export interface BatchPage {
  readonly batches: readonly Batch[]
  /** For the next page; undefined at the end. */
  readonly after: string | undefined
}

export interface DownloadRequest {
  readonly fileId: string
  /** Of the file that it becomes. */
  readonly name: string
  readonly jobId: string
}

/**
 * Failures are those of `api/…` codes (base/failures.ts): `api-key-refused` (401), `api-not-allowed` (403),
 * `api-not-found` (404), `api-conflict` (409), `api-too-large` (413), `api-rate-limit` (429),
 * `api-queue-full` (too many tokens wait in batches), `api-no-credit` (waiting does not help), `api-server`
 * (5xx), `api-refused` (another 4xx), `api-unreachable` (no network, or a refused preflight),
 * `api-timeout`, `api-broken-transfer`, `api-outcome-unknown` (the request may have arrived), `cancelled`.
 */
export interface BatchApi {
  /** From here on with this access; the key stays in the worker's memory. */
  connect(access: ApiAccess): Promise<Result<void>>
  /** Tries each call, and tells of each as it is done. */
  check(onCheck: (check: ConnectionCheck) => void): Promise<Result<readonly ConnectionCheck[]>>
  models(): Promise<Result<readonly ModelInfo[]>>
  /** `path`: the url of the line, such as `/v1/chat/completions`; `body`: its JSON text. */
  send(path: string, body: string, jobId: string): Promise<Result<TryAnswer>>
  upload(request: UploadRequest, onProgress: OnProgress): Promise<Result<RemoteFile>>
  /** Never repeated by itself: after `api-outcome-unknown` the list of batches has to be looked at. */
  createBatch(request: BatchRequest): Promise<Result<Batch>>
  batches(after?: string): Promise<Result<BatchPage>>
  batch(id: string): Promise<Result<Batch>>
  cancelBatch(id: string): Promise<Result<Batch>>
  /** As a file in private storage, or in memory when it is small; never half of it. */
  download(request: DownloadRequest, onProgress: OnProgress): Promise<Result<File>>
  /** Files with purpose batch, newest first, to find one whose upload ended without an answer. */
  files(): Promise<Result<readonly RemoteFile[]>>
  deleteFile(fileId: string): Promise<Result<void>>
  cancel(jobId: string): Promise<Result<void>>
}
