// The opposite of a query, as people see it: what was typed stays as it was typed.
import { formatQuery } from './formatQuery.ts'
import { parseQuery } from './parseQuery.ts'

/** `not (…)`, or without its `not` what has one. Undefined for what is no query. */
export function invertQuery(text: string): string | undefined {
  const parsed = parseQuery(text)
  if (!parsed.ok) return undefined
  const query = parsed.value
  return query.kind === 'not' ? formatQuery(query.term) : `not (${text.trim()})`
}
