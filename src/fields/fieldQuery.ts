// What a query asks of a line, once it is read. A test of a field is true when one of the values there
// meets it, false when none does, and unknown where the line is no JSON: so is a query that depends on it
// (`evaluateQuery.ts`), and an unknown line is not shown.
import type { Verdict } from '../diagnostics/diagnostic.ts'
import type { FieldPath } from './fieldPath.ts'

export const VALUE_TYPES = ['object', 'array', 'string', 'number', 'boolean', 'null'] as const
export type ValueType = (typeof VALUE_TYPES)[number]

export type FieldQuery =
  | { readonly kind: 'and' | 'or'; readonly terms: readonly FieldQuery[] }
  | { readonly kind: 'not'; readonly term: FieldQuery }
  | FieldTest
  | { readonly kind: 'verdict'; readonly verdict: Verdict }
  /** The line is not as it is in the file. */
  | { readonly kind: 'edited' }

/**
 * One test of the values at a field. Values of another type than the constant meet no comparison.
 *
 * - `equals`, `less` (than the constant), `atMost`: numbers as float64, as `JSON.parse` reads them;
 *   strings by code points, so that their order is that of their UTF-8. `more` and `atLeast` likewise.
 *   Of booleans and null only `equals`.
 * - `length` the same of a length: of a string in code points (half a surrogate pair is one), of an array
 *   in elements, of an object in different keys. Other values have none.
 * - `startsWith`, `endsWith`, `contains`: strings alone, case counts.
 * - `matches`: strings in which the expression matches somewhere, in the syntax of `expressions`.
 */
export type FieldTest =
  | { readonly kind: 'exists'; readonly field: FieldPath }
  | { readonly kind: 'type'; readonly field: FieldPath; readonly type: ValueType }
  | {
      readonly kind: 'compare'
      readonly field: FieldPath
      readonly operator: CompareOperator
      readonly value: Scalar
    }
  | {
      readonly kind: 'length'
      readonly field: FieldPath
      readonly operator: CompareOperator
      readonly value: number
    }
  | { readonly kind: TextOperator; readonly field: FieldPath; readonly text: string }
  | {
      readonly kind: 'matches'
      readonly field: FieldPath
      readonly source: string
      readonly ignoreCase: boolean
    }

export type CompareOperator = 'equals' | 'less' | 'atMost' | 'more' | 'atLeast'
export type TextOperator = 'startsWith' | 'endsWith' | 'contains'
export type Scalar = string | number | boolean | null
