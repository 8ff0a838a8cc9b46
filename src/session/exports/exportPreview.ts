// What an export would write, by its first lines: quick enough to be asked for with every change of a choice.
import { cutText } from '../../base/cutText.ts'
import { ok, type Result } from '../../base/result.ts'
import type { ExportChoice, ExportPreview } from '../../contracts/documentApi.ts'
import type { ExporterDefinition } from '../../exporters/lines/defineExporter.ts'
import { type ExportOptionValues, readExportOptions } from '../../exporters/lines/exportOptions.ts'
import { samplePaths } from '../../exporters/lines/fields/samplePaths.ts'
import { refusalOf } from '../../exporters/lines/lineLimit.ts'
import { previewLines } from '../../exporters/lines/previewLines.ts'
import type { OpenDocument } from '../openDocument.ts'
import { countSelected, exporterOf, orderedLines } from './exportSelection.ts'
import { type FirstLines, firstLines } from './firstLines.ts'
import { tableColumns, withTableColumns } from './tableColumns.ts'

/** Lines by which the size is estimated. */
const SAMPLE_LINES = 200
/** Lines that are shown as they would be written. */
const SHOWN_LINES = 20
/** Code units that are shown. */
const SHOWN_TEXT = 6000

const utf8 = new TextDecoder('utf-8', { ignoreBOM: true })

export async function exportPreview(
  doc: OpenDocument,
  wasm: WebAssembly.Module,
  { selection, order, exporterId, options = {} }: ExportChoice,
): Promise<Result<ExportPreview>> {
  const exporter = exporterOf(exporterId)
  const selected = orderedLines(doc, { selection, ...(order && { order }) })
  const { wanted, written } = countSelected(doc, selected, exporter)
  const sample = await firstLines(doc, selected, exporter, SAMPLE_LINES)
  const first = {
    lines: wanted,
    leftOut: wanted - written,
    paths: pathsOf(exporter, sample),
    tableColumns: tableColumns(doc),
  }
  const values = readExportOptions(exporter.options, withTableColumns(doc, exporter, options))
  const refusal = values.ok ? refusalOf(exporter, written) : values.failure.message
  if (!values.ok || refusal) {
    return ok({ ...first, text: '', isWhole: false, bytes: undefined, ...(refusal && { refusal }) })
  }
  const total = selection.kind === 'all' ? doc.lines.byteLength : undefined
  return ok({ ...first, ...(await shownOf(exporter, values.value, sample, wasm, written, total)) })
}

/** Suggestions are for those that choose one field. */
function pathsOf({ options }: ExporterDefinition, { lines }: FirstLines): readonly string[] {
  if (!Object.values(options).some(({ kind }) => kind === 'field' || kind === 'fields')) return []
  return samplePaths(
    lines.slice(0, SHOWN_LINES).map((line): unknown => JSON.parse(utf8.decode(line))),
  )
}

/** `total`: bytes of all lines, where they are known. */
async function shownOf(
  exporter: ExporterDefinition,
  values: ExportOptionValues,
  { lines, isAll }: FirstLines,
  wasm: WebAssembly.Module,
  written: number,
  total: number | undefined,
): Promise<Pick<ExportPreview, 'text' | 'isWhole' | 'bytes'>> {
  const whole = await previewLines(exporter, values, lines, wasm)
  const isPacked = exporter.output.kind === 'verbatim' && exporter.output.compression !== undefined
  const shown = isPacked
    ? plainText(lines.slice(0, SHOWN_LINES))
    : utf8.decode(await previewLines(exporter, values, lines.slice(0, SHOWN_LINES), wasm))
  const read = lines.reduce((sum, line) => sum + line.length + 1, 0)
  // By the lines that were read; where there are none they say nothing of the others.
  const share = total === undefined ? written / lines.length : total / read
  const bytes = isAll ? whole.length : lines.length === 0 ? undefined : whole.length * share
  return {
    text: cutText(shown, SHOWN_TEXT),
    isWhole: isAll && lines.length <= SHOWN_LINES && shown.length <= SHOWN_TEXT,
    bytes: bytes === undefined ? undefined : Math.round(bytes),
  }
}

/** Of what is packed people see what was packed. */
function plainText(lines: readonly Uint8Array[]): string {
  return lines.map((line) => `${utf8.decode(line)}\n`).join('')
}
