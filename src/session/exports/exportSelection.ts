// What an export is asked for, in terms of the document and the exporter.
import { present } from '../../base/assert.ts'
import { fail, ok, type Result } from '../../base/result.ts'
import type { ExportChoice, ExportSelection } from '../../contracts/documentApi.ts'
import type { LineSequence } from '../../document/lineSequence.ts'
import { LineSet } from '../../document/lineSet.ts'
import type { LineView } from '../../document/lineView.ts'
import type { ExporterDefinition } from '../../exporters/lines/defineExporter.ts'
import { type ExportOptionValues, readExportOptions } from '../../exporters/lines/exportOptions.ts'
import { countLines, writtenMembers } from '../../exporters/lines/exportParts.ts'
import { refusalOf } from '../../exporters/lines/lineLimit.ts'
import { findExporter } from '../../exporters/lines/registry.ts'
import type { OpenDocument } from '../openDocument.ts'
import { withTableColumns } from './tableColumns.ts'
import { jsonMembers, lineView, verdictsView } from '../views.ts'

export interface SelectedLines {
  readonly view: LineView
  /** Of the lines of the view these; all of them when absent. */
  readonly only?: LineSet | undefined
  /** Their order; that of the document when absent. */
  readonly sequence?: LineSequence | undefined
}

export interface ReadRequest extends SelectedLines {
  readonly exporter: ExporterDefinition
  readonly values: ExportOptionValues
}

/** The lines that are meant, as they are now, in the order that is meant. */
export function orderedLines(
  doc: OpenDocument,
  { selection, order }: Pick<ExportChoice, 'selection' | 'order'>,
): SelectedLines {
  const { sequence } = doc.lines.views
  return { ...selectedLines(doc, selection), ...(order === 'shown' && { sequence }) }
}

/** The same in the order of the document. */
export function selectedLines(doc: OpenDocument, selection: ExportSelection): SelectedLines {
  switch (selection.kind) {
    case 'all':
      return { view: lineView(doc, { kind: 'all' }) }
    case 'chosen':
      return {
        view: lineView(doc, { kind: 'all' }),
        only: LineSet.fromBytes(doc.choice.lines.toBytes()),
      }
    case 'valid':
      return { view: verdictsView(doc, ['valid', 'warning']) }
    case 'invalid':
      return { view: lineView(doc, { kind: 'invalid' }) }
    case 'view':
      return { view: lineView(doc, selection.view) }
  }
}

/** `wanted`: lines that are meant. `written`: those of them that the exporter takes, at most. */
export function countSelected(
  doc: OpenDocument,
  { view, only }: SelectedLines,
  { output }: ExporterDefinition,
): { readonly wanted: number; readonly written: number } {
  const { tables } = doc.lines
  const members = writtenMembers(view, output, jsonMembers(doc))
  return {
    wanted: countLines(tables, view.belongs, only),
    written: countLines(tables, members, only),
  }
}

/** Fails with `bad-option` and `too-many-lines`. */
export function readRequest(
  doc: OpenDocument,
  { exporterId, options = {}, ...meant }: ExportChoice,
): Result<ReadRequest> {
  const exporter = exporterOf(exporterId)
  const lines = orderedLines(doc, meant)
  const refused = refusalOf(exporter, countSelected(doc, lines, exporter).written)
  if (refused) return fail('too-many-lines', refused)
  const values = readExportOptions(exporter.options, withTableColumns(doc, exporter, options))
  return values.ok ? ok({ ...lines, exporter, values: values.value }) : values
}

export function exporterOf(id: string): ExporterDefinition {
  return present(findExporter(id), `exporter ${id}`)
}
