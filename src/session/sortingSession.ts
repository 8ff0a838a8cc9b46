// The part of the contract that brings rows into another order. None of it changes lines.
import { ok, type Result } from '../base/result.ts'
import type { LineId } from '../base/units.ts'
import type { FoundLine } from '../contracts/documentApi.ts'
import type { OnProgress } from '../contracts/progress.ts'
import type { SortingApi, SortRequest } from '../contracts/sorting.ts'
import type { ExportingHost } from './exportingSession.ts'
import { StatisticsSession } from './statisticsSession.ts'
import { sortRows, unsortRows } from './sorting/sortRows.ts'

export abstract class SortingSession extends StatisticsSession implements SortingApi {
  readonly #host: ExportingHost

  constructor(host: ExportingHost) {
    super(host)
    this.#host = host
  }

  sortRows(request: SortRequest, jobId: string, onProgress: OnProgress): Promise<Result<void>> {
    return this.#host.job(jobId, async (doc, job) => {
      try {
        return await sortRows(doc, this.#host.wasm(), request, job, onProgress)
      } finally {
        this.#host.report(doc)
      }
    })
  }

  indexOfLine(id: LineId): Promise<Result<FoundLine>> {
    return this.#host.answer(async ({ lines, revision }) => {
      const index = lines.indexOf(id)
      return ok({ revision, line: index === undefined ? undefined : { id, index } })
    })
  }

  unsortRows(): Promise<Result<void>> {
    return this.#host.answer(async (doc) => {
      unsortRows(doc)
      this.#host.report(doc)
      return ok()
    })
  }
}
