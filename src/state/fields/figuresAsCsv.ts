// Figures of fields as CSV, one row for each field.
import { CSV_LINE_END, csvCell, csvRow } from '../../exporters/cells/csv.ts'
import { type FigureList, figurePath } from '../../fields/fieldFigures.ts'
import { shownFigurePath } from './shownFigurePath.ts'

const TITLES = [
  'field',
  'lines',
  'values',
  'kinds',
  'distinct',
  'distinct_is_exact',
  'min',
  'mean',
  'max',
  'min_length',
  'mean_length',
  'max_length',
  'first_line',
]

export function figuresAsCsv({ fields }: FigureList): string {
  const rows = fields.map((field, i) => {
    const { numbers, distinct } = field
    const lengths = field.strings ?? field.arrays ?? field.objects
    return [
      shownFigurePath(figurePath(fields, i)),
      field.lines,
      field.values,
      field.kinds.map(({ type, values }) => `${type} ${values}`).join('; '),
      distinct?.count,
      distinct?.isExact,
      numbers?.min,
      numbers?.mean,
      numbers?.max,
      lengths?.min,
      lengths?.mean,
      lengths?.max,
      field.first.index + 1,
    ]
  })
  return [TITLES, ...rows].map((row) => csvRow(row.map(cellOf)) + CSV_LINE_END).join('')
}

function cellOf(value: string | number | boolean | undefined): string {
  if (value === undefined) return ''
  return csvCell(
    typeof value === 'number'
      ? { kind: 'number', number: value }
      : { kind: 'text', text: String(value) },
  )
}
