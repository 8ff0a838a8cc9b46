// Looking into zod schemas: what a schema is made of, as far as it is known here. The walk that
// validates values and the one that says what can matter to it both go by this, so what one of them
// does not know the other does not know either: zod alone validates it, and every byte of it counts.
import type { z } from 'zod'

export type Schema = z.core.$ZodType

/** Lengths of a string in code points, or of an array in elements; both inclusive. */
export interface Lengths {
  readonly min: number
  readonly max: number
}

/** A bound on a number. */
export interface NumberLimit {
  readonly bound: number
  readonly isUpper: boolean
  readonly isInclusive: boolean
}

export type SchemaParts =
  | { readonly kind: 'string'; readonly lengths: Lengths }
  /** Integers are safe ones, as `z.int()` has them. */
  | {
      readonly kind: 'number'
      readonly isInteger: boolean
      readonly limits: readonly NumberLimit[]
    }
  | { readonly kind: 'boolean' | 'null' | 'anything' | 'nothing' }
  | { readonly kind: 'values'; readonly values: ReadonlySet<unknown> }
  /** Other keys than those of the members are refused, or else do not matter. */
  | {
      readonly kind: 'object'
      readonly members: ReadonlyMap<string, Schema>
      readonly isStrict: boolean
    }
  | { readonly kind: 'record'; readonly key: Schema; readonly value: Schema }
  | { readonly kind: 'array'; readonly element: Schema; readonly lengths: Lengths }
  | { readonly kind: 'union'; readonly options: readonly Schema[] }
  /** The value of the key `tag` picks the option; `optionByTag` has undefined for a missing key. */
  | {
      readonly kind: 'tagged'
      readonly tag: string
      readonly options: readonly Schema[]
      readonly optionByTag: ReadonlyMap<unknown, Schema>
    }
  /** Null, if `takesNull`, or what `inner` says. */
  | { readonly kind: 'wrapped'; readonly inner: Schema; readonly takesNull: boolean }
  /** More than is known here, such as a refinement or a transform. */
  | { readonly kind: 'unknown' }

/** zod looks neither at this key of a record nor at its value. */
export const PASSED_OVER = '__proto__'

const UNKNOWN: SchemaParts = { kind: 'unknown' }

/** The parts of zod's definitions that are looked at; each is there for some types only. */
interface Definition {
  readonly type: string
  readonly options?: readonly Schema[]
  readonly element?: Schema
  readonly innerType?: Schema
  readonly shape?: Readonly<Record<string, Schema>>
  readonly catchall?: Schema
  readonly keyType?: Schema
  readonly valueType?: Schema
  readonly mode?: string
  readonly discriminator?: string
  readonly unionFallback?: boolean
  readonly inclusive?: boolean
  readonly format?: string
  readonly coerce?: boolean
  readonly checks?: readonly z.core.$ZodCheck[]
}

function definitionOf(schema: Schema): Definition {
  return schema._zod.def
}

/** Type of zod's, for schemas of which that is enough to know. */
const PLAIN: Readonly<Record<string, 'boolean' | 'null' | 'anything' | 'nothing'>> = {
  boolean: 'boolean',
  null: 'null',
  any: 'anything',
  unknown: 'anything',
  never: 'nothing',
}

/** Of values that come from JSON.parse: there is no undefined among them. */
export function partsOf(schema: Schema): SchemaParts {
  const definition = definitionOf(schema)
  if (definition.coerce) return UNKNOWN
  switch (definition.type) {
    case 'string':
      return stringParts(definition)
    case 'number':
      return numberParts(definition)
    case 'array':
      return arrayParts(definition)
  }
  // A check on anything else looks at what it likes.
  if (definition.checks?.length) return UNKNOWN
  const plain = PLAIN[definition.type]
  if (plain !== undefined) return { kind: plain }
  switch (definition.type) {
    case 'literal':
    case 'enum': {
      const { values } = schema._zod
      return values ? { kind: 'values', values } : UNKNOWN
    }
    case 'object':
      return objectParts(definition)
    case 'record':
      return recordParts(definition)
    case 'union':
      return unionParts(definition)
    case 'optional':
      return wrapped(definition.innerType, false)
    case 'nullable':
      return wrapped(definition.innerType, true)
    case 'lazy':
      return wrapped((schema._zod as { innerType?: Schema }).innerType, false)
    default:
      return UNKNOWN
  }
}

function wrapped(inner: Schema | undefined, takesNull: boolean): SchemaParts {
  return inner ? { kind: 'wrapped', inner, takesNull } : UNKNOWN
}

function stringParts(definition: Definition): SchemaParts {
  const lengths = lengthsOf(definition)
  if (definition.format !== undefined || lengths === undefined) return UNKNOWN
  return { kind: 'string', lengths }
}

