// One value of the line in the drawer: as a column of the table, and the lines that have it too.
import { cutText } from '../base/cutText.ts'
import type { TextOffset } from '../base/units.ts'
import { formatFieldPath, MOST_STEPS } from '../fields/fieldPathText.ts'
import type { FieldQuery, Scalar } from '../fields/fieldQuery.ts'
import { valueAt } from '../json/jsonPath.ts'
import { pathAtOffset } from '../json/pathAtOffset.ts'

export interface LineValue {
  /** As fields are written: `body.messages[0].content`. */
  readonly field: string
  /** Which lines have the same there; absent of objects and arrays. */
  readonly query?: FieldQuery
}

/** Code units of a string of which the rest is not asked for: nobody would read the query. */
const LONGEST_VALUE = 200

/** `line`: what `text` says; the last of members with the same key counts. Undefined for the line as a whole. */
export function lineValueAt(
  text: string,
  line: unknown,
  offset: TextOffset,
): LineValue | undefined {
  const path = pathAtOffset(text, offset)
  if (path.length === 0 || path.length > MOST_STEPS) return undefined
  const query = queryOf(path, valueAt(line, path))
  return { field: formatFieldPath(path), ...(query && { query }) }
}

function queryOf(field: readonly (string | number)[], value: unknown): FieldQuery | undefined {
  if (typeof value === 'string' && value.length > LONGEST_VALUE) {
    return { kind: 'startsWith', field, text: cutText(value, LONGEST_VALUE) }
  }
  return isScalar(value) ? { kind: 'compare', field, operator: 'equals', value } : undefined
}

function isScalar(value: unknown): value is Scalar {
  return value === null || ['string', 'number', 'boolean'].includes(typeof value)
}
