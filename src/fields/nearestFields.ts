// Which fields a misspelt one was meant to be.
import { nearestKey } from '../json/nearestKey.ts'
import { type FieldPath, isEach } from './fieldPath.ts'
import { formatFieldPath, parseFieldPath } from './fieldPathText.ts'

/** What one can look through at a glance. */
const MOST_NEAREST = 3

/**
 * The known fields that a field without values was likely meant to be, the likeliest first: spelled nearly
 * alike as a whole, or of the same or nearly the same last name elsewhere. `known`: as `formatFieldPath`
 * writes them.
 */
export function nearestFields(field: FieldPath, known: readonly string[]): readonly string[] {
  const text = formatFieldPath(field)
  const others = known.filter((path) => path !== text)
  const names = others.map((path) => lastName(parseFieldPath(path) ?? []))
  const own = lastName(field)
  const name = own === undefined ? undefined : names.includes(own) ? own : nearName(own, names)
  const found = new Set<string>()
  const near = nearestKey(text, others)
  if (near !== undefined) found.add(near)
  if (name !== undefined) {
    const sameName = others.filter((_, i) => names[i] === name)
    // `a.0.b` was meant as `a[0].b`, and `a.b` as `a[*].b`.
    const isAlike = (path: string): boolean => plainSteps(path) === plainSteps(text)
    for (const path of sameName.toSorted((a, b) => Number(isAlike(b)) - Number(isAlike(a)))) {
      found.add(path)
    }
  }
  return [...found].slice(0, MOST_NEAREST)
}

function nearName(own: string, names: readonly (string | undefined)[]): string | undefined {
  const known = names.filter((name) => name !== undefined)
  return nearestKey(own, [...new Set(known)])
}

/** The last step that is a key. */
function lastName(field: FieldPath): string | undefined {
  return field.findLast((step): step is string => !isEach(step) && typeof step === 'string')
}

/** Without what tells elements of arrays. */
function plainSteps(path: string): string {
  return path.replaceAll(/\[[^"\]]*\]|\.\d+(?=\.|$)/g, '').toLowerCase()
}
