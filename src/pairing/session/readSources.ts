// Reads the lines of all documents of a pairing at once; each has a thread of its own.
import { type Failure, failureOf } from '../../base/failures.ts'
import { msg } from '../../i18n/message.ts'
import { keyPathOf } from '../keyPath.ts'
import type { PairLines } from '../pairLines.ts'
import { findProvider } from '../providerRegistry.ts'
import type { PairReading } from '../../contracts/pairSourceApi.ts'
import type { PairSourceSetup } from '../../contracts/pairingApi.ts'
import type { Progress } from '../../contracts/progress.ts'
import type { AttachedSource } from './attachedSource.ts'
import type { OpenSource } from './openPairing.ts'
import { applyChange } from '../join/applyChange.ts'
import { PairingFailure, valueOf } from './pairingFailure.ts'
import type { SourceJob } from './sourceJobs.ts'

/** A document that is to be paired, and how far its lines have been read. */
export interface SourceToRead {
  readonly setup: PairSourceSetup
  readonly attached: AttachedSource
  doneBytes: number
  totalBytes: number
}

export interface ReadingListener {
  /** All lines of a document are read: for the first time, or since it is another now. */
  readonly reading: () => void
  readonly progress: () => void
  readonly failure: (key: string, failure: Failure) => void
  /** Later: lines of one of the documents changed. */
  readonly change: () => void
}

/** What a document's lines were when it was last read or asked for its changes. */
interface Known {
  readonly attached: AttachedSource
  readonly reading: PairReading
  readonly lines: PairLines
}

/** A document as it is now, and what became of its lines since they were last known. */
export interface ReadSource {
  readonly source: OpenSource
  /** The lines that `changed` speaks of; undefined when all were read again. */
  readonly before: PairLines | undefined
  /** Ids of lines that say something else now. */
  readonly changed: ReadonlySet<number>
}

const NONE: ReadonlySet<number> = new Set()

/** Keeps the lines of documents, so that they are not read again for another pairing. */
export class KnownLines {
  /**
   * The lines of all documents, read at the same time. `onFailure` hears which could not be read; then
   * this throws the first failure, and the others' reading is stopped.
   */
  async readAll(
    sources: readonly SourceToRead[],
    job: SourceJob,
    on: ReadingListener,
  ): Promise<ReadSource[]> {
    const failures: PairingFailure[] = []
    const read = await Promise.all(
      sources.map(async (source) => {
        try {
          return await this.read(source, job.idInSources, on)
        } catch (error) {
          if (!(error instanceof PairingFailure)) throw error
          if (failures.length === 0) {
            job.stopSources()
            if (!job.isCancelled) on.failure(source.setup.key, error.failure)
          }
          failures.push(error)
          return undefined
        }
      }),
    )
    job.check()
    if (failures[0]) throw failures[0]
    return read.filter((each) => each !== undefined)
  }

  readonly #known = new Map<string, Known>()

  /** Forgets documents that are closed, or another one by now. */
  keepOnly(attached: ReadonlyMap<string, AttachedSource>): void {
    for (const [key, known] of this.#known) {
      if (attached.get(key) !== known.attached) this.#known.delete(key)
    }
  }

  /** The lines of one as they are now. Throws `PairingFailure`. */
  async read(source: SourceToRead, jobId: string, on: ReadingListener): Promise<ReadSource> {
    const { setup, attached } = source
    const place = keyPlaceOf(setup)
    const known = this.#known.get(setup.key)
    const isSame = known?.attached === attached && isSameReading(known.reading, setup)
    // Until all has gone well; what was told of changes is told once.
    this.#known.delete(setup.key)
    let lines: Followed | undefined = isSame ? await follow(known) : undefined
    if (!lines) {
      on.reading()
      let isDone = false
      const report = ({ done, total }: Progress): void => {
        // Reports go another way between the threads, and may come after the lines.
        if (isDone) return
        source.doneBytes = done
        source.totalBytes = total
        on.progress()
      }
      const result = await attached.readLines(readingOf(setup), jobId, report, on.change)
      isDone = true
      lines = { before: undefined, changed: NONE, now: valueOf(result) }
      source.doneBytes = source.totalBytes
    }
    const { before, changed, now } = lines
    this.#known.set(setup.key, { attached, reading: readingOf(setup), lines: now })
    return { source: { setup, port: attached, ...place, lines: now }, before, changed }
  }
}

interface Followed extends Omit<ReadSource, 'source'> {
  readonly now: PairLines
}

/** What is known and what changed since; undefined when everything has to be read again. */
async function follow({ attached, lines }: Known): Promise<Followed | undefined> {
  if (!attached.hasChanged) return { before: lines, changed: NONE, now: lines }
  const change = valueOf(await attached.readChange())
  if (change === 'all') return undefined
  const changed: ReadonlySet<number> = new Set(change.changed.ids)
  return { before: lines, changed, now: applyChange(lines, change) }
}

function keyPlaceOf({ providerId, role, keyPath: written }: PairSourceSetup) {
  const provider = findProvider(providerId)
  if (!provider) {
    throw new PairingFailure(
      failureOf(
        'unknown-provider',
        msg('There is no provider “{provider}”.', { provider: providerId }),
      ),
    )
  }
  const keyPath = keyPathOf(provider, role, written)
  if (!keyPath) {
    throw new PairingFailure(
      failureOf(
        'bad-key-path',
        msg('“{path}” is not a path to an id. Write it as custom_id or meta.id.', {
          path: written ?? '',
        }),
      ),
    )
  }
  return { provider, keyPath }
}

function readingOf({ role, providerId, keyPath }: PairReading): PairReading {
  return { role, providerId, keyPath }
}

function isSameReading(a: PairReading, b: PairReading): boolean {
  return a.role === b.role && a.providerId === b.providerId && a.keyPath === b.keyPath
}
