// Expected failures on the way through the pairing's worker.
import { Cancelled } from '../../base/jobs.ts'
import type { Failure, Result } from '../../base/result.ts'

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
  if (error instanceof Cancelled) return { kind: 'cancelled', message: 'Stopped.' }
  if (error instanceof PairingFailure) return error.failure
  if (error instanceof DOMException && error.name === 'QuotaExceededError') {
    return { kind: 'quota', message: 'There is not enough room on the disk for this file.' }
  }
  if (error instanceof RangeError || (error instanceof Error && /memory/i.test(error.message))) {
    return { kind: 'memory', message: `There was not enough memory for this: ${error.message}` }
  }
  throw error
}
