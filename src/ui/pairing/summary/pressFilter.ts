// What pressing a number of the summary does to the filter.
import type { PairFilter } from '../../../contracts/pairingApi.ts'

/** A filter of one kind: one property. */
export type FilterPart = { [Kind in keyof PairFilter]-?: Pick<PairFilter, Kind> }[keyof PairFilter]

/** Whether the current rows are only those of the part, and perhaps not all of them. */
export function isPressed(filter: PairFilter, part: FilterPart): boolean {
  return kindsOf(part).every((kind) => isSame(filter[kind], part[kind as keyof FilterPart]))
}

/**
 * The filter after the part was pressed: alone, so that as many rows are left as its number says, or
 * within what is filtered already. What was found and the group stay in any case. Pressed again the
 * part is taken away, and nothing else is.
 */
export function pressFilter(filter: PairFilter, part: FilterPart, isWithin: boolean): PairFilter {
  if (!isPressed(filter, part)) {
    return { ...(isWithin ? filter : lastingOf(filter)), ...part }
  }
  const rest: { -readonly [Kind in keyof PairFilter]: PairFilter[Kind] } = { ...filter }
  for (const kind of kindsOf(part)) delete rest[kind]
  return rest
}

function lastingOf({ matches, group }: PairFilter): PairFilter {
  return { ...(matches && { matches }), ...(group !== undefined && { group }) }
}

function kindsOf(part: FilterPart): readonly (keyof PairFilter)[] {
  return Object.keys(part) as (keyof PairFilter)[]
}

function isSame(a: unknown, b: unknown): boolean {
  if (a === b) return true
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false
  const entries = Object.entries(a)
  const others = new Map(Object.entries(b))
  return (
    entries.length === others.size && entries.every(([key, value]) => others.get(key) === value)
  )
}
