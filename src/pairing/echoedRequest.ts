// Answers without a key that repeat their request are joined by it: two requests are the same when they
// are the same as JSON, whatever the order of their keys, their whitespace or the spelling of numbers.
import { sha256 } from '../base/sha256.ts'
import { isObject, valueAt } from '../json/jsonPath.ts'
import type { JsonPath } from '../json/jsonPath.ts'
import type { ProviderDefinition } from './defineProvider.ts'
import { isOwnPlace, readKeyIn } from './recordKey.ts'

/** The key of a line without one that holds the request; undefined where there is a key, or no request. */
export function echoIn(
  provider: ProviderDefinition,
  record: unknown,
  keyPath: JsonPath,
): Uint8Array<ArrayBuffer> | undefined {
  const { echoPath } = provider
  if (!echoPath || !isOwnPlace(provider, keyPath)) return undefined
  if (readKeyIn(provider, record, keyPath).kind !== 'missing') return undefined
  return echoKeyOf(valueAt(record, echoPath))
}

const encoder = new TextEncoder()

/**
 * Stands for the value in a column of keys: its SHA-256 in 64 bytes, half a byte each, which are no
 * letters, so that no one's search finds them. undefined for what is not an object, or nests too deep.
 */
export function echoKeyOf(value: unknown): Uint8Array<ArrayBuffer> | undefined {
  if (!isObject(value)) return undefined
  let text: string
  try {
    text = canonicalJson(value)
  } catch (error) {
    if (error instanceof RangeError) return undefined
    throw error
  }
  const hash = sha256(encoder.encode(text))
  const key = new Uint8Array(2 * hash.length)
  for (let i = 0; i < hash.length; i++) {
    const byte = hash[i] as number
    key[2 * i] = byte >>> 4
    key[2 * i + 1] = byte & 15
  }
  return key
}

/** Equal for values that are equal as JSON, and for no others. Throws a RangeError for deep ones. */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`
  if (!isObject(value)) return JSON.stringify(value)
  const members = Object.keys(value)
    .sort()
    .map((key) => `${JSON.stringify(key)}:${canonicalJson(value[key])}`)
  return `{${members.join(',')}}`
}
