// What of a value a zod schema can see. Whatever is not known here (a refinement, a transform, a
// format of strings) counts by its bytes.
import { type Lengths, type NumberLimit, partsOf, PASSED_OVER, type Schema } from './schemaParts.ts'
import { nextNumber } from '../base/nextNumber.ts'
import { knownAsOf } from './growingValues.ts'
import { MAX_NUMBER_BOUNDS } from '../scanner/scanPlan.ts'
import { BYTES, KIND, merge, type Need, type ObjectNeed, objectWith, SKIP } from './shapeNeed.ts'

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
      return valuesNeed(parts.values, knownAsOf(schema) !== undefined)
    case 'wrapped':
      return merge(KIND, inner(parts.inner))
    case 'object': {
      const keys = new Map([...parts.members].map(([key, member]) => [key, inner(member)]))
      return { type: true, object: { keys, unknown: parts.isStrict ? 'present' : 'ignore' } }
    }
    case 'record':
      return { type: true, object: recordNeed(parts.key, inner(parts.value)) }
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
      const isNumber = [...parts.optionByTag.keys()].some((value) => typeof value === 'number')
      const tag = objectWith(parts.tag, {
        type: true,
        string: 'bytes',
        ...(isNumber && { number: 'bytes' as const }),
      })
      return parts.options.map(inner).reduce(merge, tag)
    }
  }
}

/** zod passes one key over. Where any text may be a key, which one it is does not matter. */
function recordNeed(key: Schema, value: Need): ObjectNeed {
  const parts = partsOf(key)
  const isFree = parts.kind === 'string' && lengthBounds(parts.lengths).length === 0
  return { keys: new Map([[PASSED_OVER, SKIP]]), unknown: { names: !isFree, value } }
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

/**
 * One value is as good as another. `grows`: how one is spelled that is not known decides what is said
 * of it.
 */
function valuesNeed(values: ReadonlySet<unknown>, grows: boolean): Need {
  const texts = new Set([...values].filter((value) => typeof value === 'string'))
  const hasNumber = [...values].some((value) => typeof value === 'number')
  return {
    type: true,
    ...(texts.size > 0 && { string: grows ? { grown: texts } : texts }),
    ...(hasNumber && { number: 'bytes' }),
  }
}
