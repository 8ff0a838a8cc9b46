// What of a value a zod schema can see. Whatever is not known here (a refinement, a transform, a
// format of strings) counts by its bytes.
import { type Lengths, type NumberLimit, partsOf, type Schema } from './schemaParts.ts'
import { nextNumber } from '../base/nextNumber.ts'
import { BYTES, KIND, MAX_NUMBER_BOUNDS, merge, type Need, objectWith, SKIP } from './shapeNeed.ts'

/** Integers are exact, and safe, from the first on and below the second. */
const SAFE_BOUNDS = [Number.MIN_SAFE_INTEGER, 2 ** 53] as const

/** Schemas inside each other that are looked at; what is deeper counts by its bytes. */
const MAX_DEPTH = 32

export function needOfSchema(schema: Schema): Need {
  return walk(schema, [])
}

/** `open`: the schemas that this one is in. One inside itself counts by its bytes. */
function walk(schema: Schema, open: readonly Schema[]): Need {
  if (open.length === MAX_DEPTH || open.includes(schema)) return BYTES
  const inner = (child: Schema): Need => walk(child, [...open, schema])
  const parts = partsOf(schema)
  switch (parts.kind) {
    case 'unknown':
      return BYTES
    case 'anything':
      return SKIP
    case 'nothing':
    case 'null':
    case 'boolean':
      return KIND
    case 'string':
      return { type: true, string: lengthBounds(parts.lengths) }
    case 'number':
      return numberNeed(parts.isInteger, parts.limits)
    case 'values':
      return valuesNeed(parts.values)
    case 'wrapped':
      return merge(KIND, inner(parts.inner))
    case 'object': {
      const keys = new Map([...parts.members].map(([key, member]) => [key, inner(member)]))
      return { type: true, object: { keys, unknown: parts.isStrict ? SKIP : 'ignore' } }
    }
    case 'record':
      return { type: true, object: { keys: new Map(), unknown: inner(parts.value) } }
    case 'array':
      return {
        type: true,
        array: {
          element: inner(parts.element),
          ordered: false,
          ends: false,
          bounds: lengthBounds(parts.lengths),
        },
      }
    case 'union':
      return parts.options.map(inner).reduce(merge, KIND)
    case 'tagged': {
      // Which of the values it is decides on all the rest.
      const tag = objectWith(parts.tag, { type: true, string: 'bytes', number: 'bytes' })
      return parts.options.map(inner).reduce(merge, tag)
    }
  }
}

/** Least lengths of the classes that there are. */
function lengthBounds({ min, max }: Lengths): number[] {
  const bounds = new Set([min, max + 1])
  return [...bounds].filter((bound) => bound > 0 && bound < Infinity).sort((a, b) => a - b)
}

function numberNeed(isInteger: boolean, limits: readonly NumberLimit[]): Need {
  const all = new Set([...limits.map(leastBeyond), ...(isInteger ? SAFE_BOUNDS : [])])
  const bounds = [...all].sort((a, b) => a - b)
  if (bounds.length > MAX_NUMBER_BOUNDS) return { type: true, number: 'bytes' }
  return { type: true, number: { integer: isInteger, bounds } }
}

/** The least number on the upper side of a limit. */
function leastBeyond({ bound, isUpper, isInclusive }: NumberLimit): number {
  return isUpper === isInclusive ? nextNumber(bound) : bound
}

/** One value is as good as another. */
function valuesNeed(values: ReadonlySet<unknown>): Need {
  const texts = new Set([...values].filter((value) => typeof value === 'string'))
  const hasNumber = [...values].some((value) => typeof value === 'number')
  return {
    type: true,
    ...(texts.size > 0 && { string: texts }),
    ...(hasNumber && { number: 'bytes' }),
  }
}
