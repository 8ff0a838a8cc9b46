import type { GroupReader } from '../keyGroups.ts'

/**
 * Places in `ids` by group, groups in the order in which they first occur. Law: each place is in
 * exactly one group, and places are ascending.
 */
export function groupKeys(
  ids: readonly string[],
  groupOf: GroupReader,
): ReadonlyMap<string | undefined, readonly number[]> {
  const placesByGroup = new Map<string | undefined, number[]>()
  for (const [place, id] of ids.entries()) {
    const group = groupOf(id)
    const places = placesByGroup.get(group)
    if (places) places.push(place)
    else placesByGroup.set(group, [place])
  }
  return placesByGroup
}
