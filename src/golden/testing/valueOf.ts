// What a session answers, when it has to succeed.
import type { Result } from '../../base/result.ts'

export function valueOf<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(result.failure.message)
  return result.value
}
