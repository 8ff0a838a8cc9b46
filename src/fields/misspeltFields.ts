// Fields of a query that no known line has, and the query with what they were likely meant to be.
import { type FieldPath, isEach } from './fieldPath.ts'
import type { KnownField } from './collectFields.ts'
import { fieldsOf } from './evaluateQuery.ts'
import { formatFieldPath, parseFieldPath } from './fieldPathText.ts'
import type { FieldQuery, FieldTest } from './fieldQuery.ts'
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
      meant:
        meantLength(parsed.value, field, patterns) ??
        nearestFields(field, paths).map((path) => {
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

/** `messages.length > 3`: a number beside what has no such key. Undefined where it is something else. */
function meantLength(
  query: FieldQuery,
  field: FieldPath,
  patterns: ReadonlySet<string>,
): MisspeltField['meant'] | undefined {
  const holder = field.slice(0, -1)
  const isLength = field.at(-1) === 'length' && patterns.has(patternOf(holder))
  if (!isLength) return undefined
  const text = formatFieldPath(field)
  let isOfNumbers = true
  const asked = changed(query, (test) => {
    if (formatFieldPath(test.field) !== text) return test
    const { kind } = test
    if (kind === 'compare' && typeof test.value === 'number') {
      const { operator, value } = test
      return { kind: 'length', field: holder, operator, value }
    }
    isOfNumbers = false
    return test
  })
  const path = `length(${formatFieldPath(holder)})`
  return isOfNumbers ? [{ path, query: formatQuery(asked) }] : undefined
}

function withField(query: FieldQuery, from: string, to: FieldPath): FieldQuery {
  return changed(query, (test) =>
    formatFieldPath(test.field) === from ? { ...test, field: to } : test,
  )
}

function changed(query: FieldQuery, change: (test: FieldTest) => FieldTest): FieldQuery {
  if ('terms' in query) return { ...query, terms: query.terms.map((term) => changed(term, change)) }
  if ('term' in query) return { ...query, term: changed(query.term, change) }
  return query.kind === 'verdict' || query.kind === 'edited' ? query : change(query)
}
