// What of a value can matter to the validation of a line, by the value's type: the lattice in which a
// format's schema and rules are added up before they become a scan plan. More is never wrong, only
// slower: BYTES stands above everything, SKIP below.
import { assert } from '../base/assert.ts'
import {
  type BytesNode,
  isPlainJson,
  type Link,
  MAX_NUMBER_BOUNDS,
  type PlanNode,
  type TextNode,
} from '../scanner/scanPlan.ts'

export interface NumberNeed {
  readonly integer: boolean
  readonly bounds: readonly number[]
}

export interface ObjectNeed {
  readonly keys: ReadonlyMap<string, Need>
  /** Other keys: not even whether there are any; only that; or more. */
  readonly unknown: 'ignore' | 'present' | UnknownNeed
}

/** Of the values of keys that are not known, this; and which name each belongs to, if `names`. */
export interface UnknownNeed {
  readonly names: boolean
  readonly value: Need
}

export interface ArrayNeed {
  readonly element: Need
  /** Order and number of the elements count, not just which there are. */
  readonly ordered: boolean
  /** Which the first and the last one are. */
  readonly ends: boolean
  readonly bounds: readonly number[]
}

/** Its bytes, its length class, or whether it is one of these texts. */
export type StringNeed = 'bytes' | readonly number[] | ReadonlySet<string> | GrowingTexts

/** Whether it is one of these texts, and which other it is. */
export interface GrowingTexts {
  readonly grown: ReadonlySet<string>
}

/** Absent parts: of values of that type only the type counts, if `type`. */
export interface Need {
  readonly type: boolean
  readonly string?: StringNeed
  /** Of a string whose length class counts, the marks that count too: bits of TEXT_MARK. */
  readonly marks?: number
  readonly number?: 'bytes' | NumberNeed
  readonly object?: 'bytes' | ObjectNeed
  readonly array?: 'bytes' | ArrayNeed
  /** An object is a JSON Schema, of which what is wrong counts. */
  readonly schema?: boolean
  readonly capture?: number
  /** What a text is to ids elsewhere in its line. */
  readonly link?: Link
}

export const SKIP: Need = { type: false }
export const KIND: Need = { type: true }
export const BYTES: Need = {
  type: true,
  string: 'bytes',
  number: 'bytes',
  object: 'bytes',
  array: 'bytes',
}

/** Everything that matters to one or to the other. */
export function merge(a: Need, b: Need): Need {
  if (a === b || b === SKIP) return a
  if (a === SKIP) return b
  const capture = a.capture ?? b.capture
  return compact({
    type: a.type || b.type,
    string: join(a.string, b.string, mergeStrings),
    marks: (a.marks ?? 0) | (b.marks ?? 0) || undefined,
    number: join(a.number, b.number, mergeNumbers),
    object: join(
      openForCaptures(a.object, b.object),
      openForCaptures(b.object, a.object),
      mergeObjects,
    ),
    array: join(a.array, b.array, mergeArrays),
    schema: a.schema || b.schema || undefined,
    capture,
    link: mergeLinks(a.link, b.link),
  })
}

function mergeLinks(a: Link | undefined, b: Link | undefined): Link | undefined {
  const isSame = !a || !b || (a.role === b.role && a.isAdjacent === b.isAdjacent)
  assert(isSame, 'a text is one thing to the links of its line')
  return a ?? b
}

/** Keys without value are left out: an absent part is not a part that is undefined. */
function compact(need: { [K in keyof Need]: Need[K] | undefined }): Need {
  return Object.fromEntries(
    Object.entries(need).filter(([, value]) => value !== undefined),
  ) as unknown as Need
}

function join<T>(
  a: 'bytes' | T | undefined,
  b: 'bytes' | T | undefined,
  both: (a: T, b: T) => 'bytes' | T,
): 'bytes' | T | undefined {
  if (a === undefined) return b
  if (b === undefined) return a
  return a === 'bytes' || b === 'bytes' ? 'bytes' : both(a, b)
}

function mergeStrings(a: StringNeed, b: StringNeed): StringNeed {
  if (isBounds(a) && isBounds(b)) return mergeBounds(a, b)
  if (isGrowing(a)) {
    const other = isGrowing(b) ? b.grown : b
    return other instanceof Set && isSame(a.grown, other) ? a : 'bytes'
  }
  if (isGrowing(b)) return mergeStrings(b, a)
  return a instanceof Set && b instanceof Set && isSame(a, b) ? a : 'bytes'
}

function isSame(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  return a.size === b.size && [...a].every((text) => b.has(text))
}

function isGrowing(need: StringNeed): need is GrowingTexts {
  return typeof need === 'object' && 'grown' in need
}

function isBounds(need: StringNeed): need is readonly number[] {
  return Array.isArray(need)
}

function mergeBounds(a: readonly number[], b: readonly number[]): readonly number[] {
  return [...new Set([...a, ...b])].sort((one, other) => one - other)
}

/** All bytes of an object, said so that what is inside it can be captured. */
const ALL_MEMBERS: ObjectNeed = { keys: new Map(), unknown: { names: true, value: BYTES } }

