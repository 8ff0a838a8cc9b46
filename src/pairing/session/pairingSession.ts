// The pairing behind the contract of its worker: reads the documents' lines, joins them, answers the
// page and follows changes. Each method is a few lines here; the work is in the files beside this one.
import { WorkQueue } from '../../base/workQueue.ts'
import { throttled } from '../../base/progress.ts'
import { failureOf } from '../../base/failures.ts'
import { fail, ok, type Result } from '../../base/result.ts'
import type { LineId, RowIndex } from '../../base/units.ts'
import { msg } from '../../i18n/message.ts'
import { countUnusable, summarise } from '../summary/summarise.ts'
import type { PairReading, PairSourceApi } from '../../contracts/pairSourceApi.ts'
import type {
  FoundPair,
  FoundPairRow,
  PairDetail,
  PairExporterInfo,
  PairExportPlan,
  PairExportRequest,
  PairExportResult,
  PairingApi,
  PairingFacts,
  PairNumber,
  PairSearchQuery,
  PairSourceSetup,
  PairView,
  PairWindow,
} from '../../contracts/pairingApi.ts'
import type { OnProgress } from '../../contracts/progress.ts'
import { AttachedSource } from './attachedSource.ts'
import { pairOfLine, readPairDetail } from './detail.ts'
import { type ExportContext, translatorFor } from './exports/exportContext.ts'
import { exportToBlobs, exportToHandle } from './exports/exportPairs.ts'
import { planExport } from './exports/planExport.ts'
import { exporterCatalogue } from './exports/exporterCatalogue.ts'
import { exportSetup } from './exports/exportSetup.ts'
import { type Joined, joinSources } from './joinSources.ts'
import { JsonChecking } from './jsonChecking.ts'
import type { OpenPairing } from './openPairing.ts'
import { pairingFailureOf, PairingFailure, shownFailure } from './pairingFailure.ts'
import { pairingFactsOf, newState, type SessionState } from './pairingState.ts'
import { KnownLines, type SourceToRead } from './readSources.ts'
import { readPairRows } from './rows.ts'
import { type SourceJob, SourceJobs } from './sourceJobs.ts'
import { searchEntries, searchPairing } from './search.ts'
import type { WantedJson } from './wantedJson.ts'
import { schemaLoader } from './schemaLoader.ts'
import { markedRows, rowOfPair, PairViewCache, windowOf } from './views.ts'

export class PairingSession implements Omit<PairingApi, 'attach'> {
  readonly #attached = new Map<string, AttachedSource>()
  readonly #known = new KnownLines()
  readonly #jobs = new SourceJobs()
  readonly #views = new PairViewCache()
  readonly #loadSchemas = schemaLoader()
  readonly #checking: JsonChecking
  #state: SessionState | undefined
  #revision = 0
  /** Readings of lines. */
  readonly #readings = new WorkQueue()
  #isUpdateWaiting = false
  /** The job that follows changes. */
  #update: string | undefined
  #updateCount = 0
  /** The job that searches. */
  #searching: string | undefined
  readonly #reportSoon = throttled((state: SessionState) => this.#report(state))

  /** `wanted`: for tests. */
  constructor(wanted?: WantedJson) {
    this.#checking = new JsonChecking(this.#loadSchemas, wanted)
  }

  /** Lets a document be asked; `close` is called when it is no more to be. */
  attachSource(key: string, source: PairSourceApi, close: () => void = () => {}): void {
    this.#drop(key)
    this.#attached.set(key, new AttachedSource(source, close))
  }

  async detach(key: string): Promise<Result<void>> {
    this.#drop(key)
    return ok()
  }

