// Jobs that have work done in the documents' threads: cancelling one cancels it there, too.
import { type Job, Jobs } from '../../base/jobs.ts'
import type { PairSourceApi } from '../../contracts/pairSourceApi.ts'

export interface SourceJob extends Job {
  /** The job's name in the documents; no other job has it. */
  readonly idInSources: string
  /** Ends what the documents do for it. */
  readonly stopSources: () => void
}

export class SourceJobs {
  readonly #jobs = new Jobs()
  readonly #stops = new Map<string, () => void>()
  #count = 0

  /** Runs `work` as the job `jobId`, which may ask `ports`. */
  run<T>(
    jobId: string,
    ports: readonly PairSourceApi[],
    work: (job: SourceJob) => Promise<T>,
  ): Promise<T> {
    return this.#jobs.run(jobId, async (job) => {
      const idInSources = `pairing ${++this.#count}`
      const stopSources = (): void => {
        for (const port of ports) void port.cancel(idInSources)
      }
      this.#stops.set(jobId, stopSources)
      try {
        return await work({
          get isCancelled() {
            return job.isCancelled
          },
          check: () => job.check(),
          idInSources,
          stopSources,
        })
      } finally {
        this.#stops.delete(jobId)
      }
    })
  }

  /** Before the job has begun counts too; afterwards it has no effect. */
  cancel(jobId: string): void {
    this.#jobs.cancel(jobId)
    this.#stops.get(jobId)?.()
  }
}
