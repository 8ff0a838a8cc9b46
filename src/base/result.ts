// Expected failures travel as values: they cross threads whole, where an exception would lose
// everything but its message. Exceptions mean bugs.
import type { Message } from '../i18n/message.ts'
import { type Failure, type FailureCode, failureOf } from './failures.ts'

export type Result<T, F = Failure> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly failure: F }

export function ok(): Result<void, never>
export function ok<T>(value: T): Result<T, never>
export function ok<T>(value?: T): Result<T | undefined, never> {
  return { ok: true, value }
}

export function fail(code: FailureCode, message: Message): Result<never> {
  return { ok: false, failure: failureOf(code, message) }
}
