// The words of the query language. Case does not count.
import type { CompareOperator, TextOperator } from './fieldQuery.ts'

export const FUNCTIONS = ['exists', 'type', 'length', 'matches'] as const
export type FunctionName = (typeof FUNCTIONS)[number]

export const VERDICTS = ['valid', 'warning', 'invalid', 'blank'] as const

/** Longer signs stand before those that they begin with. */
export const COMPARE_SIGNS: readonly (readonly [string, CompareOperator | 'differs'])[] = [
  ['===', 'equals'],
  ['!==', 'differs'],
  ['==', 'equals'],
  ['!=', 'differs'],
  ['<>', 'differs'],
  ['<=', 'atMost'],
  ['>=', 'atLeast'],
  ['=', 'equals'],
  ['<', 'less'],
  ['>', 'more'],
]

export const SIGN_OF: Readonly<Record<CompareOperator, string>> = {
  equals: '=',
  less: '<',
  atMost: '<=',
  more: '>',
  atLeast: '>=',
}

export const WORDS_OF: Readonly<Record<TextOperator, string>> = {
  startsWith: 'starts with',
  endsWith: 'ends with',
  contains: 'contains',
}

/** What other languages call the operators. */
export const OTHER_WORDS: ReadonlyMap<string, string> = new Map([
  ['is', '='],
  ['equals', '='],
  ['eq', '='],
  ['ne', '!='],
  ['lt', '<'],
  ['gt', '>'],
  ['le', '<='],
  ['lte', '<='],
  ['ge', '>='],
  ['gte', '>='],
  ['like', 'contains'],
  ['ilike', 'contains'],
  ['includes', 'contains'],
  ['has', 'contains'],
  ['startswith', 'starts with'],
  ['starts_with', 'starts with'],
  ['begins', 'starts with'],
  ['starts', 'starts with'],
  ['ends', 'ends with'],
  ['endswith', 'ends with'],
  ['ends_with', 'ends with'],
  ['match', 'matches'],
  ['regex', 'matches'],
  ['~', 'matches'],
  ['=~', 'matches'],
])

/** Of JSON, and in capitals as other languages have them. */
export const CONSTANTS: ReadonlyMap<string, boolean | null> = new Map([
  ['true', true],
  ['false', false],
  ['null', null],
])

/** Names that a test begins with and that are no field there. After `$.` or in brackets they are. */
const RESERVED: ReadonlySet<string> = new Set([
  'and',
  'or',
  'not',
  'verdict',
  'true',
  'false',
  'null',
])

export function isReserved(name: string): boolean {
  return RESERVED.has(name.toLowerCase())
}
