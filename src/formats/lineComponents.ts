// The components of the lines of a format (scanner/planComponents.ts): which there are, and in which of them
// a problem is. Law, held by tests: what is found of a line depends on nothing but what is found in its
// components.
import type { JsonPath } from '../diagnostics/diagnostic.ts'
import {
  MAX_COMPONENTS,
  MAX_LISTS,
  type PlanComponents,
  type Sight,
} from '../scanner/planComponents.ts'
import type { PlanNode } from '../scanner/scanPlan.ts'
import {
  type FormatDefinition,
  type LineRule,
  pathOf,
  type PresenceRule,
  type Projection,
} from './defineFormat.ts'
import { KIND_KEYS } from './lineKind.ts'
import { isObject } from '../json/jsonPath.ts'
import {
  openNodes,
  openRoot,
  type OpenMember,
  type OpenNode,
  placeOf,
  takesElementsApart,
} from './openMembers.ts'
import { partsOf, type Schema } from './schemaParts.ts'
import type { Problem } from './problem.ts'

export interface LineComponents {
  readonly plan: PlanComponents
  /**
   * The numbers of the components of a line in which something was found. `problems`: all that it has.
   * `hasItems`: it counts for the limit on items.
   */
  dirtyOf(value: unknown, problems: readonly Problem[], hasItems: boolean): number[]
}

/** Undefined where lines do not come apart, or into too many components. */
export function componentsOf(format: FormatDefinition, node: PlanNode): LineComponents | undefined {
  const { schema, fallbackSchema } = format
  const root = openRoot(node, fallbackSchema ? [schema, fallbackSchema] : [schema])
  if (root === undefined) return undefined
  const nodes = openNodes(root)
  const members = nodes.flatMap((open) => [...open.members.values()])
  const memberCount = nodes.reduce(
    (count, { members: own, unknown }) => count + own.size + (unknown === undefined ? 0 : 1),
    0,
  )
  const indexesAt = (path: JsonPath): number[] => {
    const place = placeOf(root, path)
    return 'member' in place ? [place.member.index] : []
  }
  const fixed = new Set([
    ...nodes.flatMap(({ members: own, tags }) => tags.flatMap((tag) => indexOf(own.get(tag)))),
    ...(format.uniform ?? []).flatMap(({ path }) => indexesAt(path)),
  ])
  const opened = members.filter((member) => member.opened).map(({ index }) => index)
  const isTested = (index: number): boolean => !fixed.has(index) && !opened.includes(index)
  const lists = members
    .filter(({ isList, index }) => isList && isTested(index))
    .map(({ index }) => index)
    .slice(0, MAX_LISTS)
  const jointLists = jointListsOf(format, members, lists)
  const rules = ruleComponents(format, root, isTested, new Set(lists))
  if (rules === undefined || memberCount + rules.joint.length > MAX_COMPONENTS) return undefined

  const itemsAt = format.itemsPath ? indexesAt(format.itemsPath) : []
  const indexesOf = (problem: Problem): readonly number[] => {
    if (problem.kind !== 'rule' && problem.kind !== 'presence')
      return indexesOfPath(root, problem.path)
    const place = rules.places.get(problem.rule) ?? []
    return typeof place === 'number' ? [memberCount + place] : place
  }
  return {
    plan: {
      open: nodes.map(({ object, members: own, unknown }) => ({
        object,
        members: new Map([...own].map(([key, { index }]) => [key, index])),
        ...(unknown !== undefined && { unknown }),
      })),
      memberCount,
      fixed: [...fixed],
      opened,
      present: KIND_KEYS.flatMap((key) => indexesAt([key])),
      lists,
      rules: rules.joint,
    },
    dirtyOf(value, problems, hasItems) {
      const dirty = [
        ...problems.flatMap(indexesOf),
        ...(hasItems ? itemsAt : []),
        ...jointLists(value),
      ]
      return [...new Set(dirty)].filter((index) => index >= memberCount || isTested(index))
    },
  }
}

/**
 * The lists of which a line's schema, as it is chosen by a key of the line, says something of several
 * elements together: nothing is known of one by itself.
 */