/** What counts by its bytes is not looked into, unless `other` has something to capture there. */
function openForCaptures(
  need: 'bytes' | ObjectNeed | undefined,
  other: 'bytes' | ObjectNeed | undefined,
): 'bytes' | ObjectNeed | undefined {
  if (need !== 'bytes' || other === 'bytes' || other === undefined) return need
  return [...other.keys.values()].some(hasCapture) ? ALL_MEMBERS : need
}

function hasCapture({ capture, object }: Need): boolean {
  if (capture !== undefined) return true
  return object !== undefined && object !== 'bytes' && [...object.keys.values()].some(hasCapture)
}

function mergeNumbers(a: NumberNeed, b: NumberNeed): 'bytes' | NumberNeed {
  const bounds = mergeBounds(a.bounds, b.bounds)
  if (bounds.length > MAX_NUMBER_BOUNDS) return 'bytes'
  return { integer: a.integer || b.integer, bounds }
}

function mergeObjects(a: ObjectNeed, b: ObjectNeed): ObjectNeed {
  const keys = new Map<string, Need>()
  for (const key of new Set([...a.keys.keys(), ...b.keys.keys()])) {
    keys.set(key, merge(needOfKey(a, key), needOfKey(b, key)))
  }
  return { keys, unknown: mergeUnknown(a.unknown, b.unknown) }
}

function mergeUnknown(a: ObjectNeed['unknown'], b: ObjectNeed['unknown']): ObjectNeed['unknown'] {
  if (a === 'ignore' || b === 'ignore') return a === 'ignore' ? b : a
  if (a === 'present' || b === 'present') return a === 'present' ? b : a
  return { names: a.names || b.names, value: merge(a.value, b.value) }
}

function needOfKey({ keys, unknown }: ObjectNeed, key: string): Need {
  return keys.get(key) ?? (typeof unknown === 'string' ? SKIP : unknown.value)
}

function mergeArrays(a: ArrayNeed, b: ArrayNeed): ArrayNeed {
  return {
    element: merge(a.element, b.element),
    ordered: a.ordered || b.ordered,
    ends: a.ends || b.ends,
    bounds: mergeBounds(a.bounds, b.bounds),
  }
}

/** An object of which one key counts. */
export function objectWith(key: string, need: Need): Need {
  return { type: true, object: { keys: new Map([[key, need]]), unknown: 'ignore' } }
}

export function toPlanNode(need: Need): PlanNode {
  const reported = {
    ...(need.capture !== undefined && { capture: need.capture }),
    ...(need.link && { link: need.link }),
  }
  if (!need.type) return { kind: 'skip', ...reported }
  const { string, number, array, marks } = need
  const object = objectPart(need)
  if (string === undefined && number === undefined && object === undefined && array === undefined) {
    return { kind: 'kind', ...reported }
  }
  if (string === 'bytes' && number === 'bytes' && object === 'bytes' && array === 'bytes') {
    return { kind: 'bytes', ...reported }
  }
  const bytes = { kind: 'bytes' } as const
  return {
    kind: 'types',
    ...reported,
    ...(string && { string: stringNode(string, need.capture !== undefined, marks) }),
    ...(number && { number: number === 'bytes' ? bytes : { kind: 'number', ...number } }),
    ...(object && {
      object:
        object === 'bytes' ? bytes : object === 'schema' ? { kind: 'schema' } : objectNode(object),
    }),
    ...(array && {
      array:
        array === 'bytes'
          ? bytes
          : {
              kind: 'array',
              element: toPlanNode(array.element),
              ordered: array.ordered,
              ends: array.ends,
              bounds: array.bounds,
            },
    }),
  }
}

/** What is wrong with a schema is told of a whole object: what else counts of it takes its bytes. */
function objectPart({ object, schema }: Need): 'bytes' | 'schema' | ObjectNeed | undefined {
  if (!schema) return object
  if (object === undefined) return 'schema'
  if (object === 'bytes') return object
  if (isIndifferent(object)) return 'schema'
  const whole = openForCaptures('bytes', object)
  return whole === 'bytes' || whole === undefined ? 'bytes' : mergeObjects(whole, object)
}

/** Nothing about the keys or the values of the object counts. */
function isIndifferent({ keys, unknown }: ObjectNeed): boolean {
  if (keys.size > 0) return false
  return unknown === 'ignore' || (unknown !== 'present' && !unknown.names && !unknown.value.type)
}

function stringNode(
  need: StringNeed,
  isCaptured: boolean,
  marks: number | undefined,
): TextNode | BytesNode {
  if (isBounds(need)) return { kind: 'text', bounds: need, ...(marks && { marks }) }
  if (need === 'bytes' || isCaptured) return { kind: 'bytes' }
  const isOpen = isGrowing(need)
  const values = [...(isOpen ? need.grown : need)].filter(isPlainJson)
  return { kind: 'bytes', values, ...(isOpen && { tellsOthers: true }) }
}

function objectNode({ keys, unknown }: ObjectNeed) {
  return {
    kind: 'object',
    keys: new Map([...keys].map(([key, need]) => [key, toPlanNode(need)])),
    ...(typeof unknown === 'string'
      ? { unknown }
      : { unknown: toPlanNode(unknown.value), anyNames: !unknown.names }),
  } as const
}
