// Runs and batches for tests: what a test says nothing of is of a batch that goes on.
import type { Batch } from '../../../batch/batchObject.ts'
import { aBatch as aRunningBatch } from '../../../batch/testing/aBatch.ts'
import type { Run, RunPart } from '../../../state/batch/batchStore.ts'

/** A batch that has a day to end. */
export function aBatch(of: Partial<Batch> = {}): Batch {
  return aRunningBatch({ createdAt: 1_790_000_000, expiresAt: 1_790_086_400, ...of })
}

export function aPart(of: Partial<RunPart> = {}): RunPart {
  return { index: 0, state: 'running', requests: 0, bytes: 0, results: [], ...of }
}

export function aRun(of: Partial<Run> = {}): Run {
  return {
    id: 'run-1',
    fileName: 'input.jsonl',
    endpoint: '/v1/chat/completions',
    baseUrl: 'https://api.openai.com/v1',
    startedAt: 1_790_000_000_000,
    parts: [aPart()],
    ...of,
  }
}
