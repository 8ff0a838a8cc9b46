// What of a value a zod schema can see. Whatever is not known here (a refinement, a transform, a
// format of strings) counts by its bytes.
import type { z } from 'zod'
import { definitionOf, type SchemaDefinition } from './schemaParts.ts'
import { BYTES, KIND, merge, type Need, SKIP } from './shapeNeed.ts'

type Schema = z.core.$ZodType

/** Integers are exact, and safe, within these. */
const SAFE_BOUNDS = [Number.MIN_SAFE_INTEGER, Number.MAX_SAFE_INTEGER] as const

interface Walk {
  /** Which option of a union is meant depends on how many elements break it: all of them count. */
  readonly ordered: boolean
  /** Schemas that are being looked at: one inside itself counts by its bytes. */
  readonly open: ReadonlySet<Schema>
}

export function needOfSchema(schema: Schema): Need {
  return walk(schema, { ordered: false, open: new Set() })
}

function walk(schema: Schema, at: Walk): Need {
  if (at.open.has(schema)) return BYTES
  const definition = definitionOf(schema)
  const inner = (child: Schema | undefined, ordered = at.ordered): Need =>
    child ? walk(child, { ordered, open: new Set(at.open).add(schema) }) : BYTES
  switch (definition.type) {
    case 'string':
      return stringNeed(definition)
    case 'number':
      return numberNeed(definition)
    case 'boolean':
      return definition.coerce || definition.checks?.length ? BYTES : KIND
    case 'null':
    case 'undefined':
      return KIND
    case 'unknown':
    case 'any':
      return definition.checks?.length ? BYTES : SKIP
    case 'never':
      return SKIP
    case 'literal':
      return definition.checks?.length ? BYTES : valuesNeed(definition.values ?? [])
    case 'enum':
      return definition.checks?.length ? BYTES : valuesNeed(Object.values(definition.entries ?? {}))
    case 'optional':
    case 'nullable':
      return merge(KIND, inner(definition.innerType))
    case 'lazy':
      return inner(definition.getter?.())
    case 'object':
      return objectNeed(definition, inner)
    case 'record':
      if (definition.checks?.length) return BYTES
      return { type: true, object: { keys: new Map(), unknown: inner(definition.valueType) } }
    case 'array':
      return arrayNeed(definition, inner, at.ordered)
    case 'union':
      return unionNeed(definition, inner, at.ordered)
    default:
      return BYTES
  }
}

type Inner = (child: Schema | undefined, ordered?: boolean) => Need

function stringNeed(definition: SchemaDefinition): Need {
  if (definition.format !== undefined || definition.coerce) return BYTES
  const bounds = lengthBounds(definition)
  return bounds === undefined ? BYTES : { type: true, string: bounds }
}

function arrayNeed(definition: SchemaDefinition, inner: Inner, ordered: boolean): Need {
  const bounds = lengthBounds(definition)
  if (bounds === undefined) return BYTES
  return { type: true, array: { element: inner(definition.element), ordered, bounds } }
}

function objectNeed(definition: SchemaDefinition, inner: Inner): Need {
  if (definition.checks?.length) return BYTES
  const keys = new Map(
    Object.entries(definition.shape ?? {}).map(([key, member]) => [key, inner(member)]),
  )
  const { catchall } = definition
  const isOpen = catchall === undefined || definitionOf(catchall).type === 'unknown'
  return { type: true, object: { keys, unknown: isOpen ? 'ignore' : inner(catchall) } }
}

function unionNeed(definition: SchemaDefinition, inner: Inner, ordered: boolean): Need {
  if (definition.checks?.length) return BYTES
  const options = definition.options ?? []
  // A discriminator picks the option; otherwise the one that is broken least speaks, and elements
  // that are broken alike count each.
  const isCounted = ordered || (definition.discriminator === undefined && areAlike(options))
  return options.reduce((need, option) => merge(need, inner(option, isCounted)), KIND)
}

/** Whether two options take objects, or two take arrays. */
function areAlike(options: readonly Schema[]): boolean {
  const types = options.map((option) => definitionOf(option).type)
  const isSimple = (type: string): boolean =>
    ['string', 'number', 'boolean', 'null', 'literal', 'enum'].includes(type)
  const complex = types.filter((type) => !isSimple(type))
  return complex.length > 1 && new Set(complex).size < complex.length
    ? true
    : complex.some((type) => type !== 'array' && type !== 'object') && complex.length > 1
}

function valuesNeed(values: readonly unknown[]): Need {
  return {
    type: true,
    ...(values.some((value) => typeof value === 'string') && { string: 'bytes' }),
    ...(values.some((value) => typeof value === 'number') && { number: 'bytes' }),
  }
}

interface Check {
  readonly check: string
  readonly format?: string
  readonly minimum?: number
  readonly maximum?: number
  readonly length?: number
  readonly value?: unknown
}

function checksOf(definition: SchemaDefinition): readonly Check[] {
  return (definition.checks ?? []).map((check) => check._zod.def as unknown as Check)
}

/** Least lengths of the classes that length checks tell apart; undefined: there are other checks. */
function lengthBounds(definition: SchemaDefinition): number[] | undefined {
  const bounds = new Set<number>()
  for (const { check, minimum, maximum, length } of checksOf(definition)) {
    if (check === 'min_length' && minimum !== undefined) bounds.add(minimum)
    else if (check === 'max_length' && maximum !== undefined) bounds.add(maximum + 1)
    else if (check === 'length_equals' && length !== undefined) bounds.add(length).add(length + 1)
    else return undefined
  }
  return [...bounds].filter((bound) => bound > 0).sort((a, b) => a - b)
}

function numberNeed(definition: SchemaDefinition): Need {
  if (definition.coerce) return BYTES
  const isInteger = definition.format === 'safeint'
  if (definition.format !== undefined && !isInteger) return BYTES
  const bounds = new Set<number>(isInteger ? SAFE_BOUNDS : [])
  for (const { check, format, value } of checksOf(definition)) {
    if (check === 'number_format' && format === 'safeint') continue
    const isBound = check === 'greater_than' || check === 'less_than'
    if (!isBound || typeof value !== 'number') return BYTES
    bounds.add(value)
  }
  const sorted = [...bounds].sort((a, b) => a - b)
  return { type: true, number: { integer: isInteger, bounds: sorted } }
}
