// How readers look into JSON values of which nothing is known. Every function takes any JSON value and
// says `undefined` (or an empty list) for what is not there or is of another type; none throws.
import { shortText } from '../base/cutText.ts'
import { isObject } from '../json/jsonPath.ts'

/** An object's own property; undefined for all other values. */
export function field(value: unknown, key: string): unknown {
  return isObject(value) && Object.hasOwn(value, key) ? value[key] : undefined
}

export function hasField(value: unknown, key: string): boolean {
  return isObject(value) && Object.hasOwn(value, key)
}

/** A text property, the empty text included. */
export function textField(value: unknown, key: string): string | undefined {
  const found = field(value, key)
  return typeof found === 'string' ? found : undefined
}

/** A text with at least one character. */
export function filledText(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined
}

/** A whole number from 0 on. */
export function countField(value: unknown, key: string): number | undefined {
  const found = field(value, key)
  return typeof found === 'number' && Number.isSafeInteger(found) && found >= 0 ? found : undefined
}

export function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : []
}

/** Longest JSON text that is kept to show an unknown thing; in UTF-16 code units. */
const SHOWN_JSON = 2000

/** The value as JSON text, for people: cut, and `…` where it nests too deep for the serialiser. */
export function shownJson(value: unknown): string {
  return shortText(exactJson(value) ?? '…', SHOWN_JSON)
}

/** The value as JSON text; undefined where it nests too deep for the serialiser's stack. */
export function exactJson(value: unknown): string | undefined {
  try {
    return JSON.stringify(value)
  } catch {
    return undefined
  }
}

/** Whether two JSON values are the same, keys in the same order. Throws a RangeError for deep ones. */
export function isSameJson(a: unknown, b: unknown): boolean {
  if (a === b) return true
  if (Array.isArray(a) && Array.isArray(b)) {
    return a.length === b.length && a.every((item, i) => isSameJson(item, b[i]))
  }
  if (!isObject(a) || !isObject(b)) return false
  const keys = Object.keys(a)
  const others = Object.keys(b)
  return (
    keys.length === others.length &&
    keys.every((key, i) => key === others[i] && isSameJson(a[key], b[key]))
  )
}
