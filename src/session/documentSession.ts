// The engine of one document behind the contract of the worker: opens, judges, answers and changes.
// Each method is a few lines here; the work is in the files beside this one.
import { fail, ok, type Failure, type Result } from '../base/result.ts'
import type { LineId, LineIndex, RowIndex } from '../base/units.ts'
import type { TextRange } from '../diagnostics/diagnostic.ts'
import { blobSource, ReadFailure } from '../document/byteSource.ts'
import { exporters } from '../exporters/registry.ts'
import { findFormat, formats } from '../formats/registry.ts'
import { sniffContent } from '../scanner/sniffContent.ts'
import type {
  Catalogue,
  DocumentApi,
  DocumentFacts,
  EditCommand,
  EditOutcome,
  ExportRequest,
  JobProgress,
  LineDetail,
  LoggedCommand,
  RowWindow,
  SearchProgress,
  SearchQuery,
  TextJudgement,
  View,
} from '../worker/documentApi.ts'
import { MAP_EDITED, MAP_INVALID, MAP_MATCH, MAP_WARNING } from '../worker/documentApi.ts'
import { type Edited, editedAt, fixAllLines, follow, runCommand } from './changes.ts'
import { checkReadable } from './contentLayout.ts'
import { exportToBlob, writeExport } from './exportJob.ts'
import { factsOf } from './facts.ts'
import { failureOf } from './failureOf.ts'
import { type Job, Jobs } from './jobs.ts'
import { judgeText, readLineDetail } from './lineDetail.ts'
import { OpenDocument } from './openDocument.ts'
import { formatOfSample, judgeAgain, readHead, readWhole } from './reading.ts'
import { readRows } from './rows.ts'
import { saveTo } from './saving.ts'
import { REPORT_INTERVAL, throttled } from './progress.ts'
import { problemOfQuery, rangesIn, runSearch, searchLines } from './search.ts'
import { lineView } from './views.ts'

export class DocumentSession implements DocumentApi {
  readonly #loadScanner: () => Promise<WebAssembly.Module>
  readonly #jobs = new Jobs()
  #wasm: WebAssembly.Module | undefined
  #doc: OpenDocument | undefined
  #file: File | undefined
  #onFacts: (facts: DocumentFacts) => void = () => {}
  #lastReport = 0
  /** Work that changes the document runs one after the other. */
  #queue: Promise<unknown> = Promise.resolve()

  constructor(loadScanner: () => Promise<WebAssembly.Module>) {
    this.#loadScanner = loadScanner
  }

  catalogue(): Promise<Catalogue> {
    return Promise.resolve({
      formats: formats.map(({ id, title, summary }) => ({ id, title, summary })),
      exporters: exporters.map(({ id, title, summary, extension }) => ({
        id,
        title,
        summary,
        extension,
      })),
    })
  }

