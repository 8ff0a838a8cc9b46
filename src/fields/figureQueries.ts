// A bar of a histogram as the query that shows its lines. Each query finds as many values as the bar counts: where
// none can, there is none.
import { type FieldPath, isMany } from './fieldPath.ts'
import type { FieldQuery, ValueType } from './fieldQuery.ts'

/** Half-open. */
export interface BinRange<T extends number | string = number> {
  readonly from: T
  readonly to: T
}

/** Numbers, or texts by their order. */
export function rangeQuery<T extends number | string>(
  field: FieldPath,
  { from, to }: BinRange<T>,
): FieldQuery | undefined {
  // One of several values may meet one end, and another the other.
  if (isMany(field)) return undefined
  return {
    kind: 'and',
    terms: [
      { kind: 'compare', field, operator: 'atLeast', value: from },
      { kind: 'compare', field, operator: 'less', value: to },
    ],
  }
}

/** Strings or arrays by their length; `others`: that the field holds other values that have one. */
export function lengthQuery(
  field: FieldPath,
  { from, to }: BinRange,
  { type, others }: { readonly type: ValueType; readonly others: boolean },
): FieldQuery | undefined {
  // Lengths are whole numbers, and one of them is asked for as that.
  const isOne = to - from === 1
  if (isMany(field) && (others || !isOne)) return undefined
  const terms: readonly FieldQuery[] = [
    ...(others ? [{ kind: 'type', field, type } as const] : []),
    ...(isOne
      ? [{ kind: 'length', field, operator: 'equals', value: from } as const]
      : [
          { kind: 'length', field, operator: 'atLeast', value: from } as const,
          { kind: 'length', field, operator: 'less', value: to } as const,
        ]),
  ]
  const [only] = terms
  return terms.length === 1 ? only : { kind: 'and', terms }
}
