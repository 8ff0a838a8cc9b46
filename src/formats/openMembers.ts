// The objects of a line that come apart into their members: the line itself, and those inside it that hold
// so many that their combinations would each make another shape. What a schema says of such an object it
// says of one member at a time.
import type { JsonPath } from '../diagnostics/diagnostic.ts'
import type { ArrayNode, ObjectNode, PlanNode } from '../scanner/scanPlan.ts'
import { partsOf, type Schema, type SchemaParts } from './schemaParts.ts'

export interface OpenNode {
  readonly object: ObjectNode
  readonly members: ReadonlyMap<string, OpenMember>
  /** The number of all keys that no one knows, where it counts that there are any. */
  readonly unknown: number | undefined
  /** Keys by whose values schemas are chosen. */
  readonly tags: readonly string[]
}

export interface OpenMember {
  /** Its number among the components of the line. */
  readonly index: number
  /** It comes apart itself. */
  readonly opened: OpenNode | undefined
  readonly path: JsonPath
  /** Of an array there the order does not count, and of some lines elements are held to a schema one by one. */
  readonly isList: boolean
}

/** Objects inside each other that are opened. */
const MAX_DEPTH = 4
/** Members of an object that is worth opening. */
const MANY = 12

/** Undefined when a line does not come apart. */
export function openRoot(root: PlanNode, schemas: readonly Schema[]): OpenNode | undefined {
  let next = 0
  const open = (node: PlanNode, given: readonly Schema[], path: JsonPath): OpenNode | undefined => {
    const object = objectOf(node)
    const { options, tags } = optionsOf(given)
    if (object === undefined || path.length === MAX_DEPTH || !options.every(saysMemberByMember)) {
      return undefined
    }
    const first = next
    let isWorthIt = path.length === 0 || object.keys.size >= MANY
    const members = new Map<string, OpenMember>()
    for (const [key, child] of object.keys) {
      const schemasOfChild = membersOf(options, key)
      const opened = open(child, schemasOfChild, [...path, key])
      isWorthIt ||= opened !== undefined
      const isList = isFreeArray(child) && schemasOfChild.some(saysElementByElement)
      members.set(key, { index: next++, opened, path: [...path, key], isList })
    }
    if (!isWorthIt) {
      next = first
      return undefined
    }
    return { object, members, unknown: object.unknown === 'present' ? next++ : undefined, tags }
  }
  return open(root, schemas, [])
}

/** All open objects, the root first. */
export function openNodes(root: OpenNode): OpenNode[] {
  const inner = [...root.members.values()].flatMap(({ opened }) =>
    opened ? openNodes(opened) : [],
  )
  return [root, ...inner]
}

export type Place =
  /** In a member, `rest` being the way on from there. */
  | { readonly member: OpenMember; readonly rest: JsonPath }
  /** An open object itself, or where one has nothing. */
  | { readonly open: OpenNode; readonly rest: JsonPath }

/** Where a path leads as far as objects are open. */
export function placeOf(root: OpenNode, path: JsonPath): Place {
  let open = root
  for (const [i, step] of path.entries()) {
    const member = typeof step === 'string' ? open.members.get(step) : undefined
    if (member === undefined) return { open, rest: path.slice(i) }
    if (member.opened === undefined) return { member, rest: path.slice(i + 1) }
    open = member.opened
  }
  return { open, rest: [] }
}

/** Whether what a schema of lines says of an array at `path` it says of one element at a time, and of its length. */
export function takesElementsApart(schema: Schema, path: JsonPath): boolean {
  const found = path.reduce<readonly Schema[]>(
    (schemas, step) => membersOf(optionsOf(schemas).options, String(step)),
    [schema],
  )
  return found.every(saysElementByElement)
}

function membersOf(options: readonly SchemaParts[], key: string): Schema[] {
  return options.flatMap((parts) => (parts.kind === 'object' ? (parts.members.get(key) ?? []) : []))
}

function objectOf(node: PlanNode): ObjectNode | undefined {
  if (node.kind !== 'types' || node.object?.kind !== 'object') return undefined
  return typeof node.object.unknown === 'string' ? node.object : undefined
}

function isFreeArray(node: PlanNode): boolean {
  const array: ArrayNode | { kind: 'bytes' } | undefined =
    node.kind === 'types' ? node.array : undefined
  return array?.kind === 'array' && array.ordered !== true
}

/** What a value is held to, one of them or several, and the keys by whose values it is chosen. */
function optionsOf(
  schemas: readonly Schema[],
  seen: ReadonlySet<Schema> = new Set(),
): { options: SchemaParts[]; tags: string[] } {
  const options: SchemaParts[] = []
  const tags: string[] = []
  for (const schema of schemas) {
    const parts = partsOf(schema)
    if (seen.has(schema)) options.push({ kind: 'unknown' })
    else if (parts.kind === 'wrapped' || parts.kind === 'tagged') {
      const given = parts.kind === 'wrapped' ? [parts.inner] : parts.options
      const inner = optionsOf(given, new Set([...seen, schema]))
      options.push(...inner.options)
      tags.push(...inner.tags, ...(parts.kind === 'tagged' ? [parts.tag] : []))
    } else options.push(parts)
  }
  return { options, tags }
}

/** A union weighs what is wrong in one member against what is wrong in another. */
function saysMemberByMember({ kind }: SchemaParts): boolean {
  return kind !== 'union' && kind !== 'unknown' && kind !== 'record'
}

/** Where several options of a union take arrays, one element decides what is said of the next. */
function saysElementByElement(schema: Schema): boolean {
  const { options } = optionsOf([schema])
  return options.every((parts) => {
    if (parts.kind === 'unknown') return false
    if (parts.kind !== 'union') return true
    const takers = parts.options.filter(takesArrays)
    return takers.length <= 1 && takers.every(saysElementByElement)
  })
}

function takesArrays(schema: Schema): boolean {
  const { options } = optionsOf([schema])
  return options.some((parts) => {
    if (parts.kind === 'union') return parts.options.some(takesArrays)
    return parts.kind === 'array' || parts.kind === 'anything' || parts.kind === 'unknown'
  })
}