  async recognise(key: string): Promise<Result<PairReading | undefined>> {
    return (await this.#attached.get(key)?.recognise()) ?? fail('source-closed', NOT_ATTACHED)
  }

  pair(
    setups: readonly PairSourceSetup[],
    jobId: string,
    onFacts: (facts: PairingFacts) => void,
  ): Promise<Result<PairingFacts>> {
    const sources: SourceToRead[] = []
    for (const setup of setups) {
      const attached = this.#attached.get(setup.key)
      if (!attached) {
        const { name } = setup
        return Promise.resolve(
          fail(
            'source-closed',
            msg('{name} is closed. Open it again and pair it again.', { name }),
          ),
        )
      }
      sources.push({ setup, attached, doneBytes: 0, totalBytes: 0 })
    }
    if (this.#state) this.#stop(this.#state)
    this.#known.keepOnly(this.#attached)
    const state = newState(sources, jobId, onFacts, this.#state)
    this.#state = state
    this.#report(state)
    return this.#readings.run(() => this.#read(state, jobId))
  }

  async cancel(jobId: string): Promise<Result<void>> {
    this.#jobs.cancel(jobId)
    return ok()
  }

  readRows(view: PairView, from: RowIndex, to: RowIndex): Promise<Result<PairWindow>> {
    return this.#answer(async (pairing) => {
      const { revision } = pairing
      const window = windowOf(pairing, await this.#views.loadRows(pairing, view), from, to)
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

  async leaveView(view: PairView): Promise<Result<void>> {
    this.#views.leave(view)
    return ok()
  }

  rowOfPair(view: PairView, pair: PairNumber): Promise<Result<FoundPairRow>> {
    return this.#answer(async (pairing) => {
      const { revision } = pairing
      return { revision, row: rowOfPair(await this.#views.loadRows(pairing, view), pair) }
    })
  }

  async readPair(pair: PairNumber): Promise<Result<PairDetail>> {
    const detail = await this.#answer((pairing) => readPairDetail(pairing, pair, this.#loadSchemas))
    if (!detail.ok) return detail
    return detail.value
      ? ok(detail.value)
      : fail('unknown-pair', msg('There is no such pair any more.'))
  }

  async pairOfLine(key: string, id: LineId): Promise<Result<FoundPair>> {
    const pairing = this.#state?.pairing
    if (!pairing) return fail('pairing-not-ready', NOT_READY)
    return ok({ revision: pairing.revision, pair: pairOfLine(pairing, key, id) })
  }

  search(query: PairSearchQuery, jobId: string, onProgress: OnProgress): Promise<Result<number>> {
    const state = this.#state
    if (!state?.pairing) return Promise.resolve(fail('pairing-not-ready', NOT_READY))
    return this.#searchOf(state, query, jobId, throttled(onProgress))
  }

  #searchOf(
    state: SessionState,
    query: PairSearchQuery,
    jobId: string,
    report: OnProgress,
  ): Promise<Result<number>> {
    if (this.#searching !== undefined) this.#jobs.cancel(this.#searching)
    this.#searching = jobId
    return this.#job(jobId, async (job) => {
      await this.#searchAll(state, query, job, report)
      return state.matches
    }).finally(() => {
      if (this.#searching === jobId) this.#searching = undefined
    })
  }

  async exporters(): Promise<Result<readonly PairExporterInfo[]>> {
    return ok(exporterCatalogue())
  }

  planExport(request: PairExportRequest): Promise<Result<PairExportPlan>> {
    return this.#job(request.jobId, async (job) =>
      planExport(await this.#exportContext(request), request, job),
    )
  }

  exportBlobs(
    request: PairExportRequest,
    onProgress: OnProgress,
  ): Promise<Result<PairExportResult>> {
    return this.#job(request.jobId, async (job) => {
      const control = { check: () => job.check(), onProgress }
      return exportToBlobs(await this.#exportContext(request), request, control)
    })
  }

  exportToFile(
    request: PairExportRequest,
    handle: FileSystemFileHandle,
    onProgress: OnProgress,
  ): Promise<Result<PairExportResult>> {
    return this.#job(request.jobId, async (job) => {
      const control = { check: () => job.check(), onProgress }
      return exportToHandle(await this.#exportContext(request), request, handle, control)
    })
  }

  async #exportContext(request: PairExportRequest): Promise<ExportContext> {
    const state = this.#state
    const pairing = state?.state === 'ready' ? state.pairing : undefined
    if (!state || !pairing) throw new PairingFailure(failureOf('pairing-not-ready', NOT_READY))
    const { view } = exportSetup(request)
    if (view) await this.#views.loadRows(pairing, view)
    return {
      pairing,
      rowsOf: (view) => this.#views.rowsOf(pairing, view),
      facts: pairingFactsOf(state, this.#revision),
      translator: await translatorFor(request.language),
    }
  }

  /** Again when lines change meanwhile: their marks would be those of other lines. */
  async #searchAll(
    state: SessionState,
    query: PairSearchQuery,
    job: SourceJob,
    report: OnProgress,
  ): Promise<void> {
    let searched: OpenPairing | undefined
    while (state.pairing && searched !== state.pairing) {
      searched = state.pairing
      await searchPairing(searched, query, job, report)
      job.check()
    }
    state.query = query.text === '' ? undefined : query
    this.#marked(state)
  }

  /** Lines of which nothing is known: few are searched at once, many as the page would have it. */
  async #searchFresh(
    state: SessionState,
    query: PairSearchQuery,
    pairing: OpenPairing,
    fresh: Joined['fresh'],
    job: SourceJob,
  ): Promise<void> {
    const lines = (['requests', 'answers'] as const).map((role) => [role, fresh(role)] as const)
    if (lines.reduce((sum, [, entries]) => sum + entries.length, 0) > SEARCHED_AT_ONCE) {
      const again = `search again ${++this.#updateCount}`
      void this.#searchOf(state, query, again, () => {})
      return
    }
    for (const [role, entries] of lines) await searchEntries(pairing, role, entries, query, job)
  }

