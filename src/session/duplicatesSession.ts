// The part of the contract that finds duplicates. None of it changes lines.
import { throttled } from '../base/progress.ts'
import { fail, ok, type Result } from '../base/result.ts'
import type { LineSetBytes } from '../contracts/chosenLines.ts'
import type {
  DuplicateBy,
  DuplicateLines,
  DuplicateReport,
  DuplicatesApi,
} from '../contracts/duplicates.ts'
import type { OnProgress } from '../contracts/progress.ts'
import { msg } from '../i18n/message.ts'
import { findDuplicates } from './duplicates/findDuplicates.ts'
import type { FoundDuplicates } from './duplicates/foundDuplicates.ts'
import type { ExportingHost } from './exportingSession.ts'
import { FieldsSession } from './fieldsSession.ts'
import type { OpenDocument } from './openDocument.ts'

const NOT_READ = fail(
  'not-read',
  msg('Duplicates can be looked for when the document has been read to its end.'),
)

export abstract class DuplicatesSession extends FieldsSession implements DuplicatesApi {
  readonly #host: ExportingHost
  #found: FoundDuplicates | undefined

  constructor(host: ExportingHost) {
    super(host)
    this.#host = host
  }

  findDuplicates(
    by: DuplicateBy,
    jobId: string,
    onProgress: OnProgress,
  ): Promise<Result<DuplicateReport>> {
    return this.#host.job(jobId, async (doc, job) => {
      if (doc.state !== 'ready') return NOT_READ
      this.#found = undefined
      const done = await findDuplicates(doc, this.#host.wasm(), by, job, throttled(onProgress))
      if (!done.ok) return done
      this.#found = done.value.found
      return ok(done.value.report)
    })
  }

  markDuplicates(lines: DuplicateLines, jobId: string): Promise<Result<number>> {
    return this.#host.job(jobId, async (doc) => {
      const found = this.#of(doc)
      if (!found.ok) return found
      doc.query = undefined
      doc.finder = undefined
      found.value.mark(lines)
      this.#host.report(doc)
      return ok(doc.lines.matchCount)
    })
  }

  duplicateLines(lines: DuplicateLines): Promise<Result<LineSetBytes>> {
    return this.#host.answer(async (doc) => {
      const found = this.#of(doc)
      return found.ok ? ok(found.value.lineSet(lines).toBytes()) : found
    })
  }

  /** Rows of what was written are those of `doc`: what was found of them still holds. */
  protected duplicatesSaved(doc: OpenDocument, written: OpenDocument): void {
    this.#found = this.#found?.carriedTo(doc, written)
  }

  #of(doc: OpenDocument): Result<FoundDuplicates> {
    if (this.#found?.isOf(doc) === true) return ok(this.#found)
    this.#found = undefined
    return fail(
      'document-changed',
      msg('The lines have changed since duplicates were looked for. Look for them again.'),
    )
  }
}
