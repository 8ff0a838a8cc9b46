// The pairing behind the contract of its worker: reads the documents' lines, joins them, answers the
// page and follows changes. Each method is a few lines here; the work is in the files beside this one.
import { throttled } from '../base/progress.ts'
import { fail, ok, type Result } from '../base/result.ts'
import type { LineId, RowIndex } from '../base/units.ts'
import { loadSchemaJudge, type SchemaJudge } from '../pairing/schemaJudge.ts'
import type { PairReading, PairSourceApi } from '../worker/pairSourceApi.ts'
import type {
  PairDetail,
  PairingApi,
  PairingFacts,
  PairNumber,
  PairSourceSetup,
  PairView,
  PairWindow,
} from '../worker/pairingApi.ts'
import { AttachedSource } from './attachedSource.ts'
import { pairOfLine, readPairDetail } from './detail.ts'
import { joinSources } from './joinSources.ts'
import type { OpenPairing } from './openPairing.ts'
import { failureOf } from './pairingFailure.ts'
import { factsOf, newState, type PairingState } from './pairingState.ts'
import { KnownLines, type SourceToRead } from './readSources.ts'
import { readPairRows } from './rows.ts'
import { type SourceJob, SourceJobs } from './sourceJobs.ts'
import { rowOfPair, ViewCache, windowOf } from './views.ts'

/** What the page asks, but for a port's other side: here are no threads. */
export type PairingSide = Omit<PairingApi, 'attach'> & {
  attach(key: string, port: PairSourceApi): Promise<void>
}

export class PairingSession {
  readonly #attached = new Map<string, AttachedSource>()
  readonly #known = new KnownLines()
  readonly #jobs = new SourceJobs()
  readonly #views = new ViewCache()
  readonly #loadSchemas = once(loadSchemaJudge)
  #state: PairingState | undefined
  #revision = 0
  /** Readings of lines run one after the other. */
  #queue: Promise<unknown> = Promise.resolve()
  #isUpdateWaiting = false
  /** The job that follows changes. */
  #update: string | undefined
  #updateCount = 0
  readonly #reportSoon = throttled((state: PairingState) => this.#report(state))

  attach(key: string, port: PairSourceApi): Promise<void> {
    this.#drop(key)
    this.#attached.set(key, new AttachedSource(port))
    return Promise.resolve()
  }

  detach(key: string): Promise<void> {
    this.#drop(key)
    return Promise.resolve()
  }

