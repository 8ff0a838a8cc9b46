// One open document as a part of a pairing: answers what the pairing's worker asks, and remembers
// which lines changed since it was last asked.
import type { Job } from '../../base/jobs.ts'
import { throttled } from '../../base/progress.ts'
import { fail, ok, type Result } from '../../base/result.ts'
import type { LineId } from '../../base/units.ts'
import { msg } from '../../i18n/message.ts'
import type { PairLines, PairLinesChange } from '../pairLines.ts'
import type {
  LineContents,
  PairReading,
  PairRecognition,
  PairSourceApi,
} from '../../contracts/pairSourceApi.ts'
import type { OnProgress } from '../../contracts/progress.ts'
import type { ValidatedDocument } from '../../validation/validatedDocument.ts'
import { ChangedLines } from './changedLines.ts'
import { findCandidates } from './findCandidates.ts'
import { createLineReader, type LineReader } from './lineReader.ts'
import { readLineContents } from './readContents.ts'
import { readPairLines } from './readPairLines.ts'
import { recogniseDocument } from './recognise.ts'

/** What the session does for it. */
export interface PairSourceHost {
  /** Runs work at once; expected failures come as values. */
  answer<T>(work: (doc: ValidatedDocument) => Promise<Result<T>>): Promise<Result<T>>
  /** The same, as a job, when all earlier changes are done. */
  job<T>(
    jobId: string,
    work: (doc: ValidatedDocument, job: Job) => Promise<Result<T>>,
  ): Promise<Result<T>>
  cancel(jobId: string): Promise<Result<void>>
  wasm(): WebAssembly.Module
}

/** What the pairing has of the document. */
interface Known {
  readonly reader: LineReader
  readonly lines: ChangedLines
  readonly onChange: () => void
  isTold: boolean
}

export class PairSource implements PairSourceApi {
  readonly #host: PairSourceHost
  /** Undefined before lines were read, and when all have to be read again. */
  #known: Known | undefined

  constructor(host: PairSourceHost) {
    this.#host = host
  }

  /** Lines came, went, moved or changed; 'all': the document is another, and so are its ids. */
  changed(ids: readonly LineId[] | 'all'): void {
    const known = this.#known
    if (!known || (ids !== 'all' && ids.length === 0)) return
    if (ids === 'all') this.#known = undefined
    else known.lines.note(ids)
    if (known.isTold) return
    known.isTold = true
    known.onChange()
  }

  recognise(): Promise<Result<PairRecognition | undefined>> {
    return this.#host.answer(async (doc) => ok(await recogniseDocument(doc)))
  }

  readLines(
    reading: PairReading,
    jobId: string,
    onProgress: OnProgress,
    onChange: () => void,
  ): Promise<Result<PairLines>> {
    return this.#host.job(jobId, async (doc, job) => {
      const refusal = refusalOf(doc)
      if (refusal) return refusal
      const reader = createLineReader(reading)
      if (!reader.ok) return reader
      const report = throttled(bytesOf(doc, onProgress))
      const lines = await readPairLines(doc, this.#host.wasm(), reader.value, job, report)
      this.#known = {
        reader: reader.value,
        lines: new ChangedLines(doc, lines),
        onChange,
        isTold: false,
      }
      return ok(lines)
    })
  }

  readChange(): Promise<Result<PairLinesChange | 'all'>> {
    return this.#host.job('readChange', async (doc, job) => {
      const known = this.#known
      if (!known || doc.state !== 'ready') return ok('all' as const)
      // A change while this reads is told again.
      known.isTold = false
      const change = await known.lines.read(known.reader, job)
      if (change === 'all') this.#known = undefined
      return ok(change)
    })
  }

  cancel(jobId: string): Promise<Result<void>> {
    return this.#host.cancel(jobId)
  }

  readContents(ids: Float64Array<ArrayBuffer>, limitBytes?: number): Promise<Result<LineContents>> {
    return this.#host.answer(async (doc) => ok(await readLineContents(doc, ids, limitBytes)))
  }

  findCandidates(
    text: string,
    jobId: string,
    onProgress: OnProgress,
  ): Promise<Result<Float64Array<ArrayBuffer>>> {
    return this.#host.job(jobId, async (doc, job) => {
      const refusal = refusalOf(doc)
      if (refusal) return refusal
      const report = throttled(bytesOf(doc, onProgress))
      return ok(await findCandidates(doc, this.#host.wasm(), text, job, report))
    })
  }
}

/** Reports bytes of the document's file. */
function bytesOf({ source }: ValidatedDocument, onProgress: OnProgress): (done: number) => void {
  return (done) => onProgress({ unit: 'bytes', done, total: source.size })
}

function refusalOf(doc: ValidatedDocument): Result<never> | undefined {
  if (doc.state === 'ready') return undefined
  return fail('not-read', doc.failure?.message ?? msg('The document has not been read to its end.'))
}
