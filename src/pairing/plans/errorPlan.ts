// What counts of an error: all that `pairing/failure.ts` looks at. Errors stand inside one another, and
// what they say counts only where it is a code.
import type { PlanNode, TypesNode } from '../../scanner/scanPlan.ts'
import { EXACT, FILLED, PRESENT, setOf } from './pairPlan.ts'

export const error: PlanNode = { kind: 'lazy', node: () => errorTypes }
const errorTypes: TypesNode = {
  kind: 'types',
  string: FILLED,
  number: EXACT,
  object: {
    kind: 'object',
    keys: new Map<string, PlanNode>([
      ['code', EXACT],
      ['status', EXACT],
      ['type', EXACT],
      ['message', error],
      ['detail', error],
      ['error', error],
    ]),
    // An error with anything in it is one.
    unknown: PRESENT,
  },
  array: setOf(PRESENT),
}
