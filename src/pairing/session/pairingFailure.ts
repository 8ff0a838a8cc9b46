// Expected failures on the way through the pairing's worker.
import { Cancelled } from '../../base/jobs.ts'
import { deviceFailureOf, type Failure, failureOf } from '../../base/failures.ts'
import type { Result } from '../../base/result.ts'
import { msg } from '../../i18n/message.ts'

/** What was asked for cannot be done: a document is closed, its file changed, a pattern is none. */
export class PairingFailure extends Error {
  /** Its message is what users are told; that of the error is the code. */
  readonly failure: Failure

  constructor(failure: Failure) {
    super(failure.code)
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
  if (error instanceof Cancelled) return failureOf('cancelled', msg('Stopped.'))
  if (error instanceof PairingFailure) return error.failure
  const failure = deviceFailureOf(error)
  if (failure) return failure
  throw error
}

/** Of an update no one awaits the answer: what is a bug has to show, too. */
export function shownFailure(error: unknown): Failure {
  try {
    return pairingFailureOf(error)
  } catch {
    const message = error instanceof Error ? error.message : String(error)
    return failureOf(
      'app-error',
      msg('This did not work because of an error in the app: {message}', { message }),
    )
  }
}
