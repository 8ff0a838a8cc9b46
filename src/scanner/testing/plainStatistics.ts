// Figures of fields, computed plainly over the values of lines.

import type { CountedPath } from '../fieldStatistics.ts'

type Scalar = string | number | boolean | null

export interface PlainField {
  readonly path: CountedPath
  lines: number
  first: number
  readonly kinds: Map<string, { lines: number; values: number; first: number; last: number }>
  readonly numbers: { min: number; max: number; sum: number; whole: number }
  readonly lengths: Map<string, { min: number; max: number; sum: number }>
  readonly values: Map<Scalar, { count: number; first: number }>
  last: number
}

interface PlainLimits {
  readonly keys: number
  readonly depth: number
}

export interface PlainStatistics {
  /** By its path as JSON. */
  readonly fields: Map<string, PlainField>
  /** Objects, by their paths as JSON, that have too many keys to be told apart. */
  readonly maps: ReadonlySet<string>
  readonly tooDeep: number
}

/** `lines`: the value of each; undefined of those that are not JSON. */
export function plainStatistics(
  lines: readonly (readonly [value: unknown] | undefined)[],
  limits: PlainLimits,
  usualKeys: readonly string[] = [],
): PlainStatistics {
  const maps = new Set<string>()
  while (true) {
    const counted = countAll(lines, limits, maps, new Set(usualKeys))
    if (counted.crowded.length === 0) return { ...counted, maps }
    for (const path of counted.crowded) maps.add(path)
  }
}

function countAll(
  lines: readonly (readonly [value: unknown] | undefined)[],
  limits: PlainLimits,
  maps: ReadonlySet<string>,
  usualKeys: ReadonlySet<string>,
) {
  const fields = new Map<string, PlainField>()
  const keys = new Map<string, Set<string>>()
  const deep = new Set<number>()
  const visit = (value: unknown, path: CountedPath, line: number): void => {
    const name = JSON.stringify(path)
    const field = fields.get(name) ?? makeField(path, line)
    fields.set(name, field)
    note(field, value, line)
    if (typeof value !== 'object' || value === null) return
    const members = Array.isArray(value) ? [...value.entries()] : Object.entries(value)
    if (path.length >= limits.depth) {
      if (members.length > 0) deep.add(line)
      return
    }
    for (const [key, member] of members) {
      if (typeof key === 'string') keys.set(name, (keys.get(name) ?? new Set()).add(key))
      const isMerged = maps.has(name) && !(path.length === 0 && usualKeys.has(String(key)))
      const step = typeof key === 'number' ? 'elements' : isMerged ? 'members' : ([key] as const)
      visit(member, [...path, step], line)
    }
  }
  for (const [i, line] of lines.entries()) if (line) visit(line[0], [], i)
  const tooMany = [...keys]
    .filter(([name, of]) => of.size > limits.keys && !maps.has(name))
    .map(([name]) => name)
  // Those inside of another come again when that is merged.
  const crowded = tooMany.filter(
    (name) => !tooMany.some((other) => other !== name && name.startsWith(other.slice(0, -1))),
  )
  return { fields, crowded, tooDeep: deep.size }
}

function makeField(path: CountedPath, line: number): PlainField {
  return {
    path,
    lines: 0,
    first: line,
    kinds: new Map(),
    numbers: { min: Infinity, max: -Infinity, sum: 0, whole: 0 },
    lengths: new Map(),
    values: new Map(),
    last: -1,
  }
}

function kindOf(value: unknown): string {
  return value === null ? 'null' : Array.isArray(value) ? 'array' : typeof value
}

function note(field: PlainField, value: unknown, line: number): void {
  if (field.last !== line) field.lines++
  field.last = line
  const name = kindOf(value)
  const kind = field.kinds.get(name) ?? { lines: 0, values: 0, first: line, last: -1 }
  field.kinds.set(name, kind)
  kind.values++
  if (kind.last !== line) kind.lines++
  kind.last = line
  if (typeof value === 'number') {
    const { numbers } = field
    numbers.min = Math.min(numbers.min, value)
    numbers.max = Math.max(numbers.max, value)
    numbers.sum += value
    if (Number.isInteger(value)) numbers.whole++
  }
  const length =
    typeof value === 'string'
      ? Array.from(value).length
      : typeof value === 'object' && value !== null
        ? Object.keys(value).length
        : undefined
  if (length !== undefined) {
    const all = field.lengths.get(name) ?? { min: Infinity, max: 0, sum: 0 }
    field.lengths.set(name, all)
    all.min = Math.min(all.min, length)
    all.max = Math.max(all.max, length)
    all.sum += length
  }
  if (typeof value === 'object' && value !== null) return
  const scalar = value as Scalar
  const counted = field.values.get(scalar) ?? { count: 0, first: line }
  field.values.set(scalar, counted)
  counted.count++
}
