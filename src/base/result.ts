// Expected failures travel as values: they cross threads whole, where an exception would lose
// everything but its message. Exceptions mean bugs.

export type Result<T, F = Failure> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly failure: F }

/**
 * Why an operation did not happen.
 * - `cancelled`: the user asked for it; not an error
 * - `file-changed` / `file-gone`: the file on disk is no longer the one that was opened
 * - `unreadable`: the browser could not read it (permission, medium, folder)
 * - `memory` / `quota`: no room in memory / on disk
 * - `refused`: the operation makes no sense now; the message says why
 */
export type FailureKind =
  | 'cancelled'
  | 'file-changed'
  | 'file-gone'
  | 'unreadable'
  | 'memory'
  | 'quota'
  | 'refused'

export interface Failure {
  readonly kind: FailureKind
  /** A sentence for people: what happened and what to do next. */
  readonly message: string
}

export function ok(): Result<void, never>
export function ok<T>(value: T): Result<T, never>
export function ok<T>(value?: T): Result<T | undefined, never> {
  return { ok: true, value }
}

export function fail(kind: FailureKind, message: string): Result<never> {
  return { ok: false, failure: { kind, message } }
}
