// A batch of the stand-in, from its validation to its end. It goes on by one step with each look at it,
// unless it is held: no test has to wait for a clock.
import type { Ending, LineError } from './endings.ts'

export type Status =
  | 'validating'
  | 'in_progress'
  | 'finalizing'
  | 'cancelling'
  | 'completed'
  | 'failed'
  | 'expired'
  | 'cancelled'

export interface StoredBatch {
  readonly id: string
  readonly endpoint: string
  readonly inputFileId: string
  /** Seconds since 1970. */
  readonly createdAt: number
  readonly metadata: Readonly<Record<string, string>>
  ending: Ending
  /** Stays as it is. */
  isHeld: boolean
  status: Status
  model: string | undefined
  errors: readonly LineError[]
  outputFileId: string | undefined
  errorFileId: string | undefined
  counts: { readonly total: number; readonly completed: number; readonly failed: number }
  /** Seconds since 1970, by status. */
  readonly times: Partial<Record<Status, number>>
}

const WINDOW_SECONDS = 24 * 3600

export function hasEnded({ status }: StoredBatch): boolean {
  return ['completed', 'failed', 'expired', 'cancelled'].includes(status)
}

/** The API's object; what is not there yet is null, as in its live answers. */
export function batchObject(batch: StoredBatch): Record<string, unknown> {
  const { times } = batch
  return {
    id: batch.id,
    object: 'batch',
    endpoint: batch.endpoint,
    model: batch.model ?? null,
    errors: batch.errors.length > 0 ? { object: 'list', data: batch.errors } : null,
    input_file_id: batch.inputFileId,
    completion_window: '24h',
    status: batch.status,
    output_file_id: batch.outputFileId ?? null,
    error_file_id: batch.errorFileId ?? null,
    created_at: batch.createdAt,
    in_progress_at: times.in_progress ?? null,
    expires_at: batch.createdAt + WINDOW_SECONDS,
    finalizing_at: times.finalizing ?? null,
    completed_at: times.completed ?? null,
    failed_at: times.failed ?? null,
    expired_at: times.expired ?? null,
    cancelling_at: times.cancelling ?? null,
    cancelled_at: times.cancelled ?? null,
    request_counts: batch.counts,
    usage: null,
    metadata: batch.metadata,
  }
}
