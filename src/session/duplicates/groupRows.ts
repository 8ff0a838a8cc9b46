// Which rows have the same key. A hash table for 16 million keys is in no cache: keys are sorted into buckets by
// their highest bits, some millions at a time, and each bucket has a table of its own.
import { Bits } from '../../base/bits.ts'
import { type Job, TimeSlice } from '../../base/jobs.ts'
import type { DuplicateKeep } from '../../contracts/duplicates.ts'
import { KeyGroups, type Keys } from './keyGroups.ts'
import type { RowKeys } from './rowKeys.ts'
import type { RowRanks } from './rowRanks.ts'

export interface LargeGroup {
  readonly count: number
  readonly firstRow: number
}

export interface RowGroups {
  readonly groups: number
  /** Rows in all groups. */
  readonly lines: number
  /** Rows whose key an earlier row has. */
  readonly later: Bits
  /** The row of each group that stays. */
  readonly kept: Readonly<Record<DuplicateKeep, Bits>>
  /** The largest first, then by their first rows. */
  readonly largest: readonly LargeGroup[]
}

const BUCKETS = 256
/** Keys sorted at a time: 16 bytes each. All keys are looked through for each time. */
const AT_A_TIME = 1 << 20

const NONE = new Uint32Array(0)

function itself(place: number): number {
  return place
}

/** Throws `Cancelled`. */
export async function groupRows(
  keys: RowKeys,
  ranks: RowRanks,
  most: number,
  job: Pick<Job, 'check'>,
  atATime = AT_A_TIME,
): Promise<RowGroups> {
  const slice = new TimeSlice()
  const pause = async (): Promise<void> => {
    job.check()
    if (!slice.isOver) return
    await slice.breathe()
    job.check()
  }
  const grouping = new Grouping(keys, ranks, most)
  const counts = grouping.countBuckets()
  for (let from = 0; from < BUCKETS; ) {
    let total = counts[from] as number
    let to = from + 1
    while (to < BUCKETS && total + (counts[to] as number) <= atATime) {
      total += counts[to++] as number
    }
    await pause()
    // Keys spread evenly: a bucket is as large as that where very many rows have the same one.
    if (total > atATime) grouping.take(from)
    else if (total > 1) {
      grouping.sort(counts, from, to, total)
      let start = 0
      for (let bucket = from; bucket < to; bucket++) {
        const end = start + (counts[bucket] as number)
        grouping.takeSorted(start, end)
        start = end
        if (slice.isOver) await pause()
      }
    }
    from = to
  }
  // Without the keys that were sorted.
  const { groups, lines, later, kept, largest } = grouping
  return { groups, lines, later, kept, largest }
}

class Grouping implements RowGroups {
  readonly #keys: RowKeys
  readonly #most: number
  readonly #table: KeyGroups
  /** The keys of some buckets, one bucket after the other, and the rows that have them. */
  #sorted: Keys = { low: NONE, high: NONE, check: NONE }
  #rows = NONE
  groups = 0
  lines = 0
  readonly later: Bits
  readonly kept: Readonly<Record<DuplicateKeep, Bits>>
  readonly largest: LargeGroup[] = []

  constructor(keys: RowKeys, ranks: RowRanks, most: number) {
    this.#keys = keys
    this.#most = most
    this.#table = new KeyGroups(ranks)
    const { rows } = keys
    this.later = new Bits(rows)
    this.kept = { first: new Bits(rows), last: new Bits(rows), valid: new Bits(rows) }
  }

  countBuckets(): Uint32Array {
    const { rows, low, high, check } = this.#keys
    const counts = new Uint32Array(BUCKETS)
    for (let row = 0; row < rows; row++) {
      const upper = high[row] as number
      if (upper === 0 && low[row] === 0 && check[row] === 0) continue
      counts[upper >>> 24] = (counts[upper >>> 24] as number) + 1
    }
    return counts
  }

