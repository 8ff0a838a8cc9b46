// What a plan says about a parsed value, written naively: the oracle for the shape hash and the
// captures of the WebAssembly module.

import { isBadJson } from '../../base/innerJson.ts'
import { imageFaultNumber } from '../../base/testing/imageFaultNumber.ts'
import {
  imageTypeOf,
  isBrokenName,
  isNameText,
  isOpenObject,
  isPaddedKey,
} from '../../base/textMarks.ts'
import { schemaMarks } from '../../base/testing/schemaMarks.ts'
import { SCHEMA_MARK } from '../../base/jsonSchema/schemaKeywords.ts'
import {
  type ArrayNode,
  type NumberNode,
  type ObjectNode,
  type PlanNode,
  TEXT_MARK,
  type TextNode,
  type TypesNode,
} from '../scanPlan.ts'

export type Json = null | boolean | number | string | Json[] | { [key: string]: Json }

function typeOf(value: Json): string {
  if (value === null || typeof value === 'boolean') return String(value)
  return Array.isArray(value) ? 'array' : typeof value
}

function isObject(value: Json): value is { [key: string]: Json } {
  return typeOf(value) === 'object'
}

function valueMeaning(values: readonly string[], value: string, tellsOthers?: boolean): unknown {
  if (values.includes(value)) return 'one of them'
  return tellsOthers ? ['another', value] : 'another'
}

/** Values with other meanings must have other shapes. */
export function meaningOf(node: PlanNode, value: Json): unknown {
  switch (node.kind) {
    case 'skip':
      return []
    case 'kind':
      return [typeOf(value)]
    case 'bytes':
      if (typeof value === 'string' && node.values)
        return ['string', valueMeaning(node.values, value, node.tellsOthers)]
      return [typeOf(value), isScalar(value) && typeof value === 'number' ? String(value) : value]
    case 'text':
      return [typeOf(value), textMeaning(node, value)]
    case 'number':
      return [typeOf(value), numberMeaning(node, value)]
    case 'object':
      return [typeOf(value), objectMeaning(node, value)]
    case 'array':
      return [typeOf(value), arrayMeaning(node, value)]
    case 'schema':
      return [typeOf(value), schemaMeaning(value)]
    case 'types':
      return typesMeaning(node, value)
    case 'lazy':
      return meaningOf(node.node(), value)
  }
}

function isScalar(value: Json): boolean {
  return typeof value !== 'object'
}

function reached(bounds: readonly number[], length: number): number {
  return bounds.filter((bound) => length >= bound).length
}

function textMeaning({ bounds, marks = 0 }: TextNode, value: Json): unknown {
  if (typeof value !== 'string') return undefined
  return [
    reached(bounds, Array.from(value).length),
    (marks & TEXT_MARK.name) !== 0 && isNameText(value),
    (marks & TEXT_MARK.image) !== 0 && imageTypeOf(value) !== undefined,
    (marks & TEXT_MARK.openObject) !== 0 && isOpenObject(value),
    (marks & TEXT_MARK.brokenName) !== 0 && isBrokenName(value),
    (marks & TEXT_MARK.imageData) !== 0 && imageFaultNumber(value),
    (marks & TEXT_MARK.innerJson) !== 0 && isBadJson(value),
  ]
}

function numberMeaning({ integer, bounds }: NumberNode, value: Json): unknown {
  if (typeof value !== 'number') return undefined
  return [Number.isFinite(value), integer && Number.isInteger(value), reached(bounds, value)]
}

function objectMeaning({ keys, unknown, anyNames }: ObjectNode, value: Json): unknown {
  if (!isObject(value)) return undefined
  const members: unknown[] = []
  const others = new Set<string>()
  for (const [key, member] of Object.entries(value)) {
    const known = keys.get(key)
    if (known) members.push([key, meaningOf(known, member)])
    else if (unknown === 'present') others.add(isPaddedKey(key) ? 'padded' : 'some')
    else if (unknown !== 'ignore') {
      const meaning = meaningOf(unknown, member)
      if (anyNames) others.add(JSON.stringify(meaning))
      else members.push([key, meaning])
    }
  }
  return [members, [...others].sort()]
}

function arrayMeaning({ element, ordered, ends, bounds }: ArrayNode, value: Json): unknown {
  if (!Array.isArray(value)) return undefined
  const elements = value.map((item) => JSON.stringify(meaningOf(element, item)))
  if (ordered) return elements
  const set = [...new Set(elements)].sort()
  const atEnds = ends ? [elements[0], elements.at(-1)] : []
  return [set, atEnds, value.length > 0, reached(bounds, value.length)]
}

/** What is no schema is told apart by its bytes. */
function schemaMeaning(value: Json): unknown {
  if (!isObject(value)) return undefined
  const marks = schemaMarks(value)
  return marks & SCHEMA_MARK.invalid ? value : marks
}

function typesMeaning(node: TypesNode, value: Json): unknown {
  const type = typeOf(value)
  const part =
    type === 'string' || type === 'number' || type === 'object' || type === 'array'
      ? node[type]
      : undefined
  return part ? meaningOf(part, value) : [type]
}

/** The captured values by their number. Of arrays the last element counts. */
export function capturedOf(
  node: PlanNode,
  value: Json,
  found = new Map<number, Json>(),
): Map<number, Json> {
  if (node.kind === 'lazy') return capturedOf(node.node(), value, found)
  if (node.capture !== undefined) found.set(node.capture, value)
  if (node.kind === 'object' && isObject(value)) {
    for (const [key, child] of node.keys) {
      const member = Object.hasOwn(value, key) ? value[key] : undefined
      if (member !== undefined) capturedOf(child, member, found)
    }
  } else if (node.kind === 'array' && Array.isArray(value)) {
    const last = value.at(-1)
    if (last !== undefined) capturedOf(node.element, last, found)
  } else if (node.kind === 'types') {
    if (node.object) capturedOf(node.object, value, found)
    if (node.array) capturedOf(node.array, value, found)
  }
  return found
}
