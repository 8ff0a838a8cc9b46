// For property tests: JSON values near a given one, changed at one place by a value from a pool that
// suits the formats, or by any.
import fc from 'fast-check'
import { NUMBERS, STRINGS } from './arbitraryLeaves.ts'

type Path = (string | number)[]

export interface Change {
  /** Which place, counted over all places of the value; taken modulo their number. */
  readonly at: number
  /** What to do there, 0 to 19; from 12 on, a value of the same type takes its place. */
  readonly kind: number
  readonly value: unknown
}

export function changeOf(value: fc.Arbitrary<unknown>): fc.Arbitrary<Change> {
  return fc.record({ at: fc.nat(5039), kind: fc.nat(19), value })
}

function pathsOf(value: unknown, path: Path = []): Path[] {
  if (typeof value !== 'object' || value === null) return [path]
  const keys = Array.isArray(value) ? value.map((_, i) => i) : Object.keys(value)
  return [
    path,
    ...keys.flatMap((key) => pathsOf((value as Record<string, unknown>)[key], [...path, key])),
  ]
}

/** Of the same type, as far as there is another. */
function similarTo(value: unknown, turn: number): unknown {
  if (typeof value === 'string') return STRINGS[turn % STRINGS.length]
  if (typeof value === 'number') return NUMBERS[turn % NUMBERS.length]
  if (typeof value === 'boolean') return !value
  if (Array.isArray(value)) return value.length === 0 ? value : [...value, ...value.slice(0, 1)]
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).reverse())
}

/** A copy with one place replaced, removed, doubled, added to, renamed or turned round. */
export function changed(root: unknown, { at, kind, value }: Change): unknown {
  const paths = pathsOf(root)
  const path = paths[at % paths.length] as Path
  const copy: unknown = structuredClone(root)
  if (path.length === 0) return kind === 0 ? value : kind >= 12 ? similarTo(copy, at) : copy
  const holder = path
    .slice(0, -1)
    .reduce((one, key) => (one as Record<string, unknown>)[key], copy) as Record<string, unknown>
  const key = path[path.length - 1] as string | number
  if (kind >= 12) holder[key] = similarTo(holder[key], at)
  else if (Array.isArray(holder)) {
    const index = key as number
    if (kind < 4) holder[index] = value
    else if (kind < 6) holder.splice(index, 1)
    else if (kind < 8) holder.splice(index, 0, structuredClone(holder[index]))
    else if (kind < 10) holder.push(value)
    else if (kind === 10) holder.reverse()
    else holder.splice(1, 0, ...holder.splice(index, 1))
  } else if (kind < 5) holder[key] = value
  else if (kind < 7) delete holder[key]
  else if (kind < 9) holder[String(value).slice(0, 8)] = value
  else holder[`${key}x`] = holder[key]
  return copy
}
