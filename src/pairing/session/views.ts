// The rows of a view: those that fit its filter, in its order, or their groups. The page asks for a
// few rows of the same view again and again, so the last views are kept.
import { present } from '../../base/assert.ts'
import { Cancelled, TimeSlice } from '../../base/jobs.ts'
import type { RowIndex } from '../../base/units.ts'
import { loadedExpressions, loadExpressions } from '../../expressions/expressions.ts'
import { selectPairs } from '../join/filterPairs.ts'
import {
  groupingPairs,
  groupPairs,
  type GroupedRows,
  groupRows,
  groupRowsAt,
  type PairGroups,
  summariseGroup,
} from '../join/groupPairs.ts'
import { orderByIds } from '../join/orderPairs.ts'
import type { Pairs } from '../join/pairs.ts'
import { type GroupReader, groupReader, type GroupRule } from '../keyGroups.ts'
import type { GroupSummary, PairNumber, PairView } from '../../contracts/pairingApi.ts'
import type { OpenPairing } from './openPairing.ts'
import { PairingFailure } from './pairingFailure.ts'

export interface ViewRows {
  /** Numbers of pairs that fit, in the order of the view. */
  readonly rows: Uint32Array<ArrayBuffer>
  /** When each row of the view is a group. */
  readonly groups?: { readonly all: PairGroups; readonly grouped: GroupedRows } | undefined
}

function countRows({ rows, groups }: ViewRows): number {
  return groups ? groups.grouped.groups.length : rows.length
}

/** Views that are kept: the page's, that of an export, and one before. */
const KEPT_VIEWS = 3

export class PairViewCache {
  #pairs: Pairs | undefined
  #revision = -1
  #byIds: Uint32Array | undefined
  #groups: { readonly rule: string; readonly groups: PairGroups } | undefined
  readonly #views = new Map<string, ViewRows>()
  /** What is grouped at the moment, by the name of the rule. */
  readonly #grouping = new Map<string, Grouping>()

  /**
   * Rejects with `PairingFailure` when the rule of groups cannot be used, and with `Cancelled` when the
   * view is left meanwhile.
   */
  async loadRows(pairing: OpenPairing, view: PairView): Promise<ViewRows> {
    const { group } = view
    if (group?.kind === 'pattern') {
      await loadExpressions()
      this.#follow(pairing)
      await this.#loadGroups(pairing.pairs, group)
    }
    return this.rowsOf(pairing, view)
  }

  /** Ends the grouping of a view that no one waits for any more. */
  leave({ group }: PairView): void {
    const grouping = this.#grouping.get(JSON.stringify(group))
    if (grouping) grouping.isLeft = true
  }

