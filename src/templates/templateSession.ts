// The making of batches behind the contract of its worker: the rows that are open, and what is done with them.
import { deviceFailureOf, failureOf } from '../base/failures.ts'
import { Cancelled, type Job, Jobs } from '../base/jobs.ts'
import { throttled } from '../base/progress.ts'
import { randomId } from '../base/randomId.ts'
import { fail, ok, type Result } from '../base/result.ts'
import type { NewFile } from '../contracts/conversionApi.ts'
import type { OnProgress } from '../contracts/progress.ts'
import type {
  BatchTemplate,
  Check,
  CheckRequest,
  Completion,
  CompletionRequest,
  MakeRequest,
  Preview,
  PreviewRequest,
  RowFacts,
  RowSource,
  SuggestedModels,
  TemplatesApi,
} from '../contracts/templatesApi.ts'
import { ReadFailure } from '../document/byteSource.ts'
import { msg } from '../i18n/message.ts'
import { checkRequests } from './checkRequests.ts'
import { complete } from './completion/complete.ts'
import { compileTemplate } from './compileTemplate.ts'
import { makeRequests, type RequestTarget } from './makeRequests.ts'
import { previewRequests } from './preview.ts'
import { promptsOf, rowsOfPrompts } from './promptRows.ts'
import { RowStore } from './rowStore.ts'
import { suggestedModels } from './suggestedModels.ts'

/** A file that grows. */
export interface FileTarget extends RequestTarget {
  finish(name: string): Promise<File>
  /** Takes it away. */
  discard(): Promise<void>
}

export class TemplateSession implements TemplatesApi {
  readonly #jobs = new Jobs()
  readonly #createTarget: () => FileTarget
  readonly #made = new Map<string, FileTarget>()
  #rows: RowStore | undefined
  /** The last check that went to its end, and of what. */
  #checked: { readonly rows: RowStore; readonly key: string; readonly check: Check } | undefined

  constructor(createTarget: () => FileTarget) {
    this.#createTarget = createTarget
  }

  openRows(jobId: string, source: RowSource, onProgress: OnProgress): Promise<Result<RowFacts>> {
    return this.#run(jobId, async (job) => {
      const blob =
        source.kind === 'lines' ? source.blob : rowsOfPrompts(promptsOf(source.text, source.split))
      const rows = await RowStore.open(blob, job, throttled(onProgress))
      this.#rows = rows
      const { count, columns, leftOut, firstLeftOut } = rows
      return ok({ rows: count, bytes: blob.size, columns, leftOut, firstLeftOut })
    })
  }

  preview({ template, random }: PreviewRequest): Promise<Result<Preview>> {
    return settle(async () => {
      const rows = this.#rows
      if (!rows) return noRows()
      const compiled = compileTemplate(template, rows.columns, rows.count)
      const requests = compiled.template
        ? await previewRequests(rows, compiled.template, random)
        : []
      return ok({ requests, problems: compiled.problems })
    })
  }

  check({ jobId, template }: CheckRequest, onProgress: OnProgress): Promise<Result<Check>> {
    return this.#run(jobId, async (job) => {
      if (!this.#rows) return noRows()
      return ok(await this.#check(this.#rows, template, job, throttled(onProgress)))
    })
  }

  make(request: MakeRequest, onProgress: OnProgress): Promise<Result<NewFile>> {
    return this.#run(request.jobId, async (job) => {
      const rows = this.#rows
      if (!rows || rows.count === 0) return noRows()
      const report = throttled(onProgress)
      const { problems } = await this.#check(rows, request.template, job, report)
      const stop = problems.find(({ stops }) => stops)
      const { template } = compileTemplate(request.template, rows.columns, rows.count)
      if (stop || !template) {
        const reason = stop?.message ?? msg('The template is not complete.')
        return fail('template-problems', msg('Nothing was written: {reason}', { reason }))
      }
      const target = this.#createTarget()
      try {
        await makeRequests(rows, template, target, job, report)
        job.check()
        const file = await target.finish(request.name)
        const id = randomId()
        this.#made.set(id, target)
        return ok({ file, id })
      } catch (error) {
        await target.discard()
        throw error
      }
    })
  }

  async discard(id: string): Promise<Result<void>> {
    const target = this.#made.get(id)
    this.#made.delete(id)
    await target?.discard()
    return ok()
  }

  models(endpoint: string): Promise<Result<SuggestedModels>> {
    return Promise.resolve(ok(suggestedModels(endpoint)))
  }

  complete({ endpoint, body, at }: CompletionRequest): Promise<Result<Completion | undefined>> {
    return Promise.resolve(ok(complete(endpoint, body, at, this.#rows?.columns ?? [])))
  }

  async cancel(jobId: string): Promise<Result<void>> {
    this.#jobs.cancel(jobId)
    return ok()
  }

  async #check(
    rows: RowStore,
    template: BatchTemplate,
    job: Job,
    onProgress: OnProgress,
  ): Promise<Check> {
    const key = JSON.stringify(template)
    if (this.#checked?.rows === rows && this.#checked.key === key) return this.#checked.check
    const compiled = compileTemplate(template, rows.columns, rows.count)
    const { problems } = compiled
    const check =
      compiled.template && !problems.some(({ stops }) => stops)
        ? await checkRequests(rows, compiled.template, problems, job, onProgress)
        : { requests: 0, bytes: 0, parts: 0, problems, sample: new Blob(), sampled: 0 }
    this.#checked = { rows, key, check }
    return check
  }

  #run<T>(jobId: string, work: (job: Job) => Promise<Result<T>>): Promise<Result<T>> {
    return this.#jobs.run(jobId, (job) =>
      settle(() => {
        job.check()
        return work(job)
      }),
    )
  }
}

function noRows(): Result<never> {
  return fail('no-rows', msg('There are no rows to make requests of.'))
}

/** Expected failures as values; anything else is a bug and goes on. */
async function settle<T>(work: () => Promise<Result<T>>): Promise<Result<T>> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof Cancelled) {
      return { ok: false, failure: failureOf('cancelled', msg('Stopped.')) }
    }
    if (error instanceof ReadFailure) return { ok: false, failure: error.failure }
    const failure = deviceFailureOf(error)
    if (failure) return { ok: false, failure }
    throw error
  }
}
