// The fields of some lines, with some of their values: names to complete what is typed by.
import { EACH, type FieldPath } from './fieldPath.ts'
import { formatFieldPath } from './fieldPathText.ts'

/** A field that lines have, as `formatFieldPath` writes it; every element of an array is one field. */
export interface KnownField {
  readonly path: string
  /** Some of its values, as JSON, the most frequent first; absent where there are none but objects and arrays. */
  readonly values?: readonly string[]
}

/** Fields that are told apart; keys of others are data and no names. */
const MOST_FIELDS = 2000
/** Keys of one object, and elements of one array, that are looked at. */
const MOST_PARTS = 200
const MOST_DEPTH = 16
/** Values of a field that are told apart. */
const MOST_VALUES = 100
/** Of these, those that are handed out. */
const SHOWN_VALUES = 20
/** Code units of a value that can be chosen from a list. */
const LONGEST_VALUE = 80

interface Seen {
  lines: number
  lastLine: number
  readonly values: Map<string, number>
}

/** Fields that most lines have stand first, in the order in which lines have them. */
export function collectFields(lines: readonly unknown[]): readonly KnownField[] {
  const seen = new Map<string, Seen>()

  function look(value: unknown, path: FieldPath, line: number): void {
    if (path.length > 0 && !note(value, path, line)) return
    if (typeof value !== 'object' || value === null || path.length >= MOST_DEPTH) return
    if (Array.isArray(value)) {
      for (const item of value.slice(0, MOST_PARTS)) look(item, [...path, EACH], line)
    } else {
      const keys = Object.keys(value).slice(0, MOST_PARTS)
      for (const key of keys) look((value as Record<string, unknown>)[key], [...path, key], line)
    }
  }

  /** False where there is no room for a further field. */
  function note(value: unknown, path: FieldPath, line: number): boolean {
    const name = formatFieldPath(path)
    const known = seen.get(name)
    if (!known && seen.size >= MOST_FIELDS) return false
    const field = known ?? { lines: 0, lastLine: -1, values: new Map<string, number>() }
    if (!known) seen.set(name, field)
    if (field.lastLine !== line) field.lines++
    field.lastLine = line
    if (typeof value === 'object' && value !== null) return true
    if (typeof value === 'string' && value.length > LONGEST_VALUE) return true
    const text = JSON.stringify(value)
    const count = field.values.get(text)
    if (count !== undefined || field.values.size < MOST_VALUES) {
      field.values.set(text, (count ?? 0) + 1)
    }
    return true
  }

  for (const [line, value] of lines.entries()) look(value, [], line)
  return [...seen]
    .toSorted(([, a], [, b]) => b.lines - a.lines)
    .map(([path, { values }]) => (values.size > 0 ? { path, values: frequent(values) } : { path }))
}

function frequent(values: ReadonlyMap<string, number>): readonly string[] {
  return [...values]
    .toSorted(([, a], [, b]) => b - a)
    .slice(0, SHOWN_VALUES)
    .map(([text]) => text)
}
