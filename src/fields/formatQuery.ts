// A query as text that is read as the same query again.
import type { FieldPath } from './fieldPath.ts'
import { fieldInQuery, formatFieldPath } from './fieldPathText.ts'
import type { FieldQuery, FieldTest, Scalar } from './fieldQuery.ts'
import { SIGN_OF, WORDS_OF } from './queryWords.ts'

/** With as few parentheses as can be; `parseQuery` gives the same query. */
export function formatQuery(query: FieldQuery): string {
  if ('terms' in query) {
    const terms = query.terms.map((term) => inParentheses(term, query.kind))
    return equalsList(query, 'in') ?? terms.join(` ${query.kind} `)
  }
  if ('term' in query) return negated(query.term)
  if (query.kind === 'verdict') return `verdict = ${JSON.stringify(query.verdict)}`
  return query.kind === 'edited' ? 'edited' : formatTest(query)
}

/** `within` keeps terms of the same kind apart, which are not the same query. */
function inParentheses(query: FieldQuery, within: 'and' | 'or' | 'not'): string {
  const text = formatQuery(query)
  const isList = query.kind === 'or' && equalsList(query, 'in') !== undefined
  const binds = (query.kind !== 'and' && query.kind !== 'or') || isList
  return binds || (within === 'or' && query.kind === 'and') ? text : `(${text})`
}

function negated(term: FieldQuery): string {
  if (term.kind === 'verdict') return `verdict != ${JSON.stringify(term.verdict)}`
  if (term.kind === 'type') {
    return `type(${formatFieldPath(term.field)}) != ${JSON.stringify(term.type)}`
  }
  if ((term.kind === 'compare' || term.kind === 'length') && term.operator === 'equals') {
    return `${subjectOf(term)} != ${formatScalar(term.value)}`
  }
  return equalsList(term, 'not in') ?? `not ${inParentheses(term, 'not')}`
}

/** `a in (1, 2)`, where a query is that; undefined where it is not. */
function equalsList(query: FieldQuery, word: 'in' | 'not in'): string | undefined {
  if (query.kind !== 'or' || query.terms.length < 2) return undefined
  const values: string[] = []
  let subject: string | undefined
  for (const term of query.terms) {
    if (term.kind !== 'compare' || term.operator !== 'equals') return undefined
    const own = subjectOf(term)
    if (subject !== undefined && own !== subject) return undefined
    subject = own
    values.push(formatScalar(term.value))
  }
  return `${subject} ${word} (${values.join(', ')})`
}

function formatTest(test: FieldTest): string {
  switch (test.kind) {
    case 'exists':
      return `exists(${formatFieldPath(test.field)})`
    case 'type':
      return `type(${formatFieldPath(test.field)}) = ${JSON.stringify(test.type)}`
    case 'compare':
    case 'length':
      return `${subjectOf(test)} ${SIGN_OF[test.operator]} ${formatScalar(test.value)}`
    case 'matches':
      return `matches(${formatFieldPath(test.field)}, ${formatExpression(test)})`
    case 'startsWith':
    case 'endsWith':
    case 'contains':
      return `${fieldInQuery(test.field)} ${WORDS_OF[test.kind]} ${JSON.stringify(test.text)}`
  }
}

function subjectOf({
  kind,
  field,
}: {
  readonly kind: 'compare' | 'length'
  readonly field: FieldPath
}): string {
  return kind === 'length' ? `length(${formatFieldPath(field)})` : fieldInQuery(field)
}

function formatScalar(value: Scalar): string {
  if (typeof value !== 'number') return JSON.stringify(value)
  if (!Number.isFinite(value)) return value < 0 ? '-1e999' : '1e999'
  return Object.is(value, -0) ? '-0' : JSON.stringify(value)
}

/** Between slashes; in quotes what slashes cannot hold, which came from quotes. */
function formatExpression({ source, ignoreCase }: Extract<FieldTest, { kind: 'matches' }>): string {
  let text = ''
  let isInClass = false
  let isWhole = true
  for (let i = 0; i < source.length; i++) {
    const char = source[i] as string
    if (char === '\\') {
      const escaped = source[++i]
      isWhole &&= escaped !== undefined && escaped !== '/'
      text += char + (escaped ?? '')
      continue
    }
    if (char === '[') isInClass = true
    else if (char === ']') isInClass = false
    text += char === '/' && !isInClass ? '\\/' : char
  }
  const fitsSlashes = ignoreCase || (isWhole && !isInClass)
  return fitsSlashes ? `/${text}/${ignoreCase ? 'i' : ''}` : JSON.stringify(source)
}
