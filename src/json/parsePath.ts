// A path as people type it: `data.items`, `results[0].rows`, `data["odd name"]`. Shown paths
// (jsonPath.ts) are read as they are.
import type { JsonPath } from './jsonPath.ts'
import { readPath } from './readPath.ts'

/** A name goes up to the next dot or bracket and may have spaces in it; in quotes it may be anything. */
const SYNTAX = { name: /[^.[\]"\s](?:[^.[\]"]*[^.[\]"\s])?/y, isAlone: true }

/**
 * Undefined for what is no path; the empty text is the root. A leading `$` is the root, too.
 * `allowsFromEnd`: `[-1]` is the last element.
 */
export function parsePath(
  text: string,
  { allowsFromEnd = false }: { readonly allowsFromEnd?: boolean } = {},
): JsonPath | undefined {
  const { steps, to, fault } = readPath(text, 0, SYNTAX)
  if (fault || to < text.length) return undefined
  const path: (string | number)[] = []
  for (const step of steps) {
    if (step === null || (typeof step === 'number' && step < 0 && !allowsFromEnd)) return undefined
    path.push(step)
  }
  return path
}
