// How columns share the width of the table: each has what it needs at least, then what it wants, and the
// texts share what is left. Where that is too little, columns give way one after the other.
import { MARK_WIDTH, type PairColumn, type PairColumnId } from './pairColumns.ts'

export interface ColumnRoom {
  readonly shown: readonly PairColumnId[]
  /** The outcome is a mark without its word. */
  readonly isMarkAlone: boolean
  /** For grid-template-columns. */
  readonly tracks: string
  /** CSS pixels below which the table scrolls sideways. */
  readonly minWidth: number
}

/** What gives way first; the outcome keeps its mark, and an error stands before its message then. */
const GIVE_WAY: readonly PairColumnId[] = [
  'model',
  'finish',
  'tokens',
  'prompt',
  'outcome',
  'status',
  'error',
]

/** `width`: of the table, in CSS pixels. */
export function columnRoom(columns: readonly PairColumn[], width: number): ColumnRoom {
  let shown = columns
  for (const id of GIVE_WAY) {
    if (sumOf(shown, leastOf) <= width) break
    // What a request without an answer asks is all that there is to read.
    if (id === 'prompt' && !shown.some((column) => column.id === 'answer')) continue
    shown =
      id === 'outcome'
        ? shown.map((column) => (column.id === id ? asMark(column) : column))
        : shown.filter((column) => column.id !== id)
  }
  const least = sumOf(shown, leastOf)
  const missing = sumOf(shown, (column) => column.wanted - column.least)
  const ratio = missing === 0 ? 0 : Math.max(0, Math.min(1, (width - least) / missing))
  const tracks = shown.map(({ least: from, wanted, share }) => {
    const px = Math.floor(from + (wanted - from) * ratio)
    return share > 0 ? `minmax(${px}px, ${share}fr)` : `${px}px`
  })
  return {
    shown: shown.map(({ id }) => id),
    isMarkAlone: shown.some(({ id, least: px }) => id === 'outcome' && px === MARK_WIDTH),
    tracks: tracks.join(' '),
    minWidth: least,
  }
}

function asMark(column: PairColumn): PairColumn {
  return { ...column, least: MARK_WIDTH, wanted: MARK_WIDTH }
}

function leastOf({ least }: PairColumn): number {
  return least
}

function sumOf(columns: readonly PairColumn[], of: (column: PairColumn) => number): number {
  return columns.reduce((sum, column) => sum + of(column), 0)
}
