// Looking into zod schemas: what a format's schema is made of. Formats keep to the parts named here.
import type { z } from 'zod'
import { patternOf } from '../json/jsonPath.ts'

type Schema = z.core.$ZodType

/** The parts of zod's definitions that are looked at; each is there for some types only. */
export interface SchemaDefinition {
  readonly type: string
  readonly options?: readonly Schema[]
  readonly element?: Schema
  readonly innerType?: Schema
  readonly shape?: Readonly<Record<string, Schema>>
  readonly catchall?: Schema
  readonly keyType?: Schema
  readonly valueType?: Schema
  readonly items?: readonly Schema[]
  readonly entries?: Readonly<Record<string, unknown>>
  readonly values?: readonly unknown[]
  readonly getter?: () => Schema
  readonly format?: string
  readonly checks?: readonly z.core.$ZodCheck[]
}

export function definitionOf(schema: Schema): SchemaDefinition {
  return schema._zod.def as unknown as SchemaDefinition
}

/** Names of the JSON types that a schema can take, for "must be a string or an array". */
export function expectedTypes(schema: Schema): string[] {
  const definition = definitionOf(schema)
  switch (definition.type) {
    case 'union':
      return [...new Set((definition.options ?? []).flatMap(expectedTypes))]
    case 'optional':
      return definition.innerType ? expectedTypes(definition.innerType) : []
    case 'nullable':
      return definition.innerType ? [...expectedTypes(definition.innerType), 'null'] : ['null']
    case 'lazy':
      return definition.getter ? expectedTypes(definition.getter()) : []
    case 'record':
      return ['object']
    case 'tuple':
      return ['array']
    case 'number':
      return [definition.format === 'safeint' ? 'integer' : 'number']
    case 'enum':
      return typesOf(Object.values(definition.entries ?? {}))
    case 'literal':
      return typesOf(definition.values ?? [])
    default:
      return [definition.type]
  }
}

function typesOf(values: readonly unknown[]): string[] {
  return [...new Set(values.map((value) => (value === null ? 'null' : typeof value)))]
}

/** Patterns of the records in a schema: objects whose keys are free. */
export function recordPatternsOf(schema: Schema): Set<string> {
  const patterns = new Set<string>()
  const seen = new Set<string>()
  visit(schema, [])
  return patterns

  function visit(part: Schema | undefined, path: readonly (string | number)[]): void {
    if (part === undefined) return
    const definition = definitionOf(part)
    if (definition.type === 'lazy') {
      // A schema inside itself would be followed for ever; its records have been seen by then.
      if (seen.has(patternOf(path)) || path.length > 12) return
      seen.add(patternOf(path))
      visit(definition.getter?.(), path)
      return
    }
    if (definition.type === 'record') patterns.add(patternOf(path))
    for (const option of definition.options ?? []) visit(option, path)
    visit(definition.innerType, path)
    visit(definition.element, [...path, 0])
    for (const item of definition.items ?? []) visit(item, [...path, 0])
    for (const [key, member] of Object.entries(definition.shape ?? {}))
      visit(member, [...path, key])
  }
}
