// From many measurements of a case to the numbers that are stated. Of the same work done several times
// the best time counts, for reading as for validating: what is slower is what the machine did beside it.
// What a user feels at once (first rows) is stated by its median, and what must not happen (long tasks,
// memory) by its worst.
import { LENT_READING, READINGS } from '../../src/benchmark/readOnly.ts'
import type { CaseResult } from './measureCase.ts'

/** Times in milliseconds, sizes in bytes. */
export interface Summary {
  /** The id of the fastest way of reading. */
  readonly readingId: string
  readonly readMs: number
  readonly lastVerdictMs: number
  readonly lastVerdictMedianMs: number
  /** Of the last verdict and mere reading, in the fastest of the usual ways. */
  readonly ratio: number
  /** Of the last verdict and mere reading in the way that the app reads. */
  readonly ratioToOwnReading: number
  readonly bytesPerSecond: number
  readonly firstRowsMs: number
  /** On the main thread while reading, of the worst opening; 0 when none is over 50 ms. */
  readonly longestTaskMs: number
  /** Tasks over 50 ms, of the worst opening. */
  readonly longTasks: number
  readonly memoryGrowth: number
  readonly invalid: number
  readonly shapes: number
  /** How many times as long the others take, by their ids. */
  readonly timesFaster: Readonly<Record<string, number>>
}

export function summarise(result: CaseResult): Summary {
  const { openings } = result
  const timeOf = (id: string) => Math.min(...(result.readings[id] ?? []))
  const ways = READINGS.map(({ id }) => ({ readingId: id, readMs: timeOf(id) }))
    .filter(({ readMs }) => Number.isFinite(readMs))
    .sort((a, b) => a.readMs - b.readMs)
  const [fastest] = ways
  const [first] = openings
  if (fastest === undefined || first === undefined) throw new Error('Nothing was measured')
  const verdicts = openings.map((opening) => opening.lastVerdictMs)
  const lastVerdictMs = Math.min(...verdicts)
  return {
    ...fastest,
    lastVerdictMs,
    lastVerdictMedianMs: median(verdicts),
    ratio: lastVerdictMs / fastest.readMs,
    ratioToOwnReading: lastVerdictMs / timeOf(LENT_READING.id),
    bytesPerSecond: (result.bytes / lastVerdictMs) * 1000,
    firstRowsMs: median(openings.map((opening) => opening.firstRowsMs)),
    longestTaskMs: Math.max(...openings.map((opening) => opening.longTasks.longest)),
    longTasks: Math.max(...openings.map((opening) => opening.longTasks.count)),
    memoryGrowth: Math.max(...openings.map((opening) => opening.memoryGrowth)),
    invalid: first.invalid,
    shapes: first.shapes,
    timesFaster: Object.fromEntries(
      result.comparisons.flatMap(({ id, ms }) =>
        ms === undefined ? [] : [[id, ms / lastVerdictMs]],
      ),
    ),
  }
}

/** `values` is not empty. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  const upper = sorted[sorted.length >> 1] as number
  const lower = sorted[(sorted.length - 1) >> 1] as number
  return (lower + upper) / 2
}
