// A field as a column of a table: its values, or how long they are.
import type { JsonPath } from '../json/jsonPath.ts'
import { type FieldPath, isEach } from './fieldPath.ts'
import { formatFieldPath, parseFieldPath } from './fieldPathText.ts'
import { lengthOf } from './evaluateQuery.ts'

export interface FieldColumn {
  readonly path: FieldPath
  /** The length of strings, arrays and objects, as `length(path)` in queries. */
  readonly isLength: boolean
}

/** A value and where it is in its line. */
export interface PlacedValue {
  readonly value: unknown
  readonly path: JsonPath
}

const LENGTH = /^\s*length\s*\((.*)\)\s*$/is

/** `path`, or `length(path)`; undefined for what is neither. */
export function parseFieldColumn(text: string): FieldColumn | undefined {
  const inner = LENGTH.exec(text)?.[1]
  const path = parseFieldPath((inner ?? text).trim())
  return path && { path, isLength: inner !== undefined }
}

/** As `parseFieldColumn` reads it. */
export function formatFieldColumn({ path, isLength }: FieldColumn): string {
  const text = formatFieldPath(path)
  return isLength ? `length(${text})` : text
}

/** The first `limit` values of a field, in their order. */
export function placedValues(value: unknown, field: FieldPath, limit: number): PlacedValue[] {
  const found: PlacedValue[] = []
  const visit = (one: unknown, path: JsonPath): void => {
    const step = field[path.length]
    if (step === undefined) {
      found.push({ value: one, path })
    } else if (Array.isArray(one)) {
      if (typeof step === 'string') return
      const items: readonly unknown[] = one
      if (!isEach(step)) {
        const index = step < 0 ? items.length + step : step
        if (index in items) visit(items[index], [...path, index])
        return
      }
      for (let i = 0; i < items.length && found.length < limit; i++) visit(items[i], [...path, i])
    } else if (typeof one === 'object' && one !== null && typeof step === 'string') {
      if (Object.hasOwn(one, step)) visit((one as Record<string, unknown>)[step], [...path, step])
    }
  }
  visit(value, [])
  return found
}

/** What the cell of a value shows where lengths are shown; undefined for what has none. */
export function shownLength(value: unknown): string | undefined {
  return lengthOf(value)?.toString()
}
