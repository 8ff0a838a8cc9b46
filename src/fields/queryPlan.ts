// A query as the plan by which the scanner reads lines for it.
import type { FieldPlan, PlanTest } from '../scanner/fieldPlan.ts'
import type { CompareOperator, FieldQuery, FieldTest, Scalar, ValueType } from './fieldQuery.ts'

/** Verdicts, in the order of the numbers that lines have them by in a plan. */
export const PLAN_VERDICTS = ['valid', 'warning', 'invalid', 'blank'] as const

export interface QueryPlan {
  readonly plan: FieldPlan
  /** [number of a test in the plan]: what it tests, for those values that the scanner asks about. */
  readonly tests: readonly FieldTest[]
}

/** Kinds of values as bits (scanner/fieldPlan.ts). */
const TYPE_MASKS: Readonly<Record<ValueType, number>> = {
  object: 1,
  array: 2,
  string: 4,
  number: 8,
  boolean: 48,
  null: 64,
}
const TRUE_MASK = 16
const FALSE_MASK = 32
const ANY_MASK = 127

/** A query has at most 60 tests (`parseQuery`), so that there is a bit for each. */
export function planQuery(query: FieldQuery): QueryPlan {
  const tests: FieldTest[] = []
  const program: (number | 'and' | 'or' | 'not')[] = []
  const verdicts: number[][] = PLAN_VERDICTS.map(() => [])
  const count = countTests(query)
  let verdictNumber = count
  const write = (part: FieldQuery): void => {
    if ('terms' in part) {
      for (const [i, term] of part.terms.entries()) {
        write(term)
        if (i > 0) program.push(part.kind)
      }
    } else if (part.kind === 'not') {
      write(part.term)
      program.push('not')
    } else if (part.kind === 'verdict') {
      verdicts[PLAN_VERDICTS.indexOf(part.verdict)]?.push(verdictNumber)
      program.push(verdictNumber++)
    } else if (part.kind === 'edited') {
      // Lines of the file that are read by a plan are as they are there: a step that is true of no verdict.
      program.push(verdictNumber++)
    } else {
      program.push(tests.length)
      tests.push(part)
    }
  }
  write(query)
  return {
    plan: {
      tests: tests.map((test) => ({ path: test.field, test: planTest(test) })),
      verdictTests: verdicts,
      program,
    },
    tests,
  }
}

function countTests(query: FieldQuery): number {
  if ('terms' in query) {
    return query.terms.reduce((sum, term) => sum + countTests(term), 0)
  }
  if (query.kind === 'not') return countTests(query.term)
  return query.kind === 'verdict' || query.kind === 'edited' ? 0 : 1
}

function planTest(test: FieldTest): PlanTest {
  switch (test.kind) {
    case 'exists':
      return { kind: 'kind', mask: ANY_MASK }
    case 'type':
      return { kind: 'kind', mask: TYPE_MASKS[test.type] }
    case 'compare':
      return comparison(test.operator, test.value)
    case 'length':
      return { kind: 'length', operator: test.operator, value: test.value }
    case 'startsWith':
      return { kind: 'starts', text: test.text }
    case 'endsWith':
      return { kind: 'ends', text: test.text }
    case 'contains':
      return { kind: 'contains', text: test.text }
    case 'matches':
      return { kind: 'asked' }
  }
}

function comparison(operator: CompareOperator, value: Scalar): PlanTest {
  if (typeof value === 'string') return { kind: 'text', operator, text: value }
  if (typeof value === 'number') return { kind: 'number', operator, value }
  // There is no order among these.
  if (operator !== 'equals') return { kind: 'kind', mask: 0 }
  return { kind: 'kind', mask: value === null ? TYPE_MASKS.null : value ? TRUE_MASK : FALSE_MASK }
}
