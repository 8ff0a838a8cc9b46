// Values of which the owner of a schema makes more from month to month. One that is spelled like them may
// be right without being known here: it is worth a word, and no error.
import type { Schema } from './schemaParts.ts'

const days = new WeakMap<Schema, string>()

/**
 * Marks an enum, or a union by a discriminator, as one that grows. `asOf`: the day for which its values
 * are known, as 2026-11-13. Returns the schema itself: wrap it afterwards, so that the mark stays on it.
 */
export function growing<T extends Schema>(schema: T, asOf: string): T {
  days.set(schema, asOf)
  return schema
}

/** The day for which the values of a growing schema are known; undefined of all others. */
export function knownAsOf(schema: Schema): string | undefined {
  return days.get(schema)
}

/** Names of values as APIs choose them. What is written otherwise is none, known or not. */
const SPELLING = /^[a-z0-9][a-z0-9_.-]*$/

/** Whether a value that is not known can be one that came later. */
export function mayBeNew(value: unknown): value is string {
  return typeof value === 'string' && SPELLING.test(value)
}
