// What became of the batch, for people.
import { definePairExporter } from '../definePairExporter.ts'
import { REPORT_EXAMPLE, REPORT_OF_NOTHING } from '../report/reportExamples.ts'
import { writeReport } from '../report/writeReport.ts'

export const exporter = definePairExporter({
  id: 'report',
  extension: '.md',
  mediaType: 'text/markdown',
  way: { kind: 'facts', write: writeReport },
  examples: [REPORT_EXAMPLE, REPORT_OF_NOTHING],
})
