// For tests: the value of what has to succeed.
import { inEnglish } from '../../i18n/testing/inEnglish.ts'
import type { Result } from '../result.ts'

export function valueOf<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(inEnglish(result.failure.message))
  return result.value
}
