// A path as people type it: `data.items`, `results[0].rows`, `data["odd name"]`. Shown paths
// (jsonPath.ts) are read as they are.

import type { JsonPath } from './jsonPath.ts'

const STEP =
  /\s*(?:\[\s*(-?\d+)\s*\]|\[\s*("(?:[^"\\]|\\.)*")\s*\]|\.?\s*(?:("(?:[^"\\]|\\.)*")|([^.["\s][^.["]*)))\s*/y

/**
 * Undefined for what is no path; the empty text is the root. A leading `$` is the root, too.
 * `allowsFromEnd`: `[-1]` is the last element.
 */
export function parsePath(
  text: string,
  { allowsFromEnd = false }: { readonly allowsFromEnd?: boolean } = {},
): JsonPath | undefined {
  const trimmed = text.trim().replace(/^\$(?=[.[]|$)/, '')
  const path: (string | number)[] = []
  STEP.lastIndex = 0
  while (STEP.lastIndex < trimmed.length) {
    const match = STEP.exec(trimmed)
    if (!match) return undefined
    const [, index, bracketed, quoted, name] = match
    if (index !== undefined) path.push(Number(index))
    else if (name !== undefined) path.push(name.trim())
    else {
      const key = unquoted(bracketed ?? quoted ?? '')
      if (key === undefined) return undefined
      path.push(key)
    }
  }
  const isFromEnd = path.some((step) => typeof step === 'number' && step < 0)
  return isFromEnd && !allowsFromEnd ? undefined : path
}

function unquoted(text: string): string | undefined {
  try {
    return JSON.parse(text) as string
  } catch {
    return undefined
  }
}
