// One field more closely: first what its values are, then how they are spread.
import type { Job } from '../../base/jobs.ts'
import { throttled } from '../../base/progress.ts'
import type { View } from '../../contracts/documentApi.ts'
import {
  DETAIL_VALUES,
  type FieldDetails,
  type FigurePath,
} from '../../contracts/fieldStatistics.ts'
import type { OnProgress } from '../../contracts/progress.ts'
import type { Histogram, TimeHistogram } from '../../fields/fieldFigures.ts'
import { lengthEdges, numberEdges, timeEdges } from '../../fields/histogramEdges.ts'
import {
  type BinEdges,
  FieldStatistics,
  type StatisticsTarget,
} from '../../scanner/fieldStatistics.ts'
import type { CountedField } from '../../scanner/statisticsTable.ts'
import type { OpenDocument } from '../openDocument.ts'
import { lineView } from '../views.ts'
import { TimeRange } from './isoTimes.ts'
import { LIMITS } from './countFields.ts'
import {
  countedPath,
  distinctOf,
  lineOfRow,
  mapsOnTheWay,
  othersOf,
  timesOfField,
  topValues,
} from './figures.ts'
import { usualKeys } from './usualKeys.ts'
import { countView, linesOfView } from './viewBytes.ts'

/** Milliseconds that one of a number is. */
const UNITS = { 'unix-seconds': 1000, 'unix-milliseconds': 1 } as const

const decoder = new TextDecoder()

/** Throws `Cancelled`, and what the source threw. The document must not change meanwhile. */
export async function fieldDetails(
  doc: OpenDocument,
  wasm: WebAssembly.Module,
  view: View,
  path: FigurePath,
  job: Job,
  onProgress: OnProgress,
): Promise<FieldDetails> {
  const { revision } = doc
  const lines = lineView(doc, view)
  const way = countedPath(path)
  const report = throttled(onProgress)
  const total = lines.count * 2
  const maps = mapsOnTheWay(way)
  const usual = maps.some((path) => path.length === 0) ? await usualKeys(doc, lines) : []
  const count = async (before: number, target: Omit<StatisticsTarget, 'path'>) => {
    const statistics = new FieldStatistics(wasm, linesOfView(doc, lines), LIMITS, {
      maps,
      usualKeys: usual,
      target: { path: way, ...target },
    })
    await countView(doc, lines, statistics, job, (done) => {
      report({ unit: 'lines', done: before + done, total })
    })
    return statistics
  }
  const field = (await count(0, {})).target()
  if (!field) return { revision, values: { top: [], others: 0, distinct: 0, isExact: true } }
  const name = way.at(-1)
  const kind = timesOfField(field, typeof name === 'object' ? name[0] : undefined)?.kind
  const range = new TimeRange()
  if (kind === 'iso') await count(0, { onText: (bytes) => range.note(textOf(bytes)) })
  const spread = kind === 'iso' ? range.spread() : undefined
  const edges = edgesOf(field, kind === 'iso' ? undefined : kind)
  const second = await count(lines.count, {
    ...edges,
    ...(spread && { onText: (bytes: Uint8Array) => spread.note(textOf(bytes)) }),
  })
  const counts = second.binCounts()
  const top = topValues(field.values, DETAIL_VALUES, lineOfRow(lines))
  const numbers = edges.numbers && histogram(edges.numbers, counts.numbers, counts.outside)
  const times: TimeHistogram | undefined =
    kind === 'iso' || kind === undefined ? spread?.histogram() : numbers && unixTimes(numbers, kind)
  return {
    revision,
    ...(numbers && { numbers }),
    ...(times && { times }),
    ...(edges.lengths && { lengths: histogram(edges.lengths, counts.lengths) }),
    ...(edges.sizes && { sizes: histogram(edges.sizes, counts.sizes) }),
    values: {
      top,
      others: othersOf(field.values, top),
      distinct: distinctOf(field.values),
      isExact: field.values.others === 0,
    },
  }
}

function unixTimes(numbers: Histogram, kind: keyof typeof UNITS): TimeHistogram {
  return { kind, ...numbers, edges: numbers.edges.map((edge) => edge * UNITS[kind]) }
}

/** The string that stands in a line. */
function textOf(bytes: Uint8Array): string {
  return JSON.parse(decoder.decode(bytes)) as string
}

function edgesOf({ kinds, numbers, lengths }: CountedField, unix?: keyof typeof UNITS) {
  const valuesOf = (name: string): number => kinds.find(({ kind }) => kind === name)?.values ?? 0
  const from = Math.max(-Number.MAX_VALUE, numbers.min)
  const to = Math.min(Number.MAX_VALUE, numbers.max)
  const edgesOfNumbers = (): BinEdges | undefined => {
    if (valuesOf('number') === 0) return undefined
    if (unix === undefined) return numberEdges(from, to, numbers.whole === valuesOf('number'))
    const unit = UNITS[unix]
    return timeEdges(from * unit, to * unit).map((edge) => edge / unit)
  }
  return {
    numbers: edgesOfNumbers(),
    lengths:
      valuesOf('string') > 0 ? lengthEdges(lengths.string.min, lengths.string.max) : undefined,
    sizes: valuesOf('array') > 0 ? lengthEdges(lengths.array.min, lengths.array.max) : undefined,
  }
}

function histogram(edges: BinEdges, counts: readonly number[], outside = 0): Histogram {
  return { edges, counts, outside }
}
