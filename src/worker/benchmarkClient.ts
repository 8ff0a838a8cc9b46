// The page's side of the worker that measures speed.
import { proxy, wrap } from 'comlink'
import type { CaseProgress } from '../benchmark/caseProgress.ts'

export interface BenchmarkApi {
  /** Measures a case (an id of BENCH_CASES) with files of about `targetBytes`. */
  measureCase(
    caseId: string,
    targetBytes: number,
    onProgress: (progress: CaseProgress) => void,
  ): Promise<CaseProgress>
}

/** A worker of one case. */
export interface BenchmarkClient extends BenchmarkApi {
  /** Ends the worker, its engines and its files; pending calls never settle. */
  close(): void
}

/** Starts the worker. Calls reject when it cannot start or has no memory left. */
export function openBenchmarkClient(): BenchmarkClient {
  const worker = new Worker(new URL('./benchmark.worker.ts', import.meta.url), { type: 'module' })
  const remote = wrap<BenchmarkApi>(worker)
  const died = new Promise<never>((_, reject) => {
    worker.addEventListener('error', (failure) => {
      failure.preventDefault()
      reject(new Error(failure.message || 'the part of the app that measures could not be loaded'))
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
