// What a line is sorted by: a value of a field, by its kind and then by what it is.
import { isoTime } from './times.ts'

/**
 * Kinds in the order in which they stand, ascending and descending alike. Times are strings that ISO 8601 has for
 * times; `missing`: the line has no such field. Within `array`, `object` and those behind them nothing is sorted.
 */
export const SORT_KINDS = [
  'number',
  'time',
  'text',
  'boolean',
  'array',
  'object',
  'null',
  'missing',
  'not-json',
  'blank',
] as const

/** Kinds as numbers: their places in SORT_KINDS. */
export const KIND = {
  number: 0,
  time: 1,
  text: 2,
  boolean: 3,
  array: 4,
  object: 5,
  null: 6,
  missing: 7,
  notJson: 8,
  blank: 9,
} as const

export type SortValue =
  | { readonly kind: 'number' | 'time' | 'boolean'; readonly number: number }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'array' | 'object' | 'null' | 'missing' }

/** Of a value of JSON; of undefined, that there is none. */
export function sortValueOf(value: unknown): SortValue {
  if (typeof value === 'number') return { kind: 'number', number: value }
  if (typeof value === 'string') {
    const time = sortTimeOf(value)
    return time === undefined ? { kind: 'text', text: value } : { kind: 'time', number: time }
  }
  if (typeof value === 'boolean') return { kind: 'boolean', number: value ? 1 : 0 }
  if (value === undefined) return { kind: 'missing' }
  if (value === null) return { kind: 'null' }
  return { kind: Array.isArray(value) ? 'array' : 'object' }
}

/** Code units of the longest text that is taken for a time. */
export const LONGEST_TIME = 40

/** Milliseconds since 1970 of a string that is a time. */
export function sortTimeOf(text: string): number | undefined {
  return text.length <= LONGEST_TIME ? isoTime(text) : undefined
}
