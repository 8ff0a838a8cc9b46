// What a query says of one line, read with JSON.parse: in three values, since nothing is known of the fields
// of a line that is no JSON. Whatever evaluates queries faster is held to this.
import { present } from '../base/assert.ts'
import { countCodePoints } from '../base/codePoints.ts'
import type { Verdict } from '../diagnostics/diagnostic.ts'
import type { CompileExpression } from '../expressions/expressions.ts'
import { type FieldPath, isEach } from './fieldPath.ts'
import { formatFieldPath } from './fieldPathText.ts'
import type { CompareOperator, FieldQuery, FieldTest, ValueType } from './fieldQuery.ts'

export interface QueriedLine {
  readonly isJson: boolean
  /** As JSON.parse gives it; anything where the line is no JSON. */
  readonly value: unknown
  readonly verdict: Verdict
  /** Absent: as it is in the file. */
  readonly isEdited?: boolean
}

/**
 * True, false, or undefined for unknown; lines are shown of which it is true. `compileExpression` is asked
 * for each test and line: give one that remembers. Throws when an expression cannot be compiled: look at
 * those of the query first (`expressionsOf`).
 */
export function evaluateQuery(
  query: FieldQuery,
  line: QueriedLine,
  compileExpression: CompileExpression,
): boolean | undefined {
  if ('terms' in query) {
    const terms = query.terms.map((term) => evaluateQuery(term, line, compileExpression))
    const decisive = query.kind === 'or'
    if (terms.includes(decisive)) return decisive
    return terms.includes(undefined) ? undefined : !decisive
  }
  if ('term' in query) {
    const term = evaluateQuery(query.term, line, compileExpression)
    return term === undefined ? undefined : !term
  }
  if (query.kind === 'verdict') return line.verdict === query.verdict
  if (query.kind === 'edited') return line.isEdited === true
  if (!line.isJson) return undefined
  return valuesAt(line.value, query.field).some((value) => meets(value, query, compileExpression))
}

/** The fields that a query asks for, each once, in their order. */
export function fieldsOf(query: FieldQuery): readonly FieldPath[] {
  const fields = new Map<string, FieldPath>()
  for (const test of testsOf(query)) fields.set(formatFieldPath(test.field), test.field)
  return [...fields.values()]
}

/** The regular expressions of a query. */
export function expressionsOf(
  query: FieldQuery,
): readonly { readonly source: string; readonly ignoreCase: boolean }[] {
  return testsOf(query).filter((test) => test.kind === 'matches')
}

/** Whether it asks for the verdicts of lines, which an edit of another line may change. */
export function asksVerdict(query: FieldQuery): boolean {
  if ('terms' in query) return query.terms.some(asksVerdict)
  return 'term' in query ? asksVerdict(query.term) : query.kind === 'verdict'
}

function testsOf(query: FieldQuery): readonly FieldTest[] {
  if ('terms' in query) return query.terms.flatMap(testsOf)
  if ('term' in query) return testsOf(query.term)
  return query.kind === 'verdict' || query.kind === 'edited' ? [] : [query]
}

/** All values at a field: one at most, but for fields with `[*]`. */
export function valuesAt(value: unknown, field: FieldPath): readonly unknown[] {
  let values: readonly unknown[] = [value]
  for (const step of field) {
    values = values.flatMap((one): readonly unknown[] => {
      if (typeof one !== 'object' || one === null) return []
      if (typeof step === 'string') {
        if (Array.isArray(one) || !Object.hasOwn(one, step)) return []
        return [(one as Record<string, unknown>)[step]]
      }
      if (!Array.isArray(one)) return []
      if (isEach(step)) return one
      const index = step < 0 ? one.length + step : step
      return index in one ? [one[index]] : []
    })
  }
  return values
}

function meets(value: unknown, test: FieldTest, compile: CompileExpression): boolean {
  switch (test.kind) {
    case 'exists':
      return true
    case 'type':
      return typeOf(value) === test.type
    case 'compare':
      if (typeof value === 'number' && typeof test.value === 'number') {
        return compares(value - test.value, value === test.value, test.operator)
      }
      if (typeof value === 'string' && typeof test.value === 'string') {
        const order = compareCodePoints(value, test.value)
        return compares(order, order === 0, test.operator)
      }
      return test.operator === 'equals' && value === test.value
    case 'length': {
      const length = lengthOf(value)
      return (
        length !== undefined && compares(length - test.value, length === test.value, test.operator)
      )
    }
    case 'startsWith':
      return typeof value === 'string' && isWholeAt(value, test.text, 0)
    case 'endsWith':
      return (
        typeof value === 'string' && isWholeAt(value, test.text, value.length - test.text.length)
      )
    case 'contains':
      return typeof value === 'string' && containsWhole(value, test.text)
    case 'matches': {
      if (typeof value !== 'string') return false
      const compiled = compile(test.source, { ignoreCase: test.ignoreCase })
      return present(compiled.ok ? compiled.value : undefined, 'an expression').test(value)
    }
  }
}

/** `order`: below 0 when the value is less than the constant. */
function compares(order: number, isEqual: boolean, operator: CompareOperator): boolean {
  switch (operator) {
    case 'equals':
      return isEqual
    case 'less':
      return order < 0
    case 'atMost':
      return order < 0 || isEqual
    case 'more':
      return order > 0
    case 'atLeast':
      return order > 0 || isEqual
  }
}

function typeOf(value: unknown): ValueType {
  if (value === null) return 'null'
  if (Array.isArray(value)) return 'array'
  return typeof value as ValueType
}

/** Of a string in code points, of an array in elements, of an object in keys; others have none. */
export function lengthOf(value: unknown): number | undefined {
  if (typeof value === 'string') return countCodePoints(value)
  if (Array.isArray(value)) return value.length
  return typeof value === 'object' && value !== null ? Object.keys(value).length : undefined
}

/** In the order of code points, which is that of UTF-8. Halves of surrogate pairs are code points. */
function compareCodePoints(a: string, b: string): number {
  let i = 0
  while (i < a.length && i < b.length && a[i] === b[i]) i++
  // The first units that differ may be second halves of pairs.
  if (i > 0 && (splitsPair(a, i) || splitsPair(b, i))) i--
  return (a.codePointAt(i) ?? -1) - (b.codePointAt(i) ?? -1)
}

function containsWhole(text: string, part: string): boolean {
  for (let at = text.indexOf(part); at >= 0; at = text.indexOf(part, at + 1)) {
    if (isWholeAt(text, part, at)) return true
    if (at >= text.length) return false
  }
  return false
}

/** Whether a part is there and begins and ends with whole code points of the text. */
function isWholeAt(text: string, part: string, at: number): boolean {
  return (
    at >= 0 &&
    text.startsWith(part, at) &&
    !splitsPair(text, at) &&
    !splitsPair(text, at + part.length)
  )
}

function splitsPair(text: string, at: number): boolean {
  return (text.codePointAt(at - 1) ?? 0) > 0xffff
}
