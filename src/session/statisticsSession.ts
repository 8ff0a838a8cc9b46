// The part of the contract that counts fields. None of it changes lines.
import { ok, type Result } from '../base/result.ts'
import type { View } from '../contracts/documentApi.ts'
import type {
  FieldDetails,
  FieldStatistics,
  FieldStatisticsApi,
  FigurePath,
} from '../contracts/fieldStatistics.ts'
import type { OnProgress } from '../contracts/progress.ts'
import { type ExportingHost, ExportingSession } from './exportingSession.ts'
import { countFields } from './statistics/countFields.ts'
import { fieldDetails } from './statistics/fieldDetails.ts'

export abstract class StatisticsSession extends ExportingSession implements FieldStatisticsApi {
  readonly #host: ExportingHost

  constructor(host: ExportingHost) {
    super(host)
    this.#host = host
  }

  fieldStatistics(
    view: View,
    jobId: string,
    onProgress: OnProgress,
  ): Promise<Result<FieldStatistics>> {
    return this.#host.job(jobId, async (doc, job) =>
      ok(await countFields(doc, this.#host.wasm(), view, job, onProgress)),
    )
  }

  fieldDetails(
    view: View,
    path: FigurePath,
    jobId: string,
    onProgress: OnProgress,
  ): Promise<Result<FieldDetails>> {
    return this.#host.job(jobId, async (doc, job) =>
      ok(await fieldDetails(doc, this.#host.wasm(), view, path, job, onProgress)),
    )
  }
}
