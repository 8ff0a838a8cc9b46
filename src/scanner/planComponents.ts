// How the shape of a line comes apart, for lines whose whole shape is new. A component is what one part of
// a format looks at: a member of an object that is open, or the members that a rule reads together. What is
// found of a line is found in its components, so that one in which nothing was found, however the rest of
// the line was, adds nothing to what is known of a line that has it again (assembly/components.ts).
import type { ObjectNode } from './scanPlan.ts'

/** Components of a plan at most (assembly/components.ts). */
export const MAX_COMPONENTS = 256

/** Arrays at most that are taken element by element (assembly/components.ts). */
export const MAX_LISTS = 16

/** An object whose members are components, by key; and one for all unknown keys, where these count. */
export interface OpenObject {
  readonly object: ObjectNode
  readonly members: ReadonlyMap<string, number>
  readonly unknown?: number
}

/**
 * What a rule component takes of a member: the type and whether it is empty, all that counts of it, or each
 * element by itself.
 */
export type Sight = 'kind' | 'whole' | 'elements'

export interface PlanComponents {
  readonly open: readonly OpenObject[]
  /** Members are numbered from 0 on, and rules after them. */
  readonly memberCount: number
  /** Members of which all counts for every other component, ascending. */
  readonly fixed: readonly number[]
  /** Members that are open themselves: of an object counts only that it is one, as for `fixed`. */
  readonly opened: readonly number[]
  /** Members of which it counts for every other component that they are there. */
  readonly present: readonly number[]
  /** Members of which an array is taken element by element. */
  readonly lists: readonly number[]
  /** By rule, what it takes of the members that it reads together. */
  readonly rules: readonly ReadonlyMap<number, Sight>[]
}
