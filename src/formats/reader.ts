// Readers of one path, made once and used on every line.
import type { JsonPath } from '../diagnostics/diagnostic.ts'
import { isObject, valueAt } from '../json/jsonPath.ts'

export type Reader = (value: unknown) => unknown

/**
 * Like `valueAt`, faster, and with two further steps: `[]` reads the rest of the path in every
 * element of an array and gives an array, `{}` gives the keys of an object.
 */
export function createReader(path: JsonPath): Reader {
  const [step, ...rest] = path
  if (step === undefined) return (value) => value
  if (step === '{}') return (value) => (isObject(value) ? Object.keys(value) : undefined)
  const inner = createReader(rest)
  if (step === '[]') return (value) => (Array.isArray(value) ? value.map(inner) : undefined)
  // Names that every object inherits need the slow look.
  if (typeof step === 'number' || step in Object.prototype) {
    return (value) => inner(valueAt(value, [step]))
  }
  if (rest.length === 0) return (value) => (isObject(value) ? value[step] : undefined)
  return (value) => (isObject(value) ? inner(value[step]) : undefined)
}
