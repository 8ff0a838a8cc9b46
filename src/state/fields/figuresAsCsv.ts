// Figures of fields as CSV, one row for each field.
import { CSV_LINE_END, csvCell, csvRow } from '../../exporters/cells/csv.ts'
import type { CellValue } from '../../exporters/cells/cellValue.ts'
import {
  type FieldFigures,
  type FigureList,
  figurePath,
  type LengthFigures,
} from '../../fields/fieldFigures.ts'
import type { ValueType } from '../../fields/fieldQuery.ts'
import { shownFigurePath } from './shownFigurePath.ts'

type Cell = string | number | boolean | CellValue | undefined

const KINDS: readonly ValueType[] = ['object', 'array', 'string', 'number', 'boolean', 'null']

const TITLES = [
  'field',
  'lines',
  'of_lines',
  'values',
  ...KINDS,
  'distinct',
  'distinct_is_exact',
  'min',
  'mean',
  'max',
  'times',
  'min_characters',
  'mean_characters',
  'max_characters',
  'min_elements',
  'mean_elements',
  'max_elements',
  'min_members',
  'mean_members',
  'max_members',
  'first_line',
  'most_frequent',
]

/**
 * Values of each kind are columns; lengths are those of strings, arrays and objects. `most_frequent` is a JSON array
 * of values, each with how often it occurs.
 */
export function figuresAsCsv({ fields, lines }: FigureList): string {
  const rows = fields.map((field, i): readonly Cell[] => {
    const { distinct, numbers } = field
    return [
      shownFigurePath(figurePath(fields, i)),
      field.lines,
      lines,
      field.values,
      ...KINDS.map((kind) => field.kinds.find(({ type }) => type === kind)?.values),
      distinct?.count,
      distinct?.isExact,
      numbers?.min,
      numbers?.mean,
      numbers?.max,
      field.times?.kind,
      ...lengthCells(field.strings),
      ...lengthCells(field.arrays),
      ...lengthCells(field.objects),
      field.first.index + 1,
      mostFrequent(field),
    ]
  })
  return [TITLES, ...rows].map((row) => csvRow(row.map(cellOf)) + CSV_LINE_END).join('')
}

function lengthCells(lengths: LengthFigures | undefined): readonly Cell[] {
  return [lengths?.min, lengths?.mean, lengths?.max]
}

/** The beginning of a longer text ends in an ellipsis; infinite numbers are written as queries have them. */
function mostFrequent({ distinct }: FieldFigures): CellValue | undefined {
  if (!distinct || distinct.top.length === 0) return undefined
  const pairs = distinct.top.map(({ value, isCut, count }) => {
    if (typeof value === 'number' && !Number.isFinite(value))
      return `[${value < 0 ? '-' : ''}1e999,${count}]`
    return JSON.stringify([isCut ? `${String(value)}…` : value, count])
  })
  return { kind: 'json', source: `[${pairs.join(',')}]` }
}

function cellOf(value: Cell): string {
  if (value === undefined || typeof value === 'object') return csvCell(value)
  return csvCell(
    typeof value === 'number'
      ? { kind: 'number', number: value }
      : { kind: 'text', text: String(value) },
  )
}
