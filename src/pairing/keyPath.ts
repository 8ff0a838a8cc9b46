// Where the key of a line is: the provider's place, or a path that the user names, written as
// `formatPath` shows paths: `custom_id`, `meta.ids[0]`, `["a key"].id`.
import type { JsonPath } from '../json/jsonPath.ts'
import type { PairRole } from './pairLines.ts'
import type { ProviderDefinition } from './defineProvider.ts'

/** A name goes up to the next dot or bracket; quoted ones may hold anything. */
const STEP = /\.?(?:([^.[\]"]+)|\[(-?\d+)\]|\[("(?:[^"\\]|\\.)*")\])/uy

/** undefined when the text is not a path. */
export function parseKeyPath(text: string): JsonPath | undefined {
  const path: (string | number)[] = []
  STEP.lastIndex = 0
  while (STEP.lastIndex < text.length) {
    const from = STEP.lastIndex
    const step = STEP.exec(text)
    if (!step) return undefined
    const [whole, name, index, quoted] = step
    const hasDot = whole.startsWith('.')
    // A dot stands between names alone: not at the beginning, not before a bracket.
    if (hasDot && (from === 0 || name === undefined)) return undefined
    if (name !== undefined && from > 0 && !hasDot) return undefined
    const key = name ?? unquoted(quoted)
    if (key === undefined && index === undefined) return undefined
    path.push(key ?? Number(index))
  }
  return path.length === 0 ? undefined : path
}

function unquoted(quoted: string | undefined): string | undefined {
  if (quoted === undefined) return undefined
  try {
    return JSON.parse(quoted) as string
  } catch {
    return undefined
  }
}

/** `keyPath`: as the user wrote it; the provider's place when absent. undefined when it is not a path. */
export function keyPathOf(
  provider: ProviderDefinition,
  role: PairRole,
  keyPath?: string,
): JsonPath | undefined {
  if (keyPath !== undefined) return parseKeyPath(keyPath)
  return role === 'requests' ? provider.requestKeyPath : provider.resultKeyPath
}
