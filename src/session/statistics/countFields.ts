// The figures of all fields of a view's lines, in one pass over them.
import type { Job } from '../../base/jobs.ts'
import { throttled } from '../../base/progress.ts'
import type { View } from '../../contracts/documentApi.ts'
import type { FieldStatistics as Figures } from '../../contracts/fieldStatistics.ts'
import type { OnProgress } from '../../contracts/progress.ts'
import {
  FIGURE_TEXT_BYTES,
  KEPT_VALUES,
  MAX_FIELDS,
  MAX_FIELD_DEPTH,
  MAX_KEYS,
} from '../../fields/fieldFigures.ts'
import { FieldStatistics, type StatisticsLimits } from '../../scanner/fieldStatistics.ts'
import type { OpenDocument } from '../openDocument.ts'
import { lineView } from '../views.ts'
import { fieldFigures, lineOfRow } from './figures.ts'
import { usualKeys } from './usualKeys.ts'
import { countView, linesOfView } from './viewBytes.ts'

export const LIMITS: StatisticsLimits = {
  fields: MAX_FIELDS,
  keys: MAX_KEYS,
  depth: MAX_FIELD_DEPTH,
  kept: KEPT_VALUES,
  textBytes: FIGURE_TEXT_BYTES,
}

/** Throws `Cancelled`, and what the source threw. The document must not change meanwhile. */
export async function countFields(
  doc: OpenDocument,
  wasm: WebAssembly.Module,
  view: View,
  job: Job,
  onProgress: OnProgress,
): Promise<Figures> {
  const lines = lineView(doc, view)
  const total = lines.count
  const { revision } = doc
  const statistics = new FieldStatistics(wasm, linesOfView(doc, lines), LIMITS)
  const report = throttled(onProgress)
  const tell = (done: number): void => report({ unit: 'lines', done, total })
  await countView(doc, lines, statistics, job, tell, () => usualKeys(doc, lines))
  const counted = statistics.totals()
  const lineOf = lineOfRow(lines)
  return {
    revision,
    viewLines: total,
    lines: counted.lines,
    notJson: counted.notJson,
    blank: counted.blank,
    isCut: counted.isCut,
    tooDeep: counted.tooDeep,
    fields: statistics.fields().map((field) => fieldFigures(field, lineOf)),
  }
}
