// Expected failures on the way through the pairing's worker.
import { Cancelled } from '../../base/jobs.ts'
import { deviceFailureOf, type Failure, failureOf } from '../../base/failures.ts'
import type { Result } from '../../base/result.ts'

/** What was asked for cannot be done: a document is closed, its file changed, a pattern is none. */
export class PairingFailure extends Error {
  readonly failure: Failure

  constructor(failure: Failure) {
    super(failure.message)
    this.name = 'PairingFailure'
    this.failure = failure
  }
}

/** The value, or the failure thrown; `pairingFailureOf` turns it into a value again. */
export function valueOf<T>(result: Result<T>): T {
  if (!result.ok) throw new PairingFailure(result.failure)
  return result.value
}

/** Expected failures as values; anything else is a bug and goes on. */
export function pairingFailureOf(error: unknown): Failure {
  if (error instanceof Cancelled) return failureOf('cancelled', 'Stopped.')
  if (error instanceof PairingFailure) return error.failure
  const failure = deviceFailureOf(error)
  if (failure) return failure
  throw error
}
