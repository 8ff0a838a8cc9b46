// The engine of one document behind the contract of the worker: opens, validates, answers and changes.
// Each method is a few lines here; the work is in the files beside this one.
import type { Failure } from '../base/failures.ts'
import { fail, ok, type Result } from '../base/result.ts'
import type {
  Catalogue,
  DocumentApi,
  DocumentFacts,
  EditCommand,
  EditResult,
  ManyCommand,
  OpenOptions,
  SearchProgress,
  SearchQuery,
} from '../contracts/documentApi.ts'
import type { LoggedCommand } from '../contracts/loggedCommand.ts'
import type { JournalStore } from '../journal/journalStore.ts'
import type { OnProgress } from '../contracts/progress.ts'
import { catalogueOf } from './catalogue.ts'
import type { Edited } from './changes.ts'
import { FileSession } from './fileSession.ts'
import { documentFactsOf } from './facts.ts'
import { forgetIfStale, keepLater } from './keptResults.ts'
import { documentFailureOf } from './failureOf.ts'
import { FixCounting } from './fixCounting.ts'
import { type Job, Jobs, neverCancelled } from '../base/jobs.ts'
import { WorkQueue } from '../base/workQueue.ts'
import { beginAgain, beginOpening } from './opening.ts'
import type { OpenDocument } from './openDocument.ts'
import { PairSource } from '../pairing/source/pairSource.ts'
import { TokenSource } from '../tokens/source/tokenSource.ts'
import { formatOfSample } from './detection.ts'
import { readWhole } from './reading.ts'
import type { ResultCache } from '../resultCache/resultCache.ts'
import { NOT_AS_KEPT, refusal, STOPPED } from './refusals.ts'
import { carryOut } from './replay.ts'
import { requireAsRead, saveTo } from './saving.ts'
import { REPORT_INTERVAL, throttled } from '../base/progress.ts'
import { markAgain, searchDocument, thenMarked } from './search/searchDocument.ts'
import { msg } from '../i18n/message.ts'

export class DocumentSession extends FileSession implements DocumentApi {
  /** The document as a part of a pairing. */
  readonly pairSource = new PairSource({
    answer: (work) => this.#answer(work),
    job: (jobId, work) => this.#job(jobId, work),
    cancel: (jobId) => this.cancel(jobId),
    wasm: () => this.#scannerModule,
  })
  readonly tokenSource = new TokenSource({
    answer: (work) => this.#answer(work),
    change: (work) =>
      this.#changes.run(() => this.#answer((doc) => thenMarked(doc, this.#wasm, work(doc)))),
    report: () => void (this.#doc?.state === 'ready' && this.#report(this.#doc)),
  })
  readonly #loadScanner: () => Promise<WebAssembly.Module>
  readonly #kept: ResultCache | undefined
  /** Of what 'Fix all' would fix. */
  readonly fixCounting = new FixCounting({
    document: () => (this.#doc?.state === 'ready' ? this.#doc : undefined),
    idle: () => this.#changes.idle(),
    onNews: (doc) => this.#onFacts(documentFactsOf(doc)),
  })
  readonly #jobs = new Jobs()
  #wasm: WebAssembly.Module | undefined
  #doc: OpenDocument | undefined
  #onFacts: (facts: DocumentFacts) => void = () => {}
  #lastReport = 0
  /** Documents whose file was read again: lines have other names in the one that took their place. */
  readonly #readAgain = new WeakSet<OpenDocument>()
  /** Work that changes the document. */
  readonly #changes = new WorkQueue()

  /** `kept`: where results of earlier readings are, if anywhere; `journals`: where edits are kept. */
  constructor(
    loadScanner: () => Promise<WebAssembly.Module>,
    kept?: ResultCache,
    journals?: JournalStore,
  ) {
    const host = {
      answer: <T>(work: (doc: OpenDocument) => Promise<Result<T>>) => this.#answer(work),
      job: <T>(jobId: string, work: (doc: OpenDocument, job: Job) => Promise<Result<T>>) =>
        this.#job(jobId, work),
      report: (doc: OpenDocument) => void this.#report(doc),
      wasm: () => this.#scannerModule,
      mark: () => this.#changes.run(() => this.#answer((doc) => this.#edited(doc))),
      exported: () => this.journal.exported(),
      renewed: (doc: OpenDocument) => this.#renewed(doc),
      replaced: (doc: OpenDocument) => this.#replaced(doc),
    }
    super(host, journals)
    this.#loadScanner = loadScanner
    this.#kept = kept
  }

  async catalogue(): Promise<Result<Catalogue>> {
    return ok(catalogueOf())
  }

  open(
    file: File,
    options: OpenOptions,
    onFacts: (facts: DocumentFacts) => void,
  ): Promise<Result<DocumentFacts>> {
    return this.#changes.run(() =>
      this.#jobs.run(options.jobId, async (job) => {
        const wasm = await this.#loadScanner()
        this.#wasm = wasm
        this.#onFacts = onFacts
        this.takeSettings(options)
        this.journal.close()
        try {
          const { doc, refusal } = await beginOpening(file, wasm, options, this.#kept)
          if (doc.onDisk) this.journal.opened(doc.onDisk, options.journal)
          if (doc.state === 'ready') return this.#opened(doc, options.startedAt)
          if (refusal) return this.#failOpening(doc, refusal)
          return await this.#read(doc, job, options.startedAt)
        } catch (error) {
          // Before there is a document of it.
          return { ok: false, failure: documentFailureOf(error, STOPPED) }
        }
      }),
    )
  }

