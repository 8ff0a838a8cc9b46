// Members of a body that its own shape does not know.
import type { Family, WriteContext } from './defineShape.ts'
import type { JsonNode } from './jsonNode.ts'
import { CODES_BY_NAME } from './notes.ts'
import { formatPath } from '../json/jsonPath.ts'
import type { Member } from './writeJson.ts'

const CHAT_KIN: readonly Family[] = ['chat', 'mistral']

/**
 * Between chat bodies, which many providers share, they are copied as they stand; elsewhere they are left
 * out. Either is noted.
 */
export function writeExtras(
  extras: readonly JsonNode[],
  target: Family,
  { family, notes, bodyKey }: WriteContext,
): readonly Member[] {
  const isKin = CHAT_KIN.includes(family) && CHAT_KIN.includes(target)
  return extras.flatMap((node) => {
    const key = String(node.step)
    if (!isKin) {
      notes.field(CODES_BY_NAME.get(key) ?? 'field-dropped', node)
      return []
    }
    const field = formatPath(node.path)
    notes.add('field-copied', { field }, node, [bodyKey, key])
    return [[key, node.raw] as const]
  })
}