  /** Of a view that was loaded before, or that has no groups by a pattern. */
  rowsOf(pairing: OpenPairing, view: PairView): ViewRows {
    this.#follow(pairing)
    const name = JSON.stringify(view)
    const rows = this.#views.get(name) ?? this.#select(pairing, view)
    // The last one used comes last.
    this.#views.delete(name)
    this.#views.set(name, rows)
    const [oldest] = this.#views.keys()
    if (this.#views.size > KEPT_VIEWS && oldest !== undefined) this.#views.delete(oldest)
    return rows
  }

  #follow({ pairs, revision }: OpenPairing): void {
    if (pairs !== this.#pairs) {
      this.#byIds = undefined
      this.#groups = undefined
    }
    if (pairs !== this.#pairs || revision !== this.#revision) this.#views.clear()
    this.#pairs = pairs
    this.#revision = revision
  }

  #select(pairing: OpenPairing, { filter, order, group }: PairView): ViewRows {
    const groups = group && this.#groupsOf(pairing.pairs, group)
    if (order === 'ids') this.#byIds ??= orderByIds(pairing.pairs)
    const aids = { groups, matches: filter.matches && markedRows(pairing) }
    const rows = selectPairs(pairing, filter, aids, order === 'ids' ? this.#byIds : undefined)
    return {
      rows,
      groups:
        groups && filter.group === undefined
          ? { all: groups, grouped: groupRows(rows, groups) }
          : undefined,
    }
  }

  #groupsOf(pairs: Pairs, rule: GroupRule): PairGroups {
    const name = JSON.stringify(rule)
    if (this.#groups?.rule === name) return this.#groups.groups
    const groups = groupPairs(pairs, readerOf(rule))
    this.#groups = { rule: name, groups }
    return groups
  }

  /** Groups by a pattern while the page is served: some patterns take long for every id. */
  #loadGroups(pairs: Pairs, rule: GroupRule): Promise<void> {
    const name = JSON.stringify(rule)
    if (this.#groups?.rule === name) return Promise.resolve()
    const running = this.#grouping.get(name)
    if (running && running.pairs === pairs && !running.isLeft) return running.done
    const grouping: Grouping = { pairs, isLeft: false, done: Promise.resolve() }
    grouping.done = groupInSlices(grouping, rule)
      .then((groups) => {
        // Other pairs are grouped again.
        if (pairs === this.#pairs) this.#groups = { rule: name, groups }
      })
      .finally(() => {
        if (this.#grouping.get(name) === grouping) this.#grouping.delete(name)
      })
    this.#grouping.set(name, grouping)
    return grouping.done
  }
}

/** Pairs that are being grouped. */
interface Grouping {
  readonly pairs: Pairs
  /** No one waits for it any more. */
  isLeft: boolean
  done: Promise<void>
}

async function groupInSlices(grouping: Grouping, rule: GroupRule): Promise<PairGroups> {
  const steps = groupingPairs(grouping.pairs, readerOf(rule))
  const slice = new TimeSlice()
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
    if (slice.isOver) await slice.breathe()
    if (grouping.isLeft) throw new Cancelled()
  }
}

function readerOf(rule: GroupRule): GroupReader {
  const reader = groupReader(rule, () => present(loadedExpressions(), 'the engine of patterns'))
  if (!reader.ok) throw new PairingFailure(reader.failure)
  return reader.value
}

/** [row]: 1 when one of its lines holds what is searched for. */
export function markedRows({
  pairs,
  requestMarks,
  answerMarks,
}: OpenPairing): Uint8Array<ArrayBuffer> {
  const marked = new Uint8Array(pairs.count)
  for (let row = 0; row < pairs.count; row++) {
    const request = pairs.requestOf[row] as number
    const answer = pairs.answerOf[row] as number
    // Beyond either end of the marks there are none.
    marked[row] = (requestMarks[request] ?? 0) | (answerMarks[answer] ?? 0)
  }
  return marked
}

/** A stretch of a view. */
export interface ViewWindow {
  readonly count: number
  readonly from: RowIndex
  /** Pairs; of groups, the first pair of each. */
  readonly pairs: readonly PairNumber[]
  /** Of each row, when rows are groups. */
  readonly groups?: readonly GroupSummary[] | undefined
}

/** Rows [from, to), as far as there are any. */
export function windowOf(
  { pairs }: OpenPairing,
  view: ViewRows,
  from: number,
  to: number,
): ViewWindow {
  const count = countRows(view)
  const first = Math.min(Math.max(0, from), count)
  const last = Math.min(Math.max(first, to), count)
  const places = Array.from({ length: last - first }, (_, i) => first + i)
  const { rows, groups } = view
  if (!groups) return { count, from: first, pairs: places.map((place) => rows[place] as number) }
  const { all, grouped } = groups
  return {
    count,
    from: first,
    pairs: places.map((place) => groupRowsAt(grouped, place)[0] as number),
    groups: places.map((place) => summariseGroup(pairs, all, grouped, place)),
  }
}

/** Where a pair is in a view; undefined when it is not in it. */
export function rowOfPair({ rows, groups }: ViewRows, pair: PairNumber): RowIndex | undefined {
  const row = rows.indexOf(pair)
  if (row < 0) return undefined
  return groups ? groups.grouped.groups.indexOf(groups.all.groupOf[pair] as number) : row
}
