// The columns that the table shows now, as an export has them.
import { TABLE_COLUMNS } from '../../contracts/columns.ts'
import type { ExportChoice, ExportPreview } from '../../contracts/documentApi.ts'
import { formatColumn } from '../../exporters/lines/columns/exportColumn.ts'
import type { ExporterDefinition } from '../../exporters/lines/defineExporter.ts'
import { columnsOf } from '../facts.ts'
import type { OpenDocument } from '../openDocument.ts'
import type { ShownColumn } from '../shownColumns.ts'

/** In their order, with what the table calls them; none where it shows lines as text. */
export function tableColumns(doc: OpenDocument): ExportPreview['tableColumns'] {
  const shown = new Set(
    columnsOf(doc).flatMap(({ id, uniform }) => (uniform === undefined ? [id] : [])),
  )
  return doc.columns
    .filter(({ id }) => shown.has(id))
    .map((column) => ({ text: textOf(column), title: column.title }))
}

function textOf({ id, paths, field }: ShownColumn): string {
  if (field) return formatColumn({ sources: [field] })
  const sources = paths.map((path) => ({ path, isLength: false }))
  // None of several paths is what the column is called; its title has another word in each language.
  return formatColumn({ sources, ...(paths.length > 1 && { name: id }) })
}

/** The options as the exporter has them: with the columns themselves where those of the table are meant. */
export function withTableColumns(
  doc: OpenDocument,
  { options }: ExporterDefinition,
  given: NonNullable<ExportChoice['options']>,
): NonNullable<ExportChoice['options']> {
  const name = Object.keys(options).find((key) => options[key]?.kind === 'fields')
  if (name === undefined || given[name] !== TABLE_COLUMNS) return given
  const columns = tableColumns(doc).map(({ text }) => text)
  return { ...given, [name]: columns.length > 0 ? columns : undefined }
}
