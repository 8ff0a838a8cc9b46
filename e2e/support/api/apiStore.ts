// Files, batches and models of the stand-in, and what happens to them. Nothing of HTTP is here.
import { collectFile, type Collected, type StoredFile } from './storedFile.ts'
import { type Ending, resultsOf } from './endings.ts'
import { hasEnded, type Status, type StoredBatch } from './storedBatch.ts'
import { validateBatch } from './validateBatch.ts'

export interface StoredModel {
  readonly id: string
  /** YYYY-MM-DD. */
  readonly shutdownDate?: string | undefined
}

const MODELS: readonly StoredModel[] = [
  { id: 'gpt-6-luna' },
  { id: 'gpt-6.1-sol' },
  { id: 'gpt-5.4-mini' },
  { id: 'gpt-5-mini', shutdownDate: '2026-12-11' },
  { id: 'text-embedding-3-small' },
]

const COMPLETED: Ending = { kind: 'completed' }

export class ApiStore {
  models: readonly StoredModel[] = MODELS
  readonly files = new Map<string, StoredFile>()
  /** Oldest first. */
  readonly batches = new Map<string, StoredBatch>()
  /** Of the next batches that are made, in turn; of all later ones `completed`. */
  readonly nextEndings: Ending[] = []
  /** New batches stay where they are until they are released. */
  holdsNew = false
  /** Requests of all batches that run; one that would exceed it fails at once. */
  enqueuedLimit = Number.POSITIVE_INFINITY
  /** Seconds by which this clock is ahead. */
  clockAhead = 0
  #ids = 0

  now(): number {
    return Math.floor(Date.now() / 1000) + this.clockAhead
  }

  addFile(
    name: string,
    purpose: string,
    collected: Collected,
    lifeSeconds: number | undefined,
  ): StoredFile {
    const createdAt = this.now()
    const expiresAt = lifeSeconds === undefined ? undefined : createdAt + lifeSeconds
    const file = { id: this.#newId('file'), name, purpose, createdAt, expiresAt, ...collected }
    this.files.set(file.id, file)
    return file
  }

  createBatch(
    inputFileId: string,
    endpoint: string,
    metadata: Readonly<Record<string, string>>,
  ): StoredBatch {
    const total = this.files.get(inputFileId)?.lines.length ?? 0
    const running = [...this.batches.values()].filter((batch) => !hasEnded(batch))
    const enqueued = running.reduce((sum, { counts }) => sum + counts.total, 0)
    const isTooMuch = enqueued + total > this.enqueuedLimit
    const batch: StoredBatch = {
      id: this.#newId('batch'),
      endpoint,
      inputFileId,
      createdAt: this.now(),
      metadata,
      ending: isTooMuch ? TOO_MANY_TOKENS : (this.nextEndings.shift() ?? COMPLETED),
      isHeld: this.holdsNew && !isTooMuch,
      status: 'validating',
      model: undefined,
      errors: [],
      outputFileId: undefined,
      errorFileId: undefined,
      counts: { total: isTooMuch ? 0 : total, completed: 0, failed: 0 },
      times: {},
    }
    this.batches.set(batch.id, batch)
    return batch
  }

  /** What a look at the batch brings about: one step towards its end. */
  advance(batch: StoredBatch): void {
    if (batch.isHeld) return
    if (batch.status === 'validating') this.#beginToRun(batch)
    else if (batch.status === 'in_progress') this.#end(batch, batch.ending)
    else if (batch.status === 'cancelling') {
      this.#end(batch, { kind: 'cancelled', done: batch.counts.completed })
    }
  }

  /** Undefined: it has ended and cannot be cancelled. */
  cancel(batch: StoredBatch): StoredBatch | undefined {
    if (batch.status === 'cancelled') return batch
    if (hasEnded(batch)) return undefined
    this.#move(batch, 'cancelling')
    batch.isHeld = false
    return batch
  }

  #beginToRun(batch: StoredBatch): void {
    const file = this.files.get(batch.inputFileId)
    const models = new Set(this.models.map(({ id }) => id))
    const errors =
      batch.ending.kind === 'failed'
        ? batch.ending.errors
        : file
          ? validateBatch(file.lines, batch.endpoint, models)
          : [{ code: 'invalid_request', message: 'No such file.', line: null, param: 'file_id' }]
    if (errors.length > 0) {
      batch.errors = errors
      batch.counts = { total: 0, completed: 0, failed: 0 }
      this.#move(batch, 'failed')
      return
    }
    batch.model = file?.lines[0]?.model
    batch.counts = { ...batch.counts, completed: Math.floor(batch.counts.total / 2) }
    this.#move(batch, 'in_progress')
  }

  #end(batch: StoredBatch, ending: Ending): void {
    if (ending.kind === 'failed') return
    const lines = this.files.get(batch.inputFileId)?.lines ?? []
    const { output, errors } = resultsOf(lines, batch.endpoint, ending)
    const noErrors = ending.kind === 'completed' ? ending.noErrors : undefined
    batch.outputFileId = output.length > 0 ? this.#addResults(batch, 'output', output) : undefined
    if (errors.length > 0 || noErrors === 'empty file') {
      batch.errorFileId = this.#addResults(batch, 'error', errors)
    } else if (noErrors === 'empty id') batch.errorFileId = ''
    batch.counts = { ...batch.counts, completed: output.length, failed: errors.length }
    this.#move(batch, ending.kind)
  }

  #addResults(batch: StoredBatch, kind: string, lines: readonly string[]): string {
    const collector = collectFile()
    for (const line of lines) collector.write(Buffer.from(`${line}\n`))
    const name = `${batch.id}_${kind}.jsonl`
    return this.addFile(name, 'batch_output', collector.end(), undefined).id
  }

  #move(batch: StoredBatch, status: Status): void {
    batch.status = status
    batch.times[status] = this.now()
  }

  #newId(kind: string): string {
    this.#ids += 1
    return `${kind}_${String(this.#ids).padStart(4, '0')}${Math.random().toString(36).slice(2, 10)}`
  }
}

/** The words of openai-python#2084. */
const TOO_MANY_TOKENS: Ending = {
  kind: 'failed',
  errors: [
    {
      code: 'token_limit_exceeded',
      message:
        'Enqueued token limit reached for gpt-6-luna in organization org-1. Limit: 2,000,000 enqueued tokens. Please try again once some in_progress batches have been completed.',
      line: null,
      param: null,
    },
  ],
}
