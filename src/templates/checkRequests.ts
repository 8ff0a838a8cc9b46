// Looks at the requests of all rows, without writing any.
import { type Job, TimeSlice } from '../base/jobs.ts'
import type { OnProgress } from '../contracts/progress.ts'
import type { Check, RequestPreview, TemplateProblem } from '../contracts/templatesApi.ts'
import { msg } from '../i18n/message.ts'
import { EMBEDDINGS } from '../providers/openai/endpoints/urls.ts'
import type { CompiledTemplate } from './compileTemplate.ts'
import { countedLine } from './countedLine.ts'
import { DrawnSample } from './drawnSample.ts'
import { rulesOf } from './endpointRules.ts'
import { FormatFindings, inputsOf } from './formatFindings.ts'
import { PartCounter } from './partCounter.ts'
import { previewOf } from './preview.ts'
import { RequestMaker } from './requestMaker.ts'
import { RequestProblems } from './requestProblems.ts'
import { RowDifferences } from './rowDifferences.ts'
import type { RowStore } from './rowStore.ts'

const utf8 = new TextEncoder()

/** `problems`: of the template itself. Throws Cancelled and ReadFailure. */
export async function checkRequests(
  rows: RowStore,
  template: CompiledTemplate,
  problems: readonly TemplateProblem[],
  job: Job,
  onProgress: OnProgress,
): Promise<Check> {
  const maker = new RequestMaker(template, rows.columns)
  const { endpoint } = template
  const rules = rulesOf(endpoint)
  const { bytes: maxBytes = Number.POSITIVE_INFINITY } = rules.limits
  const found = new RequestProblems(rules)
  const differences = new RowDifferences(template)
  const format = new FormatFindings(rules.format)
  const parts = new PartCounter(rules.limits)
  const sample = new DrawnSample()
  const slice = new TimeSlice()
  let requests = 0
  let bytes = 0
  let tooLarge = 0
  let longest: RequestPreview | undefined
  for await (const group of rows.rows()) {
    job.check()
    for (const { number: row, row: values } of group) {
      for (const request of maker.requestsOf(values)) {
        const line = utf8.encode(`${request.line}\n`)
        requests++
        bytes += line.length
        found.add(request, row)
        format.add(request.line)
        parts.add(line.length, endpoint === EMBEDDINGS ? inputsOf(request.line) : 0)
        if (line.length > maxBytes) tooLarge++
        if (sample.wants(request.number)) {
          sample.add(request.number, utf8.encode(`${countedLine(endpoint, request.line)}\n`))
        }
        if (line.length > (longest?.bytes ?? 0)) longest = previewOf('longest', row, request.line)
      }
      found.addRow(values, row)
      differences.add(values)
      if (!slice.isOver) continue
      onProgress({ unit: 'rows', done: row, total: rows.count })
      await slice.breathe()
      job.check()
    }
  }
  return {
    requests,
    bytes,
    parts: parts.parts,
    problems: [
      ...problems,
      ...tooLargeProblem(tooLarge),
      ...found.list(),
      ...differences.list(),
      ...format.list(),
    ].sort(bySeverity),
    longest,
    sample: sample.blob(),
    sampled: sample.sampled,
  }
}

function bySeverity(a: TemplateProblem, b: TemplateProblem): number {
  return Number(a.severity !== 'error') - Number(b.severity !== 'error')
}

function tooLargeProblem(count: number): readonly TemplateProblem[] {
  if (count === 0) return []
  const message = msg(
    '{count, plural, one {# request is} other {# requests are}} larger than a whole batch may be.',
    { count },
  )
  return [
    { code: 'large-request', severity: 'error', stops: true, about: 'requests', message, count },
  ]
}
