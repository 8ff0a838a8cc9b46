// The columns of the table of pairs, as CSS grid tracks.

interface PairColumn {
  readonly id: string
  readonly title: string
  /** A grid track. */
  readonly track: string
  /** CSS pixels that it has at least. */
  readonly min: number
  /** Numbers stand at the right. */
  readonly isNumber?: boolean
}

export const PAIR_COLUMNS: readonly PairColumn[] = [
  { id: 'id', title: 'id', track: 'minmax(150px, 0.6fr)', min: 150 },
  { id: 'outcome', title: 'outcome', track: '112px', min: 112 },
  { id: 'status', title: 'HTTP', track: '52px', min: 52, isNumber: true },
  { id: 'error', title: 'error', track: 'minmax(96px, 0.4fr)', min: 96 },
  { id: 'finish', title: 'finish', track: '88px', min: 88 },
  { id: 'model', title: 'model', track: 'minmax(104px, 0.4fr)', min: 104 },
  { id: 'prompt', title: 'prompt', track: 'minmax(150px, 1fr)', min: 150 },
  { id: 'answer', title: 'answer', track: 'minmax(180px, 1.3fr)', min: 180 },
  { id: 'tokens', title: 'tokens', track: '68px', min: 68, isNumber: true },
]

export const PAIR_TRACKS = PAIR_COLUMNS.map(({ track }) => track).join(' ')

/** CSS pixels below which the table scrolls sideways. */
export const PAIR_MIN_WIDTH = PAIR_COLUMNS.reduce((sum, { min }) => sum + min, 0)
