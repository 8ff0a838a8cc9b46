// The counting of tokens behind the contract of its worker.
import { failureOf, deviceFailureOf } from '../base/failures.ts'
import { Cancelled, Jobs } from '../base/jobs.ts'
import { throttled } from '../base/progress.ts'
import { ok, type Result } from '../base/result.ts'
import type { OnProgress } from '../contracts/progress.ts'
import type { TokenEstimate, TokenRequest, TokensApi } from '../contracts/tokensApi.ts'
import { ReadFailure } from '../document/byteSource.ts'
import { msg } from '../i18n/message.ts'
import { estimateTokens } from './estimateTokens.ts'

/** All but the lines of documents, which come on channels of threads. */
export class TokenCounting implements Omit<TokensApi, 'attach' | 'detach'> {
  readonly #jobs = new Jobs()

  estimate(request: TokenRequest, onProgress: OnProgress): Promise<Result<TokenEstimate>> {
    return this.#jobs.run(request.jobId, async (job) => {
      try {
        job.check()
        return ok(await estimateTokens(request, job, throttled(onProgress)))
      } catch (error) {
        return failed(error)
      }
    })
  }

  async cancel(jobId: string): Promise<Result<void>> {
    this.#jobs.cancel(jobId)
    return ok()
  }
}

/** Expected failures as values; anything else is a bug and goes on. */
function failed(error: unknown): Result<never> {
  if (error instanceof Cancelled) {
    return { ok: false, failure: failureOf('cancelled', msg('Stopped.')) }
  }
  if (error instanceof ReadFailure) return { ok: false, failure: error.failure }
  const failure = deviceFailureOf(error)
  if (failure) return { ok: false, failure }
  throw error
}