  /** Reads all lines. Until it has them, `shown` stands in for the document. */
  async #read(
    doc: OpenDocument,
    job: Job,
    startedAt: number,
    shown = doc,
  ): Promise<Result<DocumentFacts>> {
    this.#show(shown)
    const choose = doc.isFormatDetected ? formatOfSample : undefined
    const report = (): void => {
      shown.readBytes = doc.readBytes
      this.#reportNowAndThen(shown)
    }
    try {
      await readWhole(doc, this.#scannerModule, job, report, choose)
    } catch (error) {
      return this.#failOpening(doc, documentFailureOf(error, STOPPED))
    }
    return this.#opened(doc, startedAt)
  }

  /** All lines of the document have their verdicts. */
  #opened(doc: OpenDocument, startedAt: number): Result<DocumentFacts> {
    this.#show(doc)
    doc.state = 'ready'
    // As they are now, so that a change which nothing else shows is found later.
    void doc.onDisk?.samples()
    this.pairSource.changed('all')
    this.tokenSource.opened(doc)
    doc.readMs = Date.now() - startedAt
    this.#keepLater(doc)
    return ok(this.#report(doc))
  }

  async cancel(jobId: string): Promise<Result<void>> {
    this.#jobs.cancel(jobId)
    return ok()
  }

  setFormat(formatId: string, jobId: string): Promise<Result<DocumentFacts>> {
    return this.#job(jobId, async (doc, job) => {
      await this.#carryOut(doc, { kind: 'setFormat', formatId }, job)
      await markAgain(doc, this.#scannerModule)
      this.tokenSource.changed()
      this.#keepLater(doc)
      return ok(this.#report(doc))
    })
  }

  edit(command: EditCommand): Promise<Result<EditResult>> {
    return this.#edit(() => ({ kind: 'edit', command }))
  }

  fixAll(
    code: string,
    fixId: string | undefined,
    jobId: string,
    onProgress: OnProgress,
  ): Promise<Result<EditResult>> {
    return this.#editInJob({ kind: 'fixAll', code, fixId }, jobId, onProgress)
  }

  editMany(
    command: ManyCommand,
    jobId: string,
    onProgress: OnProgress,
  ): Promise<Result<EditResult>> {
    return this.#editInJob({ kind: 'editMany', command }, jobId, onProgress)
  }

  undo(step?: number): Promise<Result<EditResult>> {
    return this.#edit((doc) => {
      if (step !== undefined && doc.lines.undoStep !== step) throw refusal('not-latest-step')
      return { kind: 'undo' }
    })
  }

  redo(): Promise<Result<EditResult>> {
    return this.#edit(() => ({ kind: 'redo' }))
  }

  search(
    query: SearchQuery,
    jobId: string,
    onProgress: (progress: SearchProgress) => void,
  ): Promise<Result<SearchProgress>> {
    return this.#job(jobId, async (doc, job) => {
      const found = await searchDocument(doc, this.#scannerModule, query, job, (progress) => {
        this.#onFacts(documentFactsOf(doc))
        onProgress(progress)
      })
      if (found.ok) this.#report(doc)
      return found
    })
  }

  save(
    handle: FileSystemFileHandle,
    jobId: string,
    onProgress: OnProgress,
    isOpened = false,
  ): Promise<Result<DocumentFacts>> {
    return this.#job(jobId, async (doc, job) => {
      this.#requireReady(doc)
      const check = isOpened ? () => requireAsRead(doc, handle) : undefined
      const wasm = this.#scannerModule
      const saved = await saveTo(doc, { handle, check }, wasm, job, throttled(onProgress))
      this.names.saved(doc, saved)
      this.duplicatesSaved(doc, saved)
      this.#show(saved)
      await this.journal.end(saved.onDisk)
      this.pairSource.changed('all')
      this.tokenSource.opened(saved, true)
      return ok(this.#report(saved))
    })
  }

  #show(doc: OpenDocument): void {
    this.#doc = doc
    this.applySettings(doc)
  }

  get #scannerModule(): WebAssembly.Module {
    if (!this.#wasm) throw new Error('Bug: no document is open')
    return this.#wasm
  }

  #edit(commandFor: (doc: OpenDocument) => LoggedCommand): Promise<Result<EditResult>> {
    const asked = this.#doc
    return this.#changes.run(() =>
      this.#answer(async (doc) => {
        if (asked && this.#readAgain.has(asked)) throw refusal('document-changed')
        return this.#edited(doc, await this.#carryOut(doc, commandFor(doc), neverCancelled))
      }),
    )
  }

  #editInJob(
    command: LoggedCommand,
    jobId: string,
    onProgress: OnProgress,
  ): Promise<Result<EditResult>> {
    const asked = this.#doc
    return this.#job(jobId, async (doc, job) => {
      if (asked && this.#readAgain.has(asked)) throw refusal('document-changed')
      return this.#edited(doc, await this.#carryOut(doc, command, job, throttled(onProgress)))
    })
  }

  async #carryOut(
    doc: OpenDocument,
    command: LoggedCommand,
    job: Job,
    onProgress: OnProgress = () => {},
  ): Promise<Edited | undefined> {
    if (command.kind !== 'setFormat') this.#requireReady(doc)
    const wasm = this.#scannerModule
    return this.logged(doc, command, () => carryOut(doc, wasm, command, job, onProgress))
  }

  /** Whatever was known of its lines elsewhere may no longer hold. */
  #renewed(doc: OpenDocument): void {
    this.pairSource.changed('all')
    this.tokenSource.changed()
    this.#report(doc)
  }

  /** Its file was read again, and has other lines. */
  #replaced(doc: OpenDocument): void {
    if (this.#doc) this.#readAgain.add(this.#doc)
    this.#show(doc)
    this.pairSource.changed('all')
    this.tokenSource.opened(doc)
    this.#report(doc)
    this.#keepLater(doc)
  }

  async #edited(doc: OpenDocument, edited: Edited = { changed: [] }): Promise<Result<EditResult>> {
    await markAgain(doc, this.#scannerModule, edited.changed)
    for (const source of [this.pairSource, this.tokenSource]) source.changed(edited.changed)
    const { focus, fixed } = edited
    const facts = this.#report(doc)
    return ok({ facts, ...(focus && { focus }), ...(fixed !== undefined && { fixed }) })
  }

  #requireReady(doc: OpenDocument): void {
    if (doc.state !== 'ready') throw refusal('not-read')
  }

  #job<T>(
    jobId: string,
    work: (doc: OpenDocument, job: Job) => Promise<Result<T>>,
  ): Promise<Result<T>> {
    return this.#changes.run(() =>
      this.#jobs.run(jobId, (job) => this.#answer((doc) => work(doc, job))),
    )
  }

  async #answer<T>(work: (doc: OpenDocument) => Promise<Result<T>>): Promise<Result<T>> {
    const doc = this.#doc
    if (!doc) return fail('not-open', msg('No document is open.'))
    try {
      return await work(doc)
    } catch (error) {
      if (doc !== this.#doc || !(await forgetIfStale(this.#kept, doc, error)))
        return { ok: false, failure: documentFailureOf(error) }
      this.#reload(doc)
      return fail('cache-outdated', NOT_AS_KEPT)
    }
  }

  #keepLater(doc: OpenDocument): void {
    keepLater(this.#kept, doc, this.#changes, () => this.#doc === doc)
  }

  /** Reads a file after all whose lines are not those of its earlier reading. */
  #reload(doc: OpenDocument): void {
    if (doc.state !== 'ready') return
    doc.state = 'reading'
    void this.#changes.run(() =>
      this.#jobs.run('reload', (job) =>
        this.#read(beginAgain(doc, this.#scannerModule), job, Date.now(), doc),
      ),
    )
  }

  #failOpening(doc: OpenDocument, failure: Failure): Result<DocumentFacts> {
    this.#doc = doc
    doc.state = 'failed'
    doc.failure = failure
    this.#report(doc)
    return { ok: false, failure }
  }

  /** Sends the facts to the page. */
  #report(doc: OpenDocument): DocumentFacts {
    const facts = documentFactsOf(doc)
    this.#lastReport = Date.now()
    this.#onFacts(facts)
    if (doc.state === 'ready') this.fixCounting.begin()
    return facts
  }

  #reportNowAndThen(doc: OpenDocument): void {
    if (Date.now() - this.#lastReport >= REPORT_INTERVAL) this.#report(doc)
  }
}
