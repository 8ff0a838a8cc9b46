// Numbers of assembly/links.ts that the table of a plan holds for its links.
import type { LinkKind } from '../base/linkFaults.ts'
import { assert } from '../base/assert.ts'
import type { Link } from './scanPlan.ts'

/** @internal For tests. */
export const LINK_CODES = {
  gives: 1,
  offers: 2,
  answers: 3,
  byKind: 4,
  kind: 5,
  declares: 6,
  uses: 7,
  asks: 8,
  searched: 9,
  beside: 10,
} as const

const ADJACENT = 256
const DEPTH_SHIFT = 4
const MAX_DEPTH = 15

export function kindCode(kind: LinkKind | 'asks'): number {
  return LINK_CODES[kind]
}

/** The number of its role, how deep in the list it stands, and whether answers follow at once. */
export function linkWord({ role, depth, isAdjacent }: Link): number {
  assert(depth >= 0 && depth <= MAX_DEPTH, 'a link stands in an element of a list')
  return LINK_CODES[role] | (depth << DEPTH_SHIFT) | (isAdjacent ? ADJACENT : 0)
}
