// Ids of lines in an order as runs of ids that follow one another: a first id, a count, and so on. The
// lines of an untouched file are one run, whatever their number.
import { type LineId, lineId } from '../../base/units.ts'
import type { LineView } from '../../document/lineView.ts'

/** Lines that are asked of a view at a time. */
const ROWS = 65_536

export function runsOf(ids: Iterable<LineId>): number[] {
  const runs: number[] = []
  addTo(runs, ids)
  return runs
}

function addTo(runs: number[], ids: Iterable<LineId>): void {
  let next = (runs.at(-2) ?? -1) + (runs.at(-1) ?? 0)
  for (const id of ids) {
    if (id === next) runs.push((runs.pop() ?? 0) + 1)
    else runs.push(id, 1)
    next = id + 1
  }
}

/** All lines of a view. */
export function runsOfView(view: LineView): number[] {
  const runs: number[] = []
  for (let row = 0; row < view.count; row += ROWS) addTo(runs, view.ids(row, row + ROWS))
  return runs
}

/** The place of a line in runs, 0-based; undefined where it is in none. */
export function placeInRuns(runs: readonly number[], id: LineId): number | undefined {
  let before = 0
  for (let i = 0; i + 1 < runs.length; i += 2) {
    const first = runs[i] as number
    const count = runs[i + 1] as number
    if (id >= first && id < first + count) return before + id - first
    before += count
  }
  return undefined
}

/** The line that is the `at`-th of the runs, 0-based; undefined beyond their end. */
export function idInRuns(runs: readonly number[], at: number): LineId | undefined {
  let left = at
  for (let i = 0; i + 1 < runs.length; i += 2) {
    const count = runs[i + 1] as number
    if (left < count) return lineId((runs[i] as number) + left)
    left -= count
  }
  return undefined
}
