// One more condition beside those of a query.
import type { FieldQuery } from './fieldQuery.ts'
import { formatQuery } from './formatQuery.ts'

/** True where both are; what a query asks already is not asked twice. */
export function joinQuery(present: FieldQuery, added: FieldQuery): FieldQuery {
  const terms: FieldQuery[] = []
  const known = new Set<string>()
  for (const term of [...termsOf(present), ...termsOf(added)]) {
    const text = formatQuery(term)
    if (known.has(text)) continue
    known.add(text)
    terms.push(term)
  }
  const [only] = terms
  return terms.length === 1 && only ? only : { kind: 'and', terms }
}

function termsOf(query: FieldQuery): readonly FieldQuery[] {
  return query.kind === 'and' ? query.terms.flatMap(termsOf) : [query]
}
