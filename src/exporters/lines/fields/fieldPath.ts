// A field by name, as people read and type it.
import type { JsonPath } from '../../../json/jsonPath.ts'
import { parsePath } from '../../../json/parsePath.ts'

/** Steps of a path that someone may type: it is followed by recursion. */
const MOST_STEPS = 200

/** Undefined for what is no path; '' is the whole value of a line. `[-1]` is the last element. */
export function parseFieldPath(text: string): JsonPath | undefined {
  const path = parsePath(text, { allowsFromEnd: true })
  return path && path.length <= MOST_STEPS ? path : undefined
}
