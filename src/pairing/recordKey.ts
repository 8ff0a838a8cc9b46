// The key by which an answer belongs to a request. Keys are compared exactly: ids carry data, and
// trimming or folding them would join what does not belong together. What nearly matches is pointed
// out instead.
import { valueAt } from '../json/jsonPath.ts'
import type { JsonPath } from '../json/jsonPath.ts'
import { exactJson } from './jsonReading.ts'
import type { ProviderDefinition } from './defineProvider.ts'

/**
 * `number` and `other` keep the JSON text of the parsed value; a number beyond 2^53 has lost digits
 * by then, which is one more reason never to join on it.
 */
export type RecordKey =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'number'; readonly text: string }
  | { readonly kind: 'other'; readonly text: string }
  | { readonly kind: 'missing' }

export function readKey(record: unknown, path: JsonPath): RecordKey {
  const value = valueAt(record, path)
  if (value === undefined || value === null) return { kind: 'missing' }
  if (typeof value === 'string') return { kind: 'text', text: value }
  const text = exactJson(value)
  if (text === undefined) return { kind: 'missing' }
  return { kind: typeof value === 'number' ? 'number' : 'other', text }
}

/** The key at `path`; where that is the provider's own place and empty, the one at its other place. */
export function readKeyIn(
  provider: ProviderDefinition,
  record: unknown,
  path: JsonPath,
): RecordKey {
  const key = readKey(record, path)
  const { otherKeyPath } = provider
  if (key.kind !== 'missing' || !otherKeyPath || !isOwnPlace(provider, path)) return key
  return readKey(record, otherKeyPath)
}

/** The user has named no other place. */
export function isOwnPlace(
  { requestKeyPath, resultKeyPath }: ProviderDefinition,
  path: JsonPath,
): boolean {
  return path === requestKeyPath || path === resultKeyPath
}

/**
 * Why two keys that look alike are not joined.
 * - `spaces`: they differ in spaces before or after
 * - `type`: one is text, the other is not: 5 and "5"
 * - `notText`: equal, but neither is text, and servers refuse or change such ids
 */
export type NearMiss = 'spaces' | 'type' | 'notText'
