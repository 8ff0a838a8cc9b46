// What the join does with columns of hashes, said of two keys.
import type { NearMiss, RecordKey } from '../recordKey.ts'

/** The text that a request and its answer must share; undefined for keys that are never joined. */
export function joinTextOf(key: RecordKey): string | undefined {
  return key.kind === 'text' ? key.text : undefined
}

/** Law: two keys that may be near misses of each other have the same near form. */
export function nearFormOf(key: RecordKey): string | undefined {
  return key.kind === 'missing' ? undefined : key.text.trim()
}

/** undefined for keys that join, and for those that have nothing in common. */
export function nearMissOf(a: RecordKey, b: RecordKey): NearMiss | undefined {
  const form = nearFormOf(a)
  if (form === undefined || form !== nearFormOf(b)) return undefined
  if (a.kind !== b.kind) return 'type'
  if (a.kind !== 'text') return 'notText'
  return joinTextOf(a) === joinTextOf(b) ? undefined : 'spaces'
}
