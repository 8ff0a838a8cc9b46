// The columns that the table shows now, as an export has them.
import { TABLE_COLUMNS } from '../../contracts/columns.ts'
import type { ExportChoice } from '../../contracts/documentApi.ts'
import { type ColumnSource, formatColumn } from '../../exporters/lines/columns/exportColumn.ts'
import type { ExporterDefinition } from '../../exporters/lines/defineExporter.ts'
import { columnsOf } from '../facts.ts'
import type { OpenDocument } from '../openDocument.ts'
import type { ShownColumn } from '../shownColumns.ts'

/** In their order; none where the table shows lines as text. */
export function tableColumns(doc: OpenDocument): readonly string[] {
  const shown = new Set(
    columnsOf(doc).flatMap(({ id, uniform }) => (uniform === undefined ? [id] : [])),
  )
  return doc.columns
    .filter(({ id }) => shown.has(id))
    .map((column) => formatColumn({ sources: sourcesOf(column) }))
}

function sourcesOf({ paths, field }: ShownColumn): readonly ColumnSource[] {
  return field ? [field] : paths.map((path) => ({ path, isLength: false }))
}

/** The options as the exporter has them: with the columns themselves where those of the table are meant. */
export function withTableColumns(
  doc: OpenDocument,
  { options }: ExporterDefinition,
  given: NonNullable<ExportChoice['options']>,
): NonNullable<ExportChoice['options']> {
  const name = Object.keys(options).find((key) => options[key]?.kind === 'fields')
  if (name === undefined || given[name] !== TABLE_COLUMNS) return given
  const columns = tableColumns(doc)
  return { ...given, [name]: columns.length > 0 ? columns : undefined }
}
