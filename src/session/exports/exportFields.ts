// The fields that can be chosen for an export: those that any of its lines has.
import type { Job } from '../../base/jobs.ts'
import { ok, type Result } from '../../base/result.ts'
import type { ExportFields, ExportRequest } from '../../contracts/documentApi.ts'
import type { OnProgress } from '../../contracts/progress.ts'
import { readExportOptions } from '../../exporters/lines/exportOptions.ts'
import { fieldsOfLines } from '../../exporters/lines/exportParts.ts'
import { columnOfPath, columnTitles } from '../../exporters/lines/columns/exportColumn.ts'
import { formatPath } from '../../json/jsonPath.ts'
import type { OpenDocument } from '../openDocument.ts'
import { jsonMembers } from '../views.ts'
import { exporterOf, selectedLines } from './exportSelection.ts'

/** None for an exporter whose fields are not found. */
export async function exportFields(
  doc: OpenDocument,
  wasm: WebAssembly.Module,
  { selection, exporterId, options = {} }: ExportRequest,
  job: Job,
  onProgress: OnProgress,
): Promise<Result<ExportFields>> {
  const exporter = exporterOf(exporterId)
  // Those that are chosen already do not bound those that can be.
  const values = readExportOptions(exporter.options, { ...options, fields: undefined })
  if (!values.ok) return values
  const { view, only } = selectedLines(doc, selection)
  const found = await fieldsOfLines(doc.lines, view, exporter, {
    jsonFindingSets: jsonMembers(doc),
    only,
    values: values.value,
    wasm,
    check: () => job.check(),
    onRead: (done, total) => onProgress({ unit: 'bytes', done, total }),
  })
  const fields = found?.fields ?? []
  const titles = columnTitles(fields.map(({ path }) => columnOfPath(path)))
  return ok({
    fields: fields.map(({ path, lines }, i) => ({
      path: formatPath(path),
      title: titles[i] as string,
      lines,
    })),
    linesWithMore: found?.linesWithMore ?? 0,
  })
}
