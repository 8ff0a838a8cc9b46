// Batches for tests.
import type { Batch } from '../batchObject.ts'

/** A batch that runs, where nothing else is said of it. */
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
    createdAt: 1_800_000_000,
    inProgressAt: undefined,
    expiresAt: undefined,
    endedAt: undefined,
    metadata: {},
    ...of,
  }
}
