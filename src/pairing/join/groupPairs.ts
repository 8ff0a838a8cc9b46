// Rows by a part of their ids. Names are kept as bytes and made into texts when they are shown: each
// row may be a group of its own.
import type { GroupReader } from '../keyGroups.ts'
import { OUTCOMES } from '../outcome.ts'
import type { Outcome } from '../outcome.ts'
import type { ValueCount } from '../summary/pairingSummary.ts'
import { createByteList } from './byteList.ts'
import { encodeText } from './keyColumn.ts'
import { createKeyTable } from './keyTable.ts'
import { keyTextsOfRows } from './orderPairs.ts'
import type { Pairs } from './pairs.ts'

export interface GroupSummary {
  /** null: ids that the pattern does not match. */
  readonly name: string | null
  readonly rows: number
  readonly outcomes: readonly ValueCount<Outcome>[]
}

/** Groups are numbered in the order in which they first occur in the rows. */
export interface PairGroups {
  readonly count: number
  /** [row]: number of its group. */
  readonly groupOf: Int32Array<ArrayBuffer>
  readonly nameOf: (group: number) => string | null
  /** The group of this name; -1 when there is none. */
  readonly find: (name: string | null) => number
}

/** Rows between two pauses. */
const PAUSE_ROWS = 16

/** The groups of all rows by what reads the group of an id. A million rows take about a second. */
export function groupPairs(pairs: Pairs, groupOfId: GroupReader): PairGroups {
  const grouping = groupingPairs(pairs, groupOfId)
  for (;;) {
    const step = grouping.next()
    if (step.done) return step.value
  }
}

/** As `groupPairs`, with pauses in which others may run. */
export function* groupingPairs(
  pairs: Pairs,
  groupOfId: GroupReader,
): Generator<undefined, PairGroups, undefined> {
  const names = createByteList()
  const table = createKeyTable(0, names.cursor)
  const groupOf = new Int32Array(pairs.count)
  let unnamed = -1
  const texts = keyTextsOfRows(pairs)
  for (let row = 0; row < pairs.count; row++) {
    if (row % PAUSE_ROWS === 0) yield
    const name = groupOfId(texts(row))
    if (name === undefined) {
      if (unnamed < 0) unnamed = names.add(new Uint8Array(0))
      groupOf[row] = unnamed
      continue
    }
    const bytes = encodeText(name)
    const group = table.intern(bytes, 0, bytes.length, names.count())
    if (group === names.count()) names.add(bytes)
    groupOf[row] = group
  }
  return {
    count: names.count(),
    groupOf,
    nameOf: (group) => (group === unnamed ? null : names.textAt(group)),
    find(name) {
      if (name === null) return unnamed
      const bytes = encodeText(name)
      return table.find(bytes, 0, bytes.length)
    },
  }
}

/** Some rows by group. */
export interface GroupedRows {
  /** Numbers of the groups that have any of the rows, in the order in which they first occur in them. */
  readonly groups: Int32Array<ArrayBuffer>
  /** [i]: where the rows of groups[i] begin in `rows`; one more at the end. */
  readonly starts: Uint32Array<ArrayBuffer>
  /** The rows of each group together, in the order given. */
  readonly rows: Uint32Array<ArrayBuffer>
}

/** `rows`: as `selectPairs` gives them, in any order. */
export function groupRows(rows: Uint32Array, { count, groupOf }: PairGroups): GroupedRows {
  // [group]: its place among those that occur, + 1.
  const placeOf = new Int32Array(count)
  const groups: number[] = []
  const sizes: number[] = []
  for (const row of rows) {
    const group = groupOf[row] as number
    if (placeOf[group] === 0) {
      placeOf[group] = groups.push(group)
      sizes.push(0)
    }
    const place = (placeOf[group] as number) - 1
    sizes[place] = (sizes[place] as number) + 1
  }
  const starts = new Uint32Array(groups.length + 1)
  for (const [place, size] of sizes.entries()) {
    starts[place + 1] = (starts[place] as number) + size
  }
  const next = starts.slice()
  const grouped = new Uint32Array(rows.length)
  for (const row of rows) {
    const place = (placeOf[groupOf[row] as number] as number) - 1
    grouped[next[place] as number] = row
    next[place] = (next[place] as number) + 1
  }
  return { groups: Int32Array.from(groups), starts, rows: grouped }
}

/** Rows of the group at `place` in `grouped.groups`: a view, not a copy. */
export function groupRowsAt({ starts, rows }: GroupedRows, place: number): Uint32Array {
  return rows.subarray(starts[place], starts[place + 1])
}

/** How the members of the group at `place` fared; outcomes in the order of OUTCOMES. */
export function summariseGroup(
  pairs: Pairs,
  groups: PairGroups,
  grouped: GroupedRows,
  place: number,
): GroupSummary {
  const rows = groupRowsAt(grouped, place)
  const counts = OUTCOMES.map(() => 0)
  for (const row of rows) {
    const outcome = pairs.outcomes[row] as number
    counts[outcome] = (counts[outcome] as number) + 1
  }
  return {
    name: groups.nameOf(grouped.groups[place] as number),
    rows: rows.length,
    outcomes: OUTCOMES.flatMap((value, outcome) => {
      const count = counts[outcome] as number
      return count === 0 ? [] : { value, count }
    }),
  }
}
