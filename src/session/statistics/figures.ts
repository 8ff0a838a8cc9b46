// From what was counted, by rows of a view, to figures as the page gets them, by lines of the document.
import type { RowIndex } from '../../base/units.ts'
import type { LineView } from '../../document/lineView.ts'
import {
  ANY_KEY,
  type DistinctFigures,
  type FieldFigures,
  type FigureLine,
  type FigurePath,
  type FigureStep,
  type LengthFigures,
  TOP_VALUES,
  type ValueCount,
} from '../../fields/fieldFigures.ts'
import { EACH } from '../../fields/fieldPath.ts'
import { timesOf } from '../../fields/times.ts'
import type { CountedPath } from '../../scanner/fieldStatistics.ts'
import type { CountedField, CountedValues } from '../../scanner/statisticsTable.ts'

export type LineOfRow = (row: RowIndex) => FigureLine

export function lineOfRow(view: LineView): LineOfRow {
  return (row) => {
    const id = view.idAt(row)
    const index = view.indexAt(row)
    if (id === undefined || index === undefined) throw new Error('Bug: a counted line is not there')
    return { id, index }
  }
}

export function countedPath(path: FigurePath): CountedPath {
  return path.map((step) =>
    typeof step === 'string' ? [step] : 'anyKey' in step ? 'members' : 'elements',
  )
}

/** The objects on the way to a field whose keys are not told apart. */
export function mapsOnTheWay(path: CountedPath): CountedPath[] {
  return path.flatMap((step, i) => (step === 'members' ? [path.slice(0, i)] : []))
}

function figureStep(step: CountedPath[number] | undefined): FigureStep | undefined {
  if (step === undefined) return undefined
  if (typeof step === 'string') return step === 'elements' ? EACH : ANY_KEY
  return step[0]
}

export function fieldFigures(field: CountedField, lineOf: LineOfRow): FieldFigures {
  const { kinds, numbers, lengths } = field
  const step = figureStep(field.step)
  const valuesOf = (name: string): number => kinds.find(({ kind }) => kind === name)?.values ?? 0
  const lengthOf = (kind: 'object' | 'array' | 'string'): LengthFigures | undefined => {
    const count = valuesOf(kind)
    const { min, max, sum } = lengths[kind]
    return count > 0 ? { min, max, mean: sum / count } : undefined
  }
  const numberCount = valuesOf('number')
  const times = timesOfField(field, typeof step === 'string' ? step : undefined)
  const [strings, arrays, objects] = [lengthOf('string'), lengthOf('array'), lengthOf('object')]
  const { kept } = field.values
  return {
    parent: field.parent,
    step,
    lines: field.lines,
    values: kinds.reduce((sum, { values }) => sum + values, 0),
    first: lineOf(field.first),
    kinds: kinds
      .toSorted((a, b) => b.values - a.values)
      .map(({ kind, lines, values, first }) => ({
        type: kind,
        lines,
        values,
        first: lineOf(first),
      })),
    ...(numberCount > 0 && {
      numbers: {
        min: numbers.min,
        max: numbers.max,
        mean: numbers.sum / numberCount,
        integers: numbers.whole,
      },
    }),
    ...(strings && { strings }),
    ...(arrays && { arrays }),
    ...(objects && { objects }),
    ...(times && { times }),
    ...((kept.length > 0 || field.values.others > 0) && {
      distinct: distinctFigures(field.values, TOP_VALUES, lineOf),
    }),
  }
}

export function timesOfField(field: CountedField, name: string | undefined) {
  return timesOf({
    name,
    numbers: field.kinds.some(({ kind }) => kind === 'number') ? field.numbers : undefined,
    strings: field.values.kept.flatMap(({ value, count, isCut }) =>
      typeof value === 'string' && !isCut ? [{ value, count }] : [],
    ),
  })
}

/** The most frequent values; of those that are as frequent, the ones that came first. */
export function topValues({ kept }: CountedValues, limit: number, lineOf: LineOfRow): ValueCount[] {
  return kept
    .toSorted((a, b) => b.count - a.count || a.first - b.first)
    .slice(0, limit)
    .map(({ value, isCut, count, first }) => ({ value, isCut, count, first: lineOf(first) }))
}

function distinctFigures(values: CountedValues, limit: number, lineOf: LineOfRow): DistinctFigures {
  const top = topValues(values, limit, lineOf)
  return {
    count: distinctOf(values),
    isExact: values.others === 0,
    top,
    others: othersOf(values, top),
  }
}

/** An estimate may be above what there can be. */
export function distinctOf({ distinct, kept, others }: CountedValues): number {
  return Math.min(distinct, kept.length + others)
}

export function othersOf({ kept, others }: CountedValues, top: readonly ValueCount[]): number {
  const sum = (counts: readonly { readonly count: number }[]): number =>
    counts.reduce((total, { count }) => total + count, 0)
  return others + sum(kept) - sum(top)
}
