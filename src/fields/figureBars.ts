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
import { type BinRange, lengthQuery, rangeQuery } from './figureQueries.ts'

export interface Bar extends BinRange {
  /** Values. */
  readonly count: number
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

/** Nothing of what is the same everywhere: its figures say it already. */
export function barsOf(
  path: FigurePath,
  field: FieldFigures,
  { lengths, numbers, sizes, times }: FieldSpread,
): readonly Bars[] {
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

function timeBars(asked: FieldPath | undefined, times: TimeHistogram): Bars {
  const { texts } = times
  const unit = times.kind === 'unix-seconds' ? 1000 : 1
  return bars('times', times, (range, i) => {
    if (!asked) return undefined
    const { from, to, isLast } = range
    if (times.kind !== 'iso') {
      return rangeQuery(asked, { from: from / unit, to: to / unit, isLast })
    }
    const [first, end] = [texts?.[i], texts?.[i + 1]]
    return first === undefined || end === undefined
      ? undefined
      : rangeQuery(asked, { from: first, to: end, isLast })
  })
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
      const range = { from, to, isLast: i === counts.length - 1 }
      const query = queryOf?.(range, i)
      return { ...range, count, ...(query && { query }) }
    }),
  }
}
