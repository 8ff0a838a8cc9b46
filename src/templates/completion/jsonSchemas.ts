// Steps through a JSON Schema along what is typed: of alternatives those that fit the texts which are there.
import { isObject } from '../../json/jsonPath.ts'
import type { JsonFrame } from './caretContext.ts'

export type JsonSchema = Readonly<Record<string, unknown>>

/** The schemas that hold where `step` leads from the frame. */
export function stepInto(
  root: JsonSchema,
  schemas: readonly JsonSchema[],
  frame: JsonFrame,
  step: string | number | undefined,
): readonly JsonSchema[] {
  if (frame.kind === 'array') {
    return ofType(root, schemas, 'array').flatMap(({ items }) => (isObject(items) ? [items] : []))
  }
  return fitting(root, schemas, frame).flatMap((schema) => {
    const found = propertiesOf(schema)[String(step)] ?? schema['additionalProperties']
    return isObject(found) ? [found] : []
  })
}

/** Of objects: those whose fixed texts are the ones that are there; all, where none of them fits. */
export function fitting(
  root: JsonSchema,
  schemas: readonly JsonSchema[],
  { members }: JsonFrame,
): readonly JsonSchema[] {
  const objects = ofType(root, schemas, 'object')
  const fits = objects.filter((schema) => {
    const properties = propertiesOf(schema)
    return [...members].every(([key, value]) => {
      const property = Object.hasOwn(properties, key) ? properties[key] : undefined
      const texts = isObject(property) ? fixedValues(property) : undefined
      return value === undefined || texts === undefined || texts.includes(value)
    })
  })
  return fits.length > 0 ? fits : objects
}

/** Alternatives, each by itself. */
export function alternatives(root: JsonSchema, schema: JsonSchema, depth = 0): JsonSchema[] {
  const inner = [schema['anyOf'], schema['oneOf'], schema['allOf']].flatMap((list) =>
    Array.isArray(list) ? (list as unknown[]) : [],
  )
  const reference = referenced(root, schema['$ref'])
  const all = reference === undefined ? inner : [reference, ...inner]
  if (all.length === 0 || depth > 20) return [schema]
  return all.filter(isObject).flatMap((each) => alternatives(root, each, depth + 1))
}

export function propertiesOf(schema: JsonSchema): JsonSchema {
  return isObject(schema['properties']) ? schema['properties'] : {}
}

/** Undefined where any value is allowed. */
export function fixedValues(schema: JsonSchema): readonly unknown[] | undefined {
  if (Object.hasOwn(schema, 'const')) return [schema['const']]
  const { enum: values } = schema
  return Array.isArray(values) ? (values as unknown[]) : undefined
}

function ofType(root: JsonSchema, schemas: readonly JsonSchema[], type: string): JsonSchema[] {
  return schemas
    .flatMap((schema) => alternatives(root, schema))
    .filter((schema) => [schema['type']].flat().includes(type))
}

/** Zod names what recurs in `$defs`. */
function referenced(root: JsonSchema, name: unknown): unknown {
  if (name === '#') return root
  if (typeof name !== 'string' || !name.startsWith('#/')) return undefined
  return name
    .slice(2)
    .split('/')
    .reduce<unknown>((at, step) => (isObject(at) ? at[step] : undefined), root)
}
