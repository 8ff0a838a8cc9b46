// A document that a pairing may ask: its calls settle even when its worker is gone, and what was
// read of it is kept for the next pairing.
import { fail, ok, type Result } from '../../base/result.ts'
import { msg } from '../../i18n/message.ts'
import type { PairLines, PairLinesChange } from '../pairLines.ts'
import type {
  LineContents,
  PairReading,
  PairRecognition,
  PairSourceApi,
} from '../../contracts/pairSourceApi.ts'
import type { OnProgress } from '../../contracts/progress.ts'

const CLOSED = fail(
  'source-closed',
  msg('The document is closed. Open it again and pair it again.'),
)

export class AttachedSource implements PairSourceApi {
  readonly #port: PairSourceApi
  readonly #close: () => void
  /** Ends each call that is under way. */
  readonly #pending = new Set<() => void>()
  #isDetached = false
  /** Lines changed since `readLines` or `readChange` was last called. */
  hasChanged = false

  constructor(port: PairSourceApi, close: () => void) {
    this.#port = port
    this.#close = close
  }

  get isDetached(): boolean {
    return this.#isDetached
  }

  /** The document is closed, or its worker died: calls under way and later ones fail. */
  detach(): void {
    if (this.#isDetached) return
    this.#isDetached = true
    this.#close()
    for (const end of this.#pending) end()
    this.#pending.clear()
  }

  recognise(): Promise<Result<PairRecognition | undefined>> {
    return this.#ask((port) => port.recognise())
  }

  readLines(
    reading: PairReading,
    jobId: string,
    onProgress: OnProgress,
    onChange: () => void,
  ): Promise<Result<PairLines>> {
    this.hasChanged = false
    return this.#ask((port) =>
      port.readLines(reading, jobId, onProgress, () => {
        this.hasChanged = true
        onChange()
      }),
    )
  }

  readChange(): Promise<Result<PairLinesChange | 'all'>> {
    this.hasChanged = false
    return this.#ask((port) => port.readChange())
  }

  /** Of a document that is gone nothing runs. */
  cancel(jobId: string): Promise<Result<void>> {
    return this.#isDetached ? Promise.resolve(ok()) : this.#ask((port) => port.cancel(jobId))
  }

  readContents(ids: Float64Array<ArrayBuffer>, limitBytes?: number): Promise<Result<LineContents>> {
    return this.#ask((port) => port.readContents(ids, limitBytes))
  }

  findCandidates(
    text: string,
    jobId: string,
    onProgress: OnProgress,
  ): Promise<Result<Float64Array<ArrayBuffer>>> {
    return this.#ask((port) => port.findCandidates(text, jobId, onProgress))
  }

  /**
   * `Promise.race` with a promise that lasts as long as the document would keep every answer in
   * memory until then.
   */
  #ask<T>(call: (port: PairSourceApi) => Promise<Result<T>>): Promise<Result<T>> {
    if (this.#isDetached) return Promise.resolve(CLOSED)
    return new Promise((resolve, reject) => {
      const end = (): void => resolve(CLOSED)
      this.#pending.add(end)
      call(this.#port)
        .then(resolve, reject)
        .finally(() => this.#pending.delete(end))
    })
  }
}
