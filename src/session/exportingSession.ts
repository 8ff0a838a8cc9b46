// The part of the contract by which lines leave the document: exports, and what is sent to a batch. None of
// it changes lines; what takes long has changes wait, so it is of the document as it was when asked for.
import { fail, ok, type Result } from '../base/result.ts'
import type { Job } from '../base/jobs.ts'
import { throttled } from '../base/progress.ts'
import type { LineId, TextOffset } from '../base/units.ts'
import type {
  BatchPart,
  BatchPartsRequest,
  PartLine,
  RequestChoice,
  RequestLines,
  RequestsApi,
} from '../contracts/batchParts.ts'
import type {
  DocumentApi,
  ExportChoice,
  ExportedBlob,
  ExportedFile,
  ExportFields,
  ExportPreview,
  ExportRequest,
  FoundLine,
} from '../contracts/documentApi.ts'
import type { OnProgress } from '../contracts/progress.ts'
import type { NamedFile, SplitApi, SplitPlan, SplitRequest } from '../contracts/splitFiles.ts'
import { msg } from '../i18n/message.ts'
import { exportToBlob, markExported, writeExport } from './exportJob.ts'
import { exportFields } from './exports/exportFields.ts'
import { exportPreview } from './exports/exportPreview.ts'
import { type ForesightHost, ForesightSession } from './foresightSession.ts'
import type { OpenDocument } from './openDocument.ts'
import { batchParts } from './parts/batchParts.ts'
import { lineOfPart } from './parts/lineOfPart.ts'
import { placeOfField } from './parts/placeOfField.ts'
import { packFiles } from './parts/packFiles.ts'
import { requestsAt } from './parts/requestsAt.ts'
import { SavedNames } from './parts/savedNames.ts'
import { splitFiles } from './parts/splitFiles.ts'
import { writeFiles } from './parts/writeFiles.ts'

type Exporting = RequestsApi &
  SplitApi &
  Pick<DocumentApi, 'exportBlob' | 'exportToFile' | 'exportPreview' | 'exportFields'>

/** What the session does for it. */
export interface ExportingHost extends ForesightHost {
  readonly wasm: () => WebAssembly.Module
  /** All of the document, as it is, is in another file. */
  readonly exported: () => Promise<void>
}

const NOT_READ: Result<never> = fail(
  'not-read',
  msg('A batch can be made of the document when it has been read to its end.'),
)

export class ExportingSession extends ForesightSession implements Exporting {
  /** Told of each saving over the file. */
  protected readonly names = new SavedNames()
  readonly #host: ExportingHost

  constructor(host: ExportingHost) {
    super(host)
    this.#host = host
  }

  exportBlob(request: ExportRequest, onProgress: OnProgress): Promise<Result<ExportedBlob>> {
    return this.#export(request, (doc, job) =>
      exportToBlob(doc, this.#host.wasm(), request, job, throttled(onProgress)),
    )
  }

  exportToFile(
    request: ExportRequest,
    handle: FileSystemFileHandle,
    onProgress: OnProgress,
  ): Promise<Result<ExportedFile>> {
    return this.#export(request, (doc, job) =>
      writeExport(doc, this.#host.wasm(), request, handle, job, throttled(onProgress)),
    )
  }

  exportPreview(choice: ExportChoice): Promise<Result<ExportPreview>> {
    return this.#host.answer((doc) => exportPreview(doc, this.#host.wasm(), choice))
  }

  exportFields(request: ExportRequest, onProgress: OnProgress): Promise<Result<ExportFields>> {
    return this.#host.job(request.jobId, (doc, job) =>
      exportFields(doc, this.#host.wasm(), request, job, throttled(onProgress)),
    )
  }

  batchParts(
    request: BatchPartsRequest,
    onProgress: OnProgress,
  ): Promise<Result<readonly BatchPart[]>> {
    return this.#host.job(request.jobId, async (doc, job) => {
      if (doc.state !== 'ready') return NOT_READ
      const wasm = this.#host.wasm()
      const parts = await batchParts(doc, wasm, request, job, throttled(onProgress))
      this.names.isNeeded = true
      return ok(parts)
    })
  }

  lineOfPart(line: PartLine): Promise<Result<FoundLine>> {
    return this.#host.answer(async (doc) => {
      return ok({ revision: doc.revision, line: lineOfPart(doc, this.names, line) })
    })
  }

  placeOfField(id: LineId, field: string): Promise<Result<TextOffset | undefined>> {
    return this.#host.answer(async (doc) => ok(await placeOfField(doc, id, field)))
  }

  requestsAt(choice: RequestChoice): Promise<Result<RequestLines>> {
    return this.#host.answer(async (doc) => ok(await requestsAt(doc, choice)))
  }

  splitFiles(request: SplitRequest, onProgress: OnProgress): Promise<Result<SplitPlan>> {
    return this.#host.job(request.jobId, async (doc, job) => {
      if (doc.state !== 'ready') return NOT_READ
      return ok(await splitFiles(doc, this.#host.wasm(), request, job, throttled(onProgress)))
    })
  }

  writeFiles(
    files: readonly NamedFile[],
    folder: FileSystemDirectoryHandle,
    jobId: string,
    onProgress: OnProgress,
  ): Promise<Result<number>> {
    return this.#host.job(jobId, async (_, job) =>
      ok(await writeFiles(files, folder, job, throttled(onProgress))),
    )
  }

  packFiles(
    files: readonly NamedFile[],
    jobId: string,
    onProgress: OnProgress,
  ): Promise<Result<Blob>> {
    return this.#host.job(jobId, async (_, job) =>
      ok(await packFiles(files, job, throttled(onProgress))),
    )
  }

  #export<T>(
    request: ExportRequest,
    work: (doc: OpenDocument, job: Job) => Promise<Result<T>>,
  ): Promise<Result<T>> {
    return this.#host.job(request.jobId, async (doc, job) => {
      const exported = await work(doc, job)
      if (exported.ok && markExported(doc, request)) {
        await this.#host.exported()
        this.#host.report(doc)
      }
      return exported
    })
  }
}
