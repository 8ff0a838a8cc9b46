// Where the key of a line is: the provider's place, or a path that the user names, written as
// `formatPath` shows paths: `custom_id`, `meta.ids[0]`, `["a key"].id`.
import type { JsonPath } from '../json/jsonPath.ts'
import { parsePath } from '../json/parsePath.ts'
import type { PairRole } from './pairLines.ts'
import type { ProviderDefinition } from './defineProvider.ts'

/** undefined when the text is not a path, or is that of the whole line. */
export function parseKeyPath(text: string): JsonPath | undefined {
  const path = parsePath(text, { allowsFromEnd: true })
  return path && path.length > 0 ? path : undefined
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