  /** One bucket, as its rows come. */
  take(bucket: number): void {
    const { rows, low, high, check } = this.#keys
    this.#table.begin(0)
    for (let row = 0; row < rows; row++) {
      const upper = high[row] as number
      if (upper >>> 24 !== bucket) continue
      if (upper === 0 && low[row] === 0 && check[row] === 0) continue
      if (this.#table.add(this.#keys, row, row, itself)) this.later.add(row)
    }
    this.#finish()
  }

  /** Copies the rows of buckets [from, to), `total` in all, one bucket after the other. */
  sort(counts: Uint32Array, from: number, to: number, total: number): void {
    if (this.#rows.length < total) {
      this.#sorted = {
        low: new Uint32Array(total),
        high: new Uint32Array(total),
        check: new Uint32Array(total),
      }
      this.#rows = new Uint32Array(total)
    }
    const next = new Uint32Array(BUCKETS)
    for (let bucket = from + 1; bucket < to; bucket++) {
      next[bucket] = (next[bucket - 1] as number) + (counts[bucket - 1] as number)
    }
    const { rows, low, high, check } = this.#keys
    const sorted = this.#sorted
    const sortedRows = this.#rows
    for (let row = 0; row < rows; row++) {
      const upper = high[row] as number
      const bucket = upper >>> 24
      if (bucket < from || bucket >= to) continue
      if (upper === 0 && low[row] === 0 && check[row] === 0) continue
      const at = next[bucket] as number
      sorted.low[at] = low[row] as number
      sorted.high[at] = upper
      sorted.check[at] = check[row] as number
      sortedRows[at] = row
      next[bucket] = at + 1
    }
  }

  /** The rows of one bucket, which were copied to [from, to). */
  takeSorted(from: number, to: number): void {
    const table = this.#table
    const sorted = this.#sorted
    const rows = this.#rows
    const rowAt = (place: number): number => rows[place] as number
    table.begin(to - from)
    for (let at = from; at < to; at++) {
      const row = rows[at] as number
      if (table.add(sorted, at, row, rowAt)) this.later.add(row)
    }
    this.#finish()
  }

  #finish(): void {
    this.#table.forEachGroup((count, first, last, best) => {
      this.groups++
      this.lines += count
      this.kept.first.add(first)
      this.kept.last.add(last)
      this.kept.valid.add(best)
      this.#noteLarge({ count, firstRow: first })
    })
  }

  #noteLarge(group: LargeGroup): void {
    const { largest } = this
    const least = largest.at(-1)
    if (least && largest.length === this.#most && !isBefore(group, least)) return
    let at = largest.length
    while (at > 0 && isBefore(group, largest[at - 1] as LargeGroup)) at--
    largest.splice(at, 0, group)
    if (largest.length > this.#most) largest.pop()
  }
}

function isBefore(one: LargeGroup, other: LargeGroup): boolean {
  return one.count > other.count || (one.count === other.count && one.firstRow < other.firstRow)
}

/** [row]: the place of its group among the largest, from 1; 0: it is in none of these. A byte a row. */
export function rowsOfLargest(keys: RowKeys, largest: readonly LargeGroup[]): Uint8Array {
  const { rows, low, high, check } = keys
  const places = new Uint8Array(rows)
  // Few rows are of one of them: a look at 16 bits tells most of the others.
  const mayBe = new Uint8Array(0x10000)
  for (const { firstRow } of largest) mayBe[(low[firstRow] as number) & 0xffff] = 1
  const byLow = new Map<number, { readonly row: number; readonly place: number }[]>()
  largest.forEach(({ firstRow: row }, i) => {
    const same = byLow.get(low[row] as number) ?? []
    byLow.set(low[row] as number, [...same, { row, place: i + 1 }])
  })
  for (let row = 0; row < rows; row++) {
    if (mayBe[(low[row] as number) & 0xffff] === 0) continue
    const found = byLow
      .get(low[row] as number)
      ?.find((one) => high[one.row] === high[row] && check[one.row] === check[row])
    if (found) places[row] = found.place
  }
  return places
}
