// Paths of what there is to read in some lines, for those who choose one.
import { formatPath, isObject, type JsonPath } from '../../../json/jsonPath.ts'

/** Paths that are offered. */
const MOST_PATHS = 200
/** Elements of an array whose paths are offered. */
const MOST_ELEMENTS = 3
/** Steps of a path that is offered. */
const MOST_STEPS = 12

/** `values` are parsed lines. The path with most to read comes first, the others as they stand. */
export function samplePaths(values: readonly unknown[]): readonly string[] {
  const lengths = new Map<string, number>()
  for (const value of values) visit(value, [], lengths)
  let longest: string | undefined
  for (const [path, length] of lengths) {
    if (length > (longest === undefined ? 0 : (lengths.get(longest) as number))) longest = path
  }
  const paths = [...lengths.keys()]
  return longest === undefined ? paths : [longest, ...paths.filter((path) => path !== longest)]
}

function visit(value: unknown, path: JsonPath, lengths: Map<string, number>): void {
  if (value === null || path.length > MOST_STEPS) return
  if (Array.isArray(value)) {
    value.slice(0, MOST_ELEMENTS).forEach((element: unknown, index) => {
      visit(element, [...path, index], lengths)
    })
  } else if (isObject(value)) {
    for (const [key, member] of Object.entries(value)) visit(member, [...path, key], lengths)
  } else if (path.length > 0) {
    const name = formatPath(path)
    const length = lengths.get(name)
    if (length === undefined && lengths.size >= MOST_PATHS) return
    lengths.set(name, (length ?? 0) + (typeof value === 'string' ? value.length : 0))
  }
}