  open(
    file: File,
    options: { readonly jobId: string; readonly startedAt: number; readonly formatId?: string },
    onFacts: (facts: DocumentFacts) => void,
  ): Promise<Result<DocumentFacts>> {
    return this.#change(() =>
      this.#jobs.run(options.jobId, async (job) => {
        const wasm = await this.#loadScanner()
        this.#wasm = wasm
        this.#file = file
        this.#onFacts = onFacts
        const source = blobSource(file)
        const head = await readHead(source)
        const sniffed = sniffContent(head, head.length === source.size)
        const readable = checkReadable(sniffed, file.name)
        const chosen = options.formatId === undefined ? undefined : findFormat(options.formatId)
        const doc = new OpenDocument(source, sniffed, chosen ?? formatOfSample([]), wasm)
        this.#doc = doc
        doc.isFormatDetected = chosen === undefined
        if (!readable.ok) return this.#failOpening(doc, readable.failure)
        try {
          await readWhole(
            doc,
            wasm,
            job,
            () => this.#reportNowAndThen(doc),
            chosen ? undefined : formatOfSample,
          )
        } catch (error) {
          return this.#failOpening(doc, failureOf(error, STOPPED))
        }
        doc.state = 'ready'
        doc.readMs = Date.now() - options.startedAt
        return ok(this.#report(doc))
      }),
    )
  }

  cancel(jobId: string): Promise<void> {
    this.#jobs.cancel(jobId)
    return Promise.resolve()
  }

  setFormat(formatId: string, jobId: string): Promise<Result<DocumentFacts>> {
    return this.#job(jobId, async (doc, job) => {
      const format = findFormat(formatId)
      if (!format) return fail('refused', `There is no format “${formatId}”.`)
      await judgeAgain(doc, format, this.#scannerModule, job, () => {})
      doc.isFormatDetected = false
      return ok(this.#report(doc))
    })
  }

  readRows(view: View, from: RowIndex, to: RowIndex): Promise<Result<RowWindow>> {
    return this.#answer(async (doc) => ok(await readRows(doc, view, from, to)))
  }

  rowOfLine(view: View, index: LineIndex): Promise<RowIndex> {
    return Promise.resolve(this.#doc ? lineView(this.#doc, view).rowOf(index) : 0)
  }

  fileMap(cells: number): Promise<Uint8Array> {
    const doc = this.#doc
    if (!doc) return Promise.resolve(new Uint8Array(cells))
    return Promise.resolve(
      doc.lines.fileMap(cells, [
        {
          bits: MAP_INVALID,
          kind: { kind: 'outcomes', members: doc.outcomes.withVerdict('invalid') },
        },
        {
          bits: MAP_WARNING,
          kind: { kind: 'outcomes', members: doc.outcomes.withVerdict('warning') },
        },
        { bits: MAP_EDITED, kind: { kind: 'edited' } },
        { bits: MAP_MATCH, kind: { kind: 'matches' } },
      ]),
    )
  }

  readLine(id: LineId): Promise<Result<LineDetail>> {
    return this.#answer(async (doc) => {
      const detail = await readLineDetail(doc, id)
      return detail ? ok(detail) : fail('refused', 'This line is no longer in the document.')
    })
  }

  lineIdAt(index: LineIndex): Promise<LineId | undefined> {
    return Promise.resolve(this.#doc?.lines.idAt(index))
  }

  async judgeText(id: LineId, text: string): Promise<TextJudgement> {
    if (!this.#doc) return { verdict: 'valid', diagnostics: [], fixes: [] }
    return judgeText(this.#doc, id, text)
  }

  edit(command: EditCommand): Promise<Result<EditOutcome>> {
    return this.#edit((doc) => runCommand(doc, command))
  }

  fixAll(
    code: string,
    fixId: string,
    jobId: string,
    onProgress: (progress: JobProgress) => void,
  ): Promise<Result<EditOutcome>> {
    return this.#job(jobId, async (doc, job) => {
      this.#requireReady(doc)
      const report = throttled(onProgress)
      const { edited } = await fixAllLines(doc, code, fixId, job, (doneBytes, totalBytes) =>
        report({ doneBytes, totalBytes }),
      )
      return this.#edited(doc, edited)
    })
  }

  undo(): Promise<Result<EditOutcome>> {
    return this.#edit((doc) => this.#step(doc, 'undo'))
  }

  redo(): Promise<Result<EditOutcome>> {
    return this.#edit((doc) => this.#step(doc, 'redo'))
  }

  nextLine(
    view: View,
    from: LineIndex,
    direction: -1 | 1,
  ): Promise<{ id: LineId; index: LineIndex } | undefined> {
    return Promise.resolve(this.#doc && lineView(this.#doc, view).next(from, direction))
  }

  search(
    query: SearchQuery,
    jobId: string,
    onProgress: (progress: SearchProgress) => void,
  ): Promise<Result<SearchProgress>> {
    return this.#job(jobId, async (doc, job) => {
      const problem = problemOfQuery(query)
      if (problem !== undefined) return fail('refused', problem)
      const totalBytes = doc.source.size
      const report = throttled(onProgress)
      const progress = (state: 'searching' | 'done', doneBytes: number): SearchProgress => ({
        state,
        matchingLines: doc.lines.matchCount,
        doneBytes,
        totalBytes,
      })
      doc.query = query
      await runSearch(doc, this.#scannerModule, query, job, (done) =>
        report(progress('searching', done)),
      )
      this.#report(doc)
      return ok(progress('done', totalBytes))
    })
  }

  matchRanges(text: string, query: SearchQuery): Promise<readonly TextRange[]> {
    return Promise.resolve(rangesIn(text, query))
  }

  exportBlob(
    request: ExportRequest,
    onProgress: (progress: JobProgress) => void,
  ): Promise<Result<Blob>> {
    return this.#job(request.jobId, async (doc, job) =>
      ok(await exportToBlob(doc, request, job, throttled(onProgress))),
    )
  }

  exportToFile(
    request: ExportRequest,
    handle: FileSystemFileHandle,
    onProgress: (progress: JobProgress) => void,
  ): Promise<Result<number>> {
    return this.#job(request.jobId, async (doc, job) =>
      ok(await writeExport(doc, request, handle, job, throttled(onProgress))),
    )
  }

  save(
    handle: FileSystemFileHandle,
    jobId: string,
    onProgress: (progress: JobProgress) => void,
  ): Promise<Result<DocumentFacts>> {
    return this.#job(jobId, async (doc, job) => {
      this.#requireReady(doc)
      const saved = await saveTo(doc, handle, this.#scannerModule, job, throttled(onProgress))
      this.#doc = saved.doc
      this.#file = saved.file
      return ok(this.#report(saved.doc))
    })
  }

  async checkFile(current?: File): Promise<Result<void>> {
    const opened = this.#file
    if (!opened) return ok()
    if (current && (current.size !== opened.size || current.lastModified !== opened.lastModified)) {
      return fail('file-changed', `${opened.name} was changed on disk after it was opened here.`)
    }
    try {
      // A File is a snapshot: the browser refuses to read it once the file on disk is another.
      await blobSource(opened).read(0, Math.min(1, opened.size))
      return ok()
    } catch (error) {
      return { ok: false, failure: failureOf(error) }
    }
  }

  async restore(log: readonly LoggedCommand[], jobId: string): Promise<Result<DocumentFacts>> {
    for (const entry of log) {
      const result = await this.#replay(entry, jobId)
      if (!result.ok) return result
    }
    return this.#answer((doc) => Promise.resolve(ok(factsOf(doc))))
  }

  #replay(entry: LoggedCommand, jobId: string): Promise<Result<unknown>> {
    switch (entry.kind) {
      case 'edit':
        return this.edit(entry.command)
      case 'fixAll':
        return this.fixAll(entry.code, entry.fixId, jobId, () => {})
      case 'setFormat':
        return this.setFormat(entry.formatId, jobId)
      case 'undo':
        return this.undo()
      case 'redo':
        return this.redo()
    }
  }

  get #scannerModule(): WebAssembly.Module {
    if (!this.#wasm) throw new Error('Bug: no document is open')
    return this.#wasm
  }

  async #step(doc: OpenDocument, direction: 'undo' | 'redo'): Promise<Edited | undefined> {
    const changes = direction === 'undo' ? doc.lines.undo() : doc.lines.redo()
    if (!changes) return undefined
    if (changes.epoch !== doc.lines.epoch) {
      // The step remembers the verdicts of another judge.
      await judgeAgain(doc, doc.format, this.#scannerModule, neverCancelled, () => {})
    }
    const changed = await follow(doc, changes)
    const focus = changed.find((id) => doc.lines.has(id))
    return editedAt(doc, changed, focus)
  }

  #edit(work: (doc: OpenDocument) => Promise<Edited | undefined>): Promise<Result<EditOutcome>> {
    return this.#change(() =>
      this.#answer(async (doc) => {
        this.#requireReady(doc)
        return this.#edited(doc, (await work(doc)) ?? { changed: [] })
      }),
    )
  }

  async #edited(doc: OpenDocument, edited: Edited): Promise<Result<EditOutcome>> {
    if (doc.query) await searchLines(doc, doc.query, edited.changed)
    const { focus } = edited
    return ok({ facts: this.#report(doc), ...(focus && { focus }) })
  }

  #requireReady(doc: OpenDocument): void {
    if (doc.state === 'ready') return
    throw new ReadFailure({
      kind: 'refused',
      message: 'The document can be changed when it has been read to its end.',
    })
  }

  #job<T>(
    jobId: string,
    work: (doc: OpenDocument, job: Job) => Promise<Result<T>>,
  ): Promise<Result<T>> {
    return this.#change(() => this.#jobs.run(jobId, (job) => this.#answer((doc) => work(doc, job))))
  }

  /** Runs when all earlier changes are done. */
  #change<T>(work: () => Promise<T>): Promise<T> {
    const result = this.#queue.then(work)
    this.#queue = result.catch(() => {})
    return result
  }

  async #answer<T>(work: (doc: OpenDocument) => Promise<Result<T>>): Promise<Result<T>> {
    const doc = this.#doc
    if (!doc) return fail('refused', 'No document is open.')
    try {
      return await work(doc)
    } catch (error) {
      return { ok: false, failure: failureOf(error) }
    }
  }

  #failOpening(doc: OpenDocument, failure: Failure): Result<DocumentFacts> {
    doc.state = 'failed'
    doc.failure = failure
    this.#report(doc)
    return { ok: false, failure }
  }

  /** Sends the facts to the page. */
  #report(doc: OpenDocument): DocumentFacts {
    const facts = factsOf(doc)
    this.#lastReport = Date.now()
    this.#onFacts(facts)
    return facts
  }

  #reportNowAndThen(doc: OpenDocument): void {
    if (Date.now() - this.#lastReport >= REPORT_INTERVAL) this.#report(doc)
  }
}

const STOPPED = 'Reading was stopped. What was read until then can be looked at, and not changed.'

const neverCancelled: Job = { isCancelled: false, check: () => {} }