  /** Marks of rows are other ones. */
  #marked(state: SessionState): void {
    if (!state.pairing) return
    state.matches = countMarked(state.pairing)
    state.pairing.revision = ++this.#revision
    this.#report(state)
  }

  #drop(key: string): void {
    this.#attached.get(key)?.detach()
    this.#attached.delete(key)
  }

  /** Another pairing takes its place. */
  #stop(state: SessionState): void {
    this.#checking.stop()
    if (this.#searching !== undefined) this.#jobs.cancel(this.#searching)
    if (state.state === 'reading') this.#jobs.cancel(state.jobId)
    if (this.#update !== undefined) this.#jobs.cancel(this.#update)
  }

  /** Reads all lines as they are now, and joins them. */
  async #read(state: SessionState, jobId: string): Promise<Result<PairingFacts>> {
    const ports = state.sources.map(({ attached }) => attached)
    try {
      return await this.#jobs.run(jobId, ports, async (job) => {
        const pairing = await this.#join(state, job)
        const facts = this.#report(state)
        if (state === this.#state) this.#checkJson(state, pairing)
        return ok(facts)
      })
    } catch (error) {
      state.state = 'failed'
      state.failure = shownFailure(error)
      this.#report(state)
      return { ok: false, failure: state.failure }
    }
  }

  async #join(state: SessionState, job: SourceJob): Promise<OpenPairing> {
    job.check()
    state.failures.clear()
    const read = await this.#known.readAll(state.sources, job, {
      reading: () => {
        state.state = 'reading'
        this.#report(state)
      },
      progress: () => this.#reportSoon(state),
      failure: (key, failure) => state.failures.set(key, failure),
      change: () => this.#updateLater(),
    })
    this.#checking.stop()
    state.checkingJson = undefined
    const { pairing, fresh } = joinSources(read, ++this.#revision, state.pairing ?? state.earlier)
    state.earlier = undefined
    state.pairing = pairing
    state.summary = summarise(pairing)
    if (state.query && this.#searching === undefined) {
      await this.#searchFresh(state, state.query, pairing, fresh, job)
    }
    state.matches = countMarked(pairing)
    state.state = 'ready'
    state.pairMs ??= Date.now() - state.startedAt
    return pairing
  }

  /** Validates answers by the JSON that was asked for, while the page is served. */
  #checkJson(state: SessionState, pairing: OpenPairing): void {
    void this.#checking.run(pairing, {
      progress: (checking) => {
        state.checkingJson = checking
        this.#report(state)
      },
      verdicts: () => {
        pairing.revision = ++this.#revision
        if (state.summary) state.summary = { ...state.summary, unusable: countUnusable(pairing) }
        this.#report(state)
      },
    })
  }

  /**
   * Follows changes of the current pairing, which may use lines that were read for an earlier
   * one. Changes that come until it begins are taken together.
   */
  #updateLater(): void {
    if (this.#isUpdateWaiting) return
    this.#isUpdateWaiting = true
    void this.#readings.run(async () => {
      this.#isUpdateWaiting = false
      const state = this.#state
      if (state?.state !== 'ready') return
      if (!state.sources.some(({ attached }) => attached.hasChanged)) return
      this.#update = `update ${++this.#updateCount}`
      await this.#read(state, this.#update)
      this.#update = undefined
    })
  }

  async #job<T>(jobId: string, work: (job: SourceJob) => Promise<T>): Promise<Result<T>> {
    const ports = this.#state?.sources.map(({ attached }) => attached) ?? []
    try {
      return ok(await this.#jobs.run(jobId, ports, work))
    } catch (error) {
      return { ok: false, failure: pairingFailureOf(error) }
    }
  }

  async #answer<T>(work: (pairing: OpenPairing) => Promise<T>): Promise<Result<T>> {
    const { pairing, state } = this.#state ?? {}
    if (!pairing || state !== 'ready') return fail('pairing-not-ready', NOT_READY)
    try {
      return ok(await work(pairing))
    } catch (error) {
      return { ok: false, failure: pairingFailureOf(error) }
    }
  }

  /** Sends the facts to the page, unless it asked for another pairing. */
  #report(state: SessionState): PairingFacts {
    const facts = pairingFactsOf(state, this.#revision)
    if (state === this.#state) state.onFacts(facts)
    return facts
  }
}

/** Lines that are searched before the pairs are shown again. */
const SEARCHED_AT_ONCE = 2000

const NOT_READY = msg('The pairs are not there yet.')
const NOT_ATTACHED = msg('The document is closed. Open it again and pair it again.')

function countMarked(pairing: OpenPairing): number {
  return markedRows(pairing).reduce((sum, mark) => sum + mark, 0)
}
