// Which errors are expected, and what people are told about them.
import { deviceFailureOf, type Failure, failureOf } from '../base/failures.ts'
import { ReadFailure } from '../document/byteSource.ts'
import { Cancelled } from '../base/jobs.ts'
import { msg } from '../i18n/message.ts'

/** Expected failures as values; anything else is a bug and goes on. */
export function documentFailureOf(error: unknown, cancelled = msg('Stopped.')): Failure {
  if (error instanceof Cancelled) return failureOf('cancelled', cancelled)
  if (error instanceof ReadFailure) return error.failure
  const failure = deviceFailureOf(error)
  if (failure) return failure
  throw error
}
