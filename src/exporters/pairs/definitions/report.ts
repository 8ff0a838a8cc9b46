// What became of the batch, for people.
import { msg } from '../../../i18n/message.ts'
import { definePairExporter } from '../definePairExporter.ts'
import { REPORT_EXAMPLE, REPORT_OF_NOTHING } from '../report/reportExamples.ts'
import { writeReport } from '../report/writeReport.ts'

export const exporter = definePairExporter({
  id: 'report',
  place: 80,
  title: msg('Report (Markdown)'),
  summary: msg('Counts, errors, tokens and costs, to keep or to pass on.'),
  noun: 'report',
  extension: '.md',
  mediaType: 'text/markdown',
  nameEnding: 'report',
  options: {},
  output: { kind: 'facts', write: writeReport },
  examples: [REPORT_EXAMPLE, REPORT_OF_NOTHING],
})
