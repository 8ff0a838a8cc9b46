// What became of the batch, for people.
import { definePairExporter } from '../definePairExporter.ts'
import { REPORT_EXAMPLE, REPORT_OF_NOTHING } from '../report/reportExamples.ts'
import { writeReport } from '../report/writeReport.ts'

export const exporter = definePairExporter({
  id: 'report',
  place: 80,
  title: 'Report (Markdown)',
  summary: 'Counts, errors, tokens and costs, to keep or to pass on.',
  noun: 'report',
  extension: '.md',
  mediaType: 'text/markdown',
  nameEnding: 'report',
  options: {},
  output: { kind: 'facts', write: writeReport },
  examples: [REPORT_EXAMPLE, REPORT_OF_NOTHING],
})
