// Fields of a query that no known line has, and the query with what they were likely meant to be.
import { type FieldPath, isEach } from './fieldPath.ts'
import type { KnownField } from './collectFields.ts'
import { fieldsOf } from './evaluateQuery.ts'
import { formatFieldPath, parseFieldPath } from './fieldPathText.ts'
import type { FieldQuery } from './fieldQuery.ts'
import { formatQuery } from './formatQuery.ts'
import { nearestFields } from './nearestFields.ts'
import { parseQuery } from './parseQuery.ts'

export interface MisspeltField {
  readonly field: string
  /** The likeliest first: a field, and the query with it. */
  readonly meant: readonly { readonly path: string; readonly query: string }[]
}

/** None of a text that is no query. */
export function misspeltFields(
  text: string,
  known: readonly KnownField[],
): readonly MisspeltField[] {
  const parsed = parseQuery(text)
  if (!parsed.ok) return []
  const paths = known.map(({ path }) => path)
  const patterns = new Set(paths)
  return fieldsOf(parsed.value)
    .filter((field) => field.length > 0 && !patterns.has(patternOf(field)))
    .map((field) => ({
      field: formatFieldPath(field),
      meant: nearestFields(field, paths).map((path) => {
        const query = withField(parsed.value, formatFieldPath(field), parseFieldPath(path) ?? [])
        return { path, query: formatQuery(query) }
      }),
    }))
}

/** As fields of many lines are written: any element for an index. */
function patternOf(field: FieldPath): string {
  return formatFieldPath(
    field.map((step) => (isEach(step) || typeof step === 'string' ? step : { each: true })),
  )
}

function withField(query: FieldQuery, from: string, to: FieldPath): FieldQuery {
  if ('terms' in query) {
    return { ...query, terms: query.terms.map((term) => withField(term, from, to)) }
  }
  if ('term' in query) return { ...query, term: withField(query.term, from, to) }
  if (query.kind === 'verdict' || query.kind === 'edited') return query
  if (formatFieldPath(query.field) !== from) return query
  return { ...query, field: to }
}
