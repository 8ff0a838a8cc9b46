// Lines as CSV or TSV, the rows separated as RFC 4180 has it.
import { BYTE_ORDER_MARK, CSV_LINE_END, csvCell, csvRow, plainCsvCell } from '../../cells/csv.ts'
import type { LineWriter } from '../defineExporter.ts'
import type { FieldReader } from '../fields/fieldReader.ts'
import { LineTable } from './lineTable.ts'
import type { DelimitedValues } from './tableOptions.ts'

export function openDelimited(
  values: DelimitedValues & { readonly byteOrderMark: boolean },
  found: FieldReader | undefined,
  delimiter: ',' | '\t',
): LineWriter {
  const table = new LineTable(values, found)
  const cell = values.formulaSafe ? csvCell : plainCsvCell
  const mark = values.byteOrderMark ? BYTE_ORDER_MARK : ''
  const titles = table.titles.map((title) => cell({ kind: 'text', text: title }))
  const hasHeader = values.header && titles.length > 0
  return {
    head: mark + (hasHeader ? csvRow(titles, delimiter) + CSV_LINE_END : ''),
    foot: '',
    write: (text, from) => csvRow(table.row(text, from).map(cell), delimiter) + CSV_LINE_END,
    notes: () => table.notes(),
  }
}
