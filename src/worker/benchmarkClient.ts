// The page's side of the worker that measures speed.
import { proxy, wrap } from 'comlink'
import { fail, type Result } from '../base/result.ts'
import type { CaseProgress } from '../benchmark/caseProgress.ts'
import { msg } from '../i18n/message.ts'

export interface BenchmarkApi {
  /** Measures a case (an id of BENCH_CASES) with files of about `targetBytes`. */
  measureCase(
    caseId: string,
    targetBytes: number,
    onProgress: (progress: CaseProgress) => void,
  ): Promise<Result<CaseProgress>>
}

/** A worker of one case. */
export interface BenchmarkClient extends BenchmarkApi {
  /** Ends the worker, its engines and its files; pending calls never settle. */
  close(): void
}

const NOT_LOADED = msg('The part of the app that measures could not be loaded.')

/** Starts the worker. Calls reject with what the browser says when it dies. */
export function openBenchmarkClient(): BenchmarkClient {
  const worker = new Worker(new URL('./benchmark.worker.ts', import.meta.url), { type: 'module' })
  const remote = wrap<BenchmarkApi>(worker)
  const died = new Promise<Result<never>>((resolve, reject) => {
    worker.addEventListener('error', (event) => {
      event.preventDefault()
      if (event.message) reject(new Error(event.message))
      else resolve(fail('worker-crashed', NOT_LOADED))
    })
  })
  // Also when no one is waiting for an answer.
  died.catch(() => {})
  return {
    measureCase: (caseId, targetBytes, onProgress) =>
      Promise.race([died, remote.measureCase(caseId, targetBytes, proxy(onProgress))]),
    close: () => worker.terminate(),
  }
}
