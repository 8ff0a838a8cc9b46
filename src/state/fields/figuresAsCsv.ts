// Figures of fields as a table: RFC 4180, one row for each field.
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
  return [TITLES, ...rows].map((row) => `${row.map(cellOf).join(',')}\r\n`).join('')
}

/** A cell that a spreadsheet would take for a formula is text. */
function cellOf(value: string | number | boolean | undefined): string {
  if (value === undefined) return ''
  if (typeof value !== 'string') return String(value)
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
