// A bar of a histogram as the query that shows its lines. Each query finds as many values as the bar counts: where
// none can, there is none.
import { isMany, type FieldPath } from './fieldPath.ts'
import type { FieldQuery, Scalar, ValueType } from './fieldQuery.ts'

/** Half-open, but for the last one. */
export interface BinRange<T extends number | string = number> {
  readonly from: T
  readonly to: T
  readonly isLast: boolean
}

/** Numbers, or texts by their order. */
export function rangeQuery<T extends number | string>(
  field: FieldPath,
  range: BinRange<T>,
): FieldQuery | undefined {
  return between(field, 'compare', range)
}

/** Strings or arrays by their length; `others`: that the field holds other values that have one. */
export function lengthQuery(
  field: FieldPath,
  range: BinRange,
  { type, others }: { readonly type: ValueType; readonly others: boolean },
): FieldQuery | undefined {
  // Lengths are whole numbers, and one of them is asked for as that.
  const query =
    range.to - range.from === 1 && !range.isLast
      ? test(field, 'length', 'equals', range.from)
      : between(field, 'length', range)
  if (!others || !query) return query
  // Of several values one may have the type, and another the length.
  if (isMany(field)) return undefined
  const ofType: FieldQuery = { kind: 'type', field, type }
  return { kind: 'and', terms: [ofType, ...('terms' in query ? query.terms : [query])] }
}

function between<T extends number | string>(
  field: FieldPath,
  kind: 'compare' | 'length',
  { from, to, isLast }: BinRange<T>,
): FieldQuery | undefined {
  if (from === to) return test(field, kind, 'equals', from)
  // One of several values may meet one end, and another the other.
  if (isMany(field)) return undefined
  const terms = [
    test(field, kind, 'atLeast', from),
    test(field, kind, isLast ? 'atMost' : 'less', to),
  ]
  return { kind: 'and', terms }
}

function test(
  field: FieldPath,
  kind: 'compare' | 'length',
  operator: 'equals' | 'less' | 'atMost' | 'atLeast',
  value: Scalar,
): FieldQuery {
  return kind === 'length'
    ? { kind, field, operator, value: Number(value) }
    : { kind, field, operator, value }
}
