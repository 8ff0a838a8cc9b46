// JSON Schemas of answers and tools, as far as providers differ in them.
import type { JsonNode, Raw } from './jsonNode.ts'
import { type Member, array, object, quote } from './writeJson.ts'

/** Deeper schemas are of no API; they are copied as they stand and count as loose. */
const MAX_DEPTH = 60

/** Whether OpenAI can enforce a schema: all objects in it require all of their keys and allow no others. */
export function isStrictSchema(schema: JsonNode): boolean {
  return schema.get('type')?.string === 'object' && isClosed(schema, 0)
}

function isClosed(schema: JsonNode, depth: number): boolean {
  if (depth > MAX_DEPTH) return false
  const properties = schema.get('properties')
  if (properties !== undefined || schema.get('type')?.string === 'object') {
    if (schema.get('additionalProperties')?.raw !== 'false') return false
    const required = new Set(schema.get('required')?.items.map(({ string }) => string))
    if (properties?.members.some(({ step }) => !required.has(String(step)))) return false
  }
  return schema.children.every((child) =>
    child.kind === 'object' || child.kind === 'array' ? isClosed(child, depth + 1) : true,
  )
}

/** Types in capitals, counts as texts, `nullable`: only Gemini's dialect has them. */
const COUNTS = new Set([
  'minItems',
  'maxItems',
  'minLength',
  'maxLength',
  'minProperties',
  'maxProperties',
])
const NAMES: Readonly<Record<string, string>> = {
  any_of: 'anyOf',
  min_items: 'minItems',
  max_items: 'maxItems',
  min_length: 'minLength',
  max_length: 'maxLength',
  additional_properties: 'additionalProperties',
}
const ORDER = new Set(['propertyOrdering', 'property_ordering'])

/** JSON Schema made of a schema of Gemini's; the same text where it is JSON Schema already. */
export function fromGeminiSchema(schema: JsonNode, depth = 0): Raw {
  if (schema.kind !== 'object' || depth > MAX_DEPTH) return schema.raw
  const inner = (node: JsonNode): Raw => fromGeminiSchema(node, depth + 1)
  const isNullable = schema.get('nullable')?.isTrue ?? false
  const members: Member[] = []
  for (const member of schema.children) {
    const key = NAMES[String(member.step)] ?? String(member.step)
    if (ORDER.has(key) || key === 'nullable') continue
    if (key === 'format' && member.string === 'enum') continue
    members.push([key, adapted(key, member, isNullable, inner)])
  }
  return object(members)
}

function adapted(
  key: string,
  member: JsonNode,
  isNullable: boolean,
  inner: (node: JsonNode) => Raw,
): Raw {
  if (key === 'type' && member.kind === 'string') {
    const type = quote(member.string?.toLowerCase() ?? '')
    return isNullable ? array([type, '"null"']) : type
  }
  if (COUNTS.has(key) && /^\d+$/.test(member.string ?? '')) return member.string as string
  if (key === 'properties' || key === '$defs') {
    return object(member.children.map((child) => [String(child.step), inner(child)] as const))
  }
  if (key === 'anyOf' || key === 'prefixItems') return array(member.items.map(inner))
  if (key === 'items' || key === 'additionalProperties') return inner(member)
  return member.raw
}
