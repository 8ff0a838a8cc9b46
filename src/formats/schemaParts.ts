// Looking into zod schemas: what a format's schema is made of. Formats keep to the parts named here.
import type { z } from 'zod'

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
  readonly discriminator?: string
  readonly format?: string
  readonly coerce?: boolean
  readonly checks?: readonly z.core.$ZodCheck[]
}

export function definitionOf(schema: Schema): SchemaDefinition {
  return schema._zod.def
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

/**
 * A quick and exact answer for strings, numbers, booleans, null, literals and enums, and for the
 * bounds of arrays (whose elements it does not look at). Undefined when the schema has more to it
 * than is known here.
 */
export function acceptsLeaf(schema: Schema): ((value: unknown) => boolean) | undefined {
  const definition = definitionOf(schema)
  const bounds = boundsOf(definition)
  if (bounds === undefined) return undefined
  const { min, max } = bounds
  switch (definition.type) {
    case 'string':
      if (definition.format !== undefined || definition.coerce) return undefined
      return (value) => typeof value === 'string' && value.length >= min && value.length <= max
    case 'array':
      return (value) => Array.isArray(value) && value.length >= min && value.length <= max
    case 'number':
      if (definition.coerce) return undefined
      if (definition.format === 'safeint') {
        return (value) => Number.isSafeInteger(value) && isWithin(value as number, min, max)
      }
      if (definition.format !== undefined) return undefined
      return (value) => Number.isFinite(value) && isWithin(value as number, min, max)
    case 'boolean':
      return definition.coerce ? undefined : (value) => typeof value === 'boolean'
    case 'null':
      return (value) => value === null
    case 'unknown':
    case 'any':
      return () => true
    case 'enum':
    case 'literal': {
      const values = schema._zod.values as ReadonlySet<unknown> | undefined
      return values && ((value) => values.has(value))
    }
    default:
      return undefined
  }
}

function isWithin(value: number, min: number, max: number): boolean {
  return value >= min && value <= max
}

/** Inclusive bounds on a number, or on the length of a string or array. */
function boundsOf(definition: SchemaDefinition): { min: number; max: number } | undefined {
  let min = Number.NEGATIVE_INFINITY
  let max = Number.POSITIVE_INFINITY
  for (const check of definition.checks ?? []) {
    const part = check._zod.def as unknown as CheckDefinition
    if (part.check === 'number_format' && part.format === 'safeint') continue
    if (part.check === 'min_length') min = Math.max(min, Number(part.minimum))
    else if (part.check === 'max_length') max = Math.min(max, Number(part.maximum))
    else if (part.check === 'greater_than' && part.inclusive)
      min = Math.max(min, Number(part.value))
    else if (part.check === 'less_than' && part.inclusive) max = Math.min(max, Number(part.value))
    else return undefined
  }
  return { min, max }
}

interface CheckDefinition {
  readonly check: string
  readonly format?: string
  readonly minimum?: number
  readonly maximum?: number
  readonly value?: unknown
  readonly inclusive?: boolean
}
