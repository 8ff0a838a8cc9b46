// Lines as CSV or TSV, the rows separated as RFC 4180 has it.
import { BYTE_ORDER_MARK, CSV_LINE_END, csvCell, csvRow, plainCsvCell } from '../../cells/csv.ts'
import { writeCsvCell } from '../../cells/csvBytes.ts'
import { DecodingSink } from '../columns/decodingSink.ts'
import type { RowWriter } from '../defineExporter.ts'
import type { DelimitedValues } from './tableOptions.ts'

const QUOTE = 34

export function openDelimited(
  values: DelimitedValues & { readonly byteOrderMark: boolean },
  titles: readonly string[],
  delimiter: ',' | '\t',
): RowWriter {
  const cell = values.formulaSafe ? csvCell : plainCsvCell
  const mark = values.byteOrderMark ? BYTE_ORDER_MARK : ''
  const head = titles.map((title) => cell({ kind: 'text', text: title }))
  const hasHeader = values.header && head.length > 0
  const sink = new CsvSink(values.formulaSafe, values.nulls === 'word')
  const between = delimiter.charCodeAt(0)
  return {
    head: mark + (hasHeader ? csvRow(head, delimiter) + CSV_LINE_END : ''),
    foot: '',
    form: {
      kind: 'csv',
      delimiter,
      isFormulaSafe: values.formulaSafe,
      hasNulls: values.nulls === 'word',
    },
    write(cells, row, out) {
      const start = out.length
      sink.out = out
      for (let column = 0; column < cells.columnCount; column++) {
        if (column > 0) out.byte(between)
        cells.write(column, row, sink)
      }
      // A row of one empty cell would be an empty line, which readers skip.
      if (out.length === start) {
        out.byte(QUOTE)
        out.byte(QUOTE)
      }
      out.byte(13)
      out.byte(10)
    },
  }
}

class CsvSink extends DecodingSink {
  readonly #isFormulaSafe: boolean

  constructor(isFormulaSafe: boolean, hasNulls: boolean) {
    super(hasNulls)
    this.#isFormulaSafe = isFormulaSafe
  }

  protected text(bytes: Uint8Array, from: number, to: number): void {
    writeCsvCell(this.out, 'text', bytes, from, to, this.#isFormulaSafe)
  }

  json(bytes: Uint8Array, from: number, to: number): void {
    writeCsvCell(this.out, 'json', bytes, from, to, this.#isFormulaSafe)
  }
}
