// Runs and batches for tests: what a test says nothing of is of a batch that goes on.
import type { Batch } from '../../../batch/batchObject.ts'
import type { Run, RunPart } from '../../../state/batch/batchStore.ts'

export function aBatch(of: Partial<Batch> = {}): Batch {
  return {
    id: 'batch_1',
    status: 'in_progress',
    endpoint: '/v1/chat/completions',
    model: undefined,
    inputFileId: 'file-1',
    outputFileId: undefined,
    errorFileId: undefined,
    errors: [],
    counts: { total: 0, completed: 0, failed: 0 },
    createdAt: 1_790_000_000,
    inProgressAt: undefined,
    expiresAt: 1_790_086_400,
    endedAt: undefined,
    metadata: {},
    ...of,
  }
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