function jointListsOf(
  { schema, fallbackSchema }: FormatDefinition,
  members: readonly OpenMember[],
  lists: readonly number[],
): (value: unknown) => readonly number[] {
  const jointIn = (one: Schema): number[] =>
    members
      .filter(({ index, path }) => lists.includes(index) && !takesElementsApart(one, path))
      .map(({ index }) => index)
  const parts = partsOf(schema)
  if (parts.kind !== 'tagged') {
    const joint = jointIn(schema)
    return () => joint
  }
  const byTag = new Map([...parts.optionByTag].map(([tag, option]) => [tag, jointIn(option)]))
  const otherwise = jointIn(fallbackSchema ?? schema)
  return (value) => (isObject(value) ? byTag.get(value[parts.tag]) : undefined) ?? otherwise
}

function indexOf(member: OpenMember | undefined): number[] {
  return member ? [member.index] : []
}

/** What the schema finds at an open object itself depends on what is fixed. */
function indexesOfPath(root: OpenNode, path: JsonPath): number[] {
  const place = placeOf(root, path)
  if ('member' in place) return [place.member.index]
  const { open, rest } = place
  return typeof rest[0] === 'string' && open.unknown !== undefined ? [open.unknown] : []
}

type Rule = LineRule | PresenceRule

interface RuleComponents {
  /** Of rules that read several members together, what they take of each. */
  readonly joint: readonly ReadonlyMap<number, Sight>[]
  /** By rule its place in `joint`, or the members of which each decides by itself. */
  readonly places: ReadonlyMap<Rule, number | readonly number[]>
}

/** Undefined when a rule looks at an open object as a whole. */
function ruleComponents(
  format: FormatDefinition,
  root: OpenNode,
  isTested: (index: number) => boolean,
  lists: ReadonlySet<number>,
): RuleComponents | undefined {
  const joint: ReadonlyMap<number, Sight>[] = []
  const places = new Map<Rule, number | readonly number[]>()
  const add = (rule: Rule, sights: readonly [number, Sight][], apart?: LineRule['apart']) => {
    const own = new Map<number, Sight>()
    for (const [index, sight] of sights) {
      if (isTested(index)) own.set(index, joinSights(own.get(index), sight))
    }
    // Of an array that is taken by its elements a rule has to take the same, or all of it.
    for (const [index, sight] of own) {
      if (sight === 'elements' && !(apart && lists.has(index))) own.set(index, 'whole')
    }
    const fits = [...own].every(([index, sight]) => sight !== 'whole' || !lists.has(index))
    if (fits && (own.size < 2 || apart === 'reads')) places.set(rule, [...own.keys()])
    else places.set(rule, joint.push(own) - 1)
  }
  for (const rule of format.lineRules ?? []) {
    const sights: [number, Sight][] = []
    for (const read of rule.reads) {
      const found = sightsOf(root, pathOf(read), 'path' in read ? read.observes : 'text')
      if (found === undefined) return undefined
      sights.push(...found)
    }
    add(rule, sights, rule.apart)
  }
  for (const rule of format.presenceRules ?? []) {
    const keys = [...rule.has, ...(rule.hasAll ?? []), ...(rule.lacks ?? [])]
    const sights = keys.flatMap((key) => sightsOf(root, [...(rule.at ?? []), key], 'type') ?? [])
    add(rule, [...sights, ...(rule.when ? (sightsOf(root, rule.when.path, 'text') ?? []) : [])])
  }
  return { joint, places }
}

function joinSights(a: Sight | undefined, b: Sight): Sight {
  if (a === undefined || a === b) return b
  return a === 'whole' || b === 'whole' ? 'whole' : 'elements'
}

/** Of which members a read takes what; undefined when it is all of an open object. */
function sightsOf(
  root: OpenNode,
  path: JsonPath,
  observes: Projection,
): [number, Sight][] | undefined {
  if (observes === 'words') return []
  const place = placeOf(root, path)
  if ('open' in place) {
    const [step] = place.rest
    // Of an open object itself, that it is one; of an element in one, that there is none.
    if (step === undefined) return observes === 'all' ? undefined : []
    if (step !== '{}') return []
    if (typeof observes === 'string' || !('keys' in observes)) return undefined
    return observes.keys.flatMap((key) =>
      indexOf(place.open.members.get(key)).map((index): [number, Sight] => [index, 'kind']),
    )
  }
  const { member, rest } = place
  // What is wrong with the ids of a line is told of it as a whole, and counts for every component.
  if (typeof observes === 'object' && 'link' in observes) return [[member.index, 'kind']]
  if (rest.length === 0) {
    return [[member.index, observes === 'type' || observes === 'filled' ? 'kind' : 'whole']]
  }
  return [[member.index, rest[0] === '[]' ? 'elements' : 'whole']]
}
