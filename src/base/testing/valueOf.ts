// For tests: the value of what has to succeed.
import type { Result } from '../result.ts'

export function valueOf<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(result.failure.message)
  return result.value
}
