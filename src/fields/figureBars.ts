// How the values of a field are spread, as bars, each with the query that shows its lines.
import {
  type FieldFigures,
  type FieldSpread,
  type FigurePath,
  type Histogram,
  queryPath,
  type TimeHistogram,
} from './fieldFigures.ts'
import type { FieldPath } from './fieldPath.ts'
import type { FieldQuery, ValueType } from './fieldQuery.ts'
import { HISTOGRAM_BINS } from './histogramEdges.ts'
import { type BinRange, lengthQuery, rangeQuery } from './figureQueries.ts'

export interface Bar extends BinRange {
  /** Values. */
  readonly count: number
  /** Of times, as the lines write them: where the bar begins and ends. */
  readonly texts?: readonly [from: string, to: string]
  /** Absent where no query finds exactly these values. */
  readonly query?: FieldQuery
}

export interface Bars {
  /** Of times in milliseconds since 1970, of strings in characters, of arrays in elements. */
  readonly of: 'numbers' | 'times' | 'strings' | 'arrays'
  /** All values are whole numbers. */
  readonly isWhole: boolean
  readonly bars: readonly Bar[]
  /** Values that are in no bar: infinite ones, strings that are no times. */
  readonly outside: number
}

/**
 * Nothing of what is the same everywhere: its figures say it already. `most`: bars of a histogram; where there are
 * more bins, each bar is of several.
 */
export function barsOf(
  path: FigurePath,
  field: FieldFigures,
  spread: FieldSpread,
  most = HISTOGRAM_BINS,
): readonly Bars[] {
  const [lengths, numbers, sizes] = [spread.lengths, spread.numbers, spread.sizes].map(
    (histogram) => histogram && merged(histogram, most),
  )
  const times = spread.times && merged(spread.times, most)
  const asked = queryPath(path)
  const valuesOf = (wanted: ValueType): number =>
    field.kinds.find(({ type }) => type === wanted)?.values ?? 0
  const measured = (['string', 'array', 'object'] as const).filter((type) => valuesOf(type) > 0)
  const lengthBars = (of: 'strings' | 'arrays', histogram: Histogram): Bars => {
    const options = {
      type: of === 'strings' ? 'string' : 'array',
      others: measured.length > 1,
    } as const
    return bars(of, histogram, asked && ((range) => lengthQuery(asked, range, options)))
  }
  const areTimes = times !== undefined && times.kind !== 'iso'
  return [
    ...(times ? [timeBars(asked, times)] : []),
    ...(numbers && !areTimes && numbers.counts.length > 1
      ? [
          {
            ...bars('numbers', numbers, asked && ((range) => rangeQuery(asked, range))),
            isWhole: field.numbers?.integers === valuesOf('number'),
          },
        ]
      : []),
    ...(lengths && lengths.counts.length > 1 ? [lengthBars('strings', lengths)] : []),
    ...(sizes && sizes.counts.length > 1 ? [lengthBars('arrays', sizes)] : []),
  ]
}

function merged<T extends Histogram & { readonly texts?: readonly string[] }>(
  histogram: T,
  most: number,
): T {
  const { counts, edges, texts } = histogram
  const size = Math.ceil(counts.length / most)
  if (size <= 1) return histogram
  const isEdge = (_: unknown, i: number): boolean => i % size === 0 || i === counts.length
  return {
    ...histogram,
    edges: edges.filter(isEdge),
    counts: counts
      .filter((_, i) => i % size === 0)
      .map((_, bar) => counts.slice(bar * size, (bar + 1) * size).reduce((a, b) => a + b, 0)),
    ...(texts && { texts: texts.filter(isEdge) }),
  }
}

function timeBars(asked: FieldPath | undefined, times: TimeHistogram): Bars {
  const { texts } = times
  const unit = times.kind === 'unix-seconds' ? 1000 : 1
  const all = bars('times', times, (range, i) => {
    if (!asked) return undefined
    const { from, to } = range
    if (times.kind !== 'iso') {
      return rangeQuery(asked, { from: from / unit, to: to / unit })
    }
    const ends = endsOf(texts, i)
    return ends && rangeQuery(asked, { from: ends[0], to: ends[1] })
  })
  return {
    ...all,
    bars: all.bars.map((bar, i) => {
      const ends = endsOf(texts, i)
      return ends ? { ...bar, texts: ends } : bar
    }),
  }
}

function endsOf(texts: readonly string[] | undefined, i: number): [string, string] | undefined {
  const [from, to] = [texts?.[i], texts?.[i + 1]]
  return from === undefined || to === undefined ? undefined : [from, to]
}

function bars(
  of: Bars['of'],
  { edges, counts, outside }: Histogram,
  queryOf: ((range: BinRange, i: number) => FieldQuery | undefined) | undefined,
): Bars {
  return {
    of,
    isWhole: of === 'strings' || of === 'arrays',
    outside,
    bars: counts.map((count, i): Bar => {
      const [from = 0, to = 0] = [edges[i], edges[i + 1]]
      const range = { from, to }
      const query = queryOf?.(range, i)
      return { ...range, count, ...(query && { query }) }
    }),
  }
}