  async recognise(key: string): Promise<Result<PairReading | undefined>> {
    return (await this.#attached.get(key)?.recognise()) ?? fail('refused', NOT_ATTACHED)
  }

  pair(
    setups: readonly PairSourceSetup[],
    jobId: string,
    onFacts: (facts: PairingFacts) => void,
  ): Promise<Result<PairingFacts>> {
    if (this.#state) this.#stop(this.#state)
    const sources: SourceToRead[] = []
    for (const setup of setups) {
      const attached = this.#attached.get(setup.key)
      if (!attached) return Promise.resolve(fail('refused', `${setup.name}: ${NOT_ATTACHED}`))
      sources.push({ setup, attached, doneBytes: 0, totalBytes: 0 })
    }
    const state = newState(sources, jobId, onFacts)
    this.#state = state
    this.#report(state)
    return this.#inLine(() => this.#read(state, jobId))
  }

  cancel(jobId: string): Promise<void> {
    this.#jobs.cancel(jobId)
    return Promise.resolve()
  }

  readRows(view: PairView, from: RowIndex, to: RowIndex): Promise<Result<PairWindow>> {
    return this.#answer(async (pairing) => {
      const { revision } = pairing
      const window = windowOf(pairing, this.#views.rowsOf(pairing, view), from, to)
      const rows = await readPairRows(pairing, window.pairs)
      const { count, groups } = window
      return {
        revision,
        count,
        from: window.from,
        rows: groups ? rows.map((row, i) => ({ ...row, group: groups[i] })) : rows,
      }
    })
  }

  async rowOfPair(view: PairView, pair: PairNumber): Promise<RowIndex | undefined> {
    const row = await this.#answer((pairing) =>
      Promise.resolve(rowOfPair(this.#views.rowsOf(pairing, view), pair)),
    )
    return row.ok ? row.value : undefined
  }

  async readPair(pair: PairNumber): Promise<Result<PairDetail>> {
    const detail = await this.#answer((pairing) => readPairDetail(pairing, pair, this.#loadSchemas))
    if (!detail.ok) return detail
    return detail.value ? ok(detail.value) : fail('refused', 'There is no such pair any more.')
  }

  pairOfLine(key: string, id: LineId): Promise<PairNumber | undefined> {
    const pairing = this.#state?.pairing
    return Promise.resolve(pairing && pairOfLine(pairing, key, id))
  }

  #drop(key: string): void {
    this.#attached.get(key)?.detach()
    this.#attached.delete(key)
    this.#known.forget(key)
  }

  /** Another pairing takes its place. */
  #stop(state: PairingState): void {
    if (state.state === 'reading') this.#jobs.cancel(state.jobId)
    if (this.#update !== undefined) this.#jobs.cancel(this.#update)
  }

  /** Reads all lines as they are now, and joins them. */
  async #read(state: PairingState, jobId: string): Promise<Result<PairingFacts>> {
    const ports = state.sources.map(({ attached }) => attached)
    try {
      return await this.#jobs.run(jobId, ports, async (job) => {
        await this.#join(state, job)
        return ok(this.#report(state))
      })
    } catch (error) {
      state.state = 'failed'
      state.failure = failureOf(error)
      this.#report(state)
      return { ok: false, failure: state.failure }
    }
  }

  async #join(state: PairingState, job: SourceJob): Promise<void> {
    job.check()
    state.failures.clear()
    const read = await this.#known.readAll(state.sources, job, {
      reading: () => {
        state.state = 'reading'
        this.#report(state)
      },
      progress: () => this.#reportSoon(state),
      failure: (key, failure) => state.failures.set(key, failure),
      change: () => this.#updateLater(state),
    })
    state.pairing = joinSources(read, ++this.#revision, state.pairing)
    state.state = 'ready'
    state.pairMs ??= Date.now() - state.startedAt
  }

  /** Changes that come until it begins are taken together. */
  #updateLater(state: PairingState): void {
    if (state !== this.#state || this.#isUpdateWaiting) return
    this.#isUpdateWaiting = true
    void this.#inLine(async () => {
      this.#isUpdateWaiting = false
      if (state !== this.#state || state.state !== 'ready') return
      this.#update = `update ${++this.#updateCount}`
      await this.#read(state, this.#update)
      this.#update = undefined
    })
  }

  #inLine<T>(work: () => Promise<T>): Promise<T> {
    const result = this.#queue.then(work)
    this.#queue = result.catch(() => {})
    return result
  }

  async #answer<T>(work: (pairing: OpenPairing) => Promise<T>): Promise<Result<T>> {
    const { pairing, state } = this.#state ?? {}
    if (!pairing || state !== 'ready') return fail('refused', 'The pairs are not there yet.')
    try {
      return ok(await work(pairing))
    } catch (error) {
      return { ok: false, failure: failureOf(error) }
    }
  }

  /** Sends the facts to the page, unless it asked for another pairing. */
  #report(state: PairingState): PairingFacts {
    const facts = factsOf(state, this.#revision)
    if (state === this.#state) state.onFacts(facts)
    return facts
  }
}

const NOT_ATTACHED = 'The document is closed. Open it again and pair it anew.'

/** The one answer of `load`; asked again when it failed. */
function once(load: () => Promise<SchemaJudge>): () => Promise<SchemaJudge | undefined> {
  let loading: Promise<SchemaJudge | undefined> | undefined
  return () => {
    loading ??= load().catch(() => {
      loading = undefined
      return undefined
    })
    return loading
  }
}
