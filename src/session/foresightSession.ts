// The part of the contract that says what a change of many lines would do. None of it changes lines.
import { ok, type Result } from '../base/result.ts'
import type { Job } from '../base/jobs.ts'
import { throttled } from '../base/progress.ts'
import type { RenumberCommand } from '../contracts/chosenLines.ts'
import type { FixCount, FixSample, ForesightApi, RenumberPreview } from '../contracts/foresight.ts'
import type { OnProgress } from '../contracts/progress.ts'
import type { ChoosingHost } from './choosingSession.ts'
import { ComparingSession } from './comparingSession.ts'
import { countFixes, fixSamples } from './fixForesight.ts'
import type { OpenDocument } from './openDocument.ts'
import { renumberPreview } from './renumbering/renumber.ts'

/** What the session does for it. */
export interface ForesightHost extends ChoosingHost {
  /** Runs work that changes wait for, and that can be cancelled. */
  readonly job: <T>(
    jobId: string,
    work: (doc: OpenDocument, job: Job) => Promise<Result<T>>,
  ) => Promise<Result<T>>
}

export class ForesightSession extends ComparingSession implements ForesightApi {
  readonly #host: ForesightHost

  constructor(host: ForesightHost) {
    super(host)
    this.#host = host
  }

  fixSamples(code: string, fixId: string | undefined): Promise<Result<readonly FixSample[]>> {
    return this.#host.answer(async (doc) => ok(await fixSamples(doc, code, fixId)))
  }

  countFixes(
    code: string,
    fixId: string | undefined,
    jobId: string,
    onProgress: OnProgress,
  ): Promise<Result<FixCount>> {
    return this.#host.job(jobId, async (doc, job) =>
      ok(await countFixes(doc, code, fixId, job, throttled(onProgress))),
    )
  }

  renumberPreview(command: RenumberCommand): Promise<Result<RenumberPreview>> {
    return this.#host.answer((doc) => renumberPreview(doc, command))
  }
}
