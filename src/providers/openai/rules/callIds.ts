// Calls of tools and what came of them, as the lists of a conversation have them: ids for base/linkFaults.ts.
import type { LinkedId, LinkKind } from '../../../base/linkFaults.ts'

/** An id, and where in the lists that were read it stands. */
export interface PlacedId extends LinkedId {
  readonly inside: readonly number[]
}

/** The texts among what `[]` read, or `[]` inside `[]`. `kindOf`: by the place of the element. */
export function idsIn(
  read: unknown,
  kindOf: (element: number) => LinkKind | undefined,
): readonly PlacedId[] {
  const found: PlacedId[] = []
  for (const [element, value] of listOf(read).entries()) {
    const kind = kindOf(element)
    if (kind === undefined) continue
    if (typeof value === 'string') found.push({ element, kind, id: value, inside: [element] })
    for (const [place, inner] of listOf(value).entries()) {
      if (typeof inner === 'string') {
        found.push({ element, kind, id: inner, inside: [element, place] })
      }
    }
  }
  return found
}

/** What was read of a list; nothing where there is none. */
export function listOf(read: unknown): readonly unknown[] {
  return Array.isArray(read) ? (read as readonly unknown[]) : []
}

/** Where the id of a fault was read. */
export function placeOf(ids: readonly PlacedId[], at: LinkedId): readonly number[] {
  return ids.find((id) => id === at)?.inside ?? []
}
