// Which errors are expected, and what people are told about them.
import type { Failure } from '../base/result.ts'
import { ReadFailure } from '../document/byteSource.ts'
import { Cancelled } from '../base/jobs.ts'

/** Expected failures as values; anything else is a bug and goes on. */
export function documentFailureOf(error: unknown, cancelled = 'Stopped.'): Failure {
  if (error instanceof Cancelled) return { kind: 'cancelled', message: cancelled }
  if (error instanceof ReadFailure) return error.failure
  if (error instanceof DOMException && error.name === 'QuotaExceededError') {
    return { kind: 'quota', message: 'There is not enough room on the disk for this file.' }
  }
  if (error instanceof RangeError || (error instanceof Error && /memory/i.test(error.message))) {
    return { kind: 'memory', message: `There was not enough memory for this: ${error.message}` }
  }
  throw error
}