function arrayParts(definition: Definition): SchemaParts {
  const lengths = lengthsOf(definition)
  const { element } = definition
  return lengths && element ? { kind: 'array', element, lengths } : UNKNOWN
}

function objectParts({ shape, catchall }: Definition): SchemaParts {
  const rest = catchall && partsOf(catchall).kind
  if (rest !== undefined && rest !== 'nothing' && rest !== 'anything') return UNKNOWN
  // zod passes over this key.
  if (shape === undefined || Object.hasOwn(shape, '__proto__')) return UNKNOWN
  return {
    kind: 'object',
    members: new Map(Object.entries(shape)),
    isStrict: rest === 'nothing',
  }
}

function recordParts({ keyType: key, valueType: value, mode }: Definition): SchemaParts {
  // Other keys than texts say which of them must be there, or are numbers.
  if (!key || !value || mode === 'loose' || partsOf(key).kind !== 'string') return UNKNOWN
  return { kind: 'record', key, value }
}

function unionParts({
  options,
  discriminator: tag,
  unionFallback,
  inclusive,
}: Definition): SchemaParts {
  if (options === undefined) return UNKNOWN
  if (tag === undefined) return inclusive === false ? UNKNOWN : { kind: 'union', options }
  if (unionFallback) return UNKNOWN
  const optionByTag = new Map<unknown, Schema>()
  for (const option of options) {
    const values = option._zod.propValues?.[tag]
    if (values === undefined) return UNKNOWN
    for (const value of values) {
      if (optionByTag.has(value)) return UNKNOWN
      optionByTag.set(value, option)
    }
  }
  return { kind: 'tagged', tag, options, optionByTag }
}

interface Check {
  readonly check: string
  readonly format?: string
  readonly minimum?: number
  readonly maximum?: number
  readonly length?: number
  readonly value?: unknown
  readonly inclusive?: boolean
}

function checksOf(definition: Definition): readonly Check[] {
  return (definition.checks ?? []).map((check) => check._zod.def as unknown as Check)
}

/** Undefined: there are checks of other kinds. */
function lengthsOf(definition: Definition): Lengths | undefined {
  let min = 0
  let max = Number.POSITIVE_INFINITY
  for (const { check, minimum, maximum, length } of checksOf(definition)) {
    if (check === 'min_length' && minimum !== undefined) min = Math.max(min, Math.ceil(minimum))
    else if (check === 'max_length' && maximum !== undefined)
      max = Math.min(max, Math.floor(maximum))
    else if (check === 'length_equals' && length !== undefined) {
      min = Math.max(min, length)
      max = Math.min(max, length)
    } else return undefined
  }
  return { min, max }
}

function numberParts(definition: Definition): SchemaParts {
  let isInteger = definition.format === 'safeint'
  if (definition.format !== undefined && !isInteger) return UNKNOWN
  const limits: NumberLimit[] = []
  for (const { check, format, value: bound, inclusive } of checksOf(definition)) {
    if (check === 'number_format' && format === 'safeint') {
      isInteger = true
      continue
    }
    const isUpper = check === 'less_than'
    if ((!isUpper && check !== 'greater_than') || typeof bound !== 'number') return UNKNOWN
    limits.push({ bound, isUpper, isInclusive: inclusive === true })
  }
  return { kind: 'number', isInteger, limits }
}

/** Names of the JSON types that a schema can take, for "must be a string or an array". */
export function expectedTypes(schema: Schema): string[] {
  const parts = partsOf(schema)
  switch (parts.kind) {
    case 'union':
    case 'tagged':
      return [...new Set(parts.options.flatMap(expectedTypes))]
    case 'wrapped':
      return [...new Set([...expectedTypes(parts.inner), ...(parts.takesNull ? ['null'] : [])])]
    case 'values':
      return [...new Set([...parts.values].map(typeName))]
    case 'number':
      return [parts.isInteger ? 'integer' : 'number']
    case 'record':
      return ['object']
    case 'unknown':
      return typesOfUnknown(schema)
    case 'anything':
    case 'nothing':
      return []
    case 'string':
    case 'boolean':
    case 'null':
    case 'object':
    case 'array':
      return [parts.kind]
  }
}

function typeName(value: unknown): string {
  return value === null ? 'null' : typeof value
}

const TYPES: Readonly<Record<string, string>> = {
  string: 'string',
  number: 'number',
  boolean: 'boolean',
  object: 'object',
  record: 'object',
  array: 'array',
  tuple: 'array',
  template_literal: 'string',
}

function typesOfUnknown(schema: Schema): string[] {
  const { type, innerType } = definitionOf(schema)
  if (innerType) return expectedTypes(innerType)
  const name = TYPES[type]
  return name === undefined ? [] : [name]
}
