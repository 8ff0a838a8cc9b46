// One field more closely: first what its values are, then how they are spread.
import type { Job } from '../../base/jobs.ts'
import { throttled } from '../../base/progress.ts'
import type { View } from '../../contracts/documentApi.ts'
import {
  DETAIL_VALUES,
  type FieldDetails,
  type FigurePath,
  HISTOGRAM_BINS,
  type Histogram,
  type TimeKind,
} from '../../contracts/fieldStatistics.ts'
import type { OnProgress } from '../../contracts/progress.ts'
import { isoTime } from '../../fields/times.ts'
import { type Bins, FieldStatistics, type StatisticsTarget } from '../../scanner/fieldStatistics.ts'
import type { CountedField } from '../../scanner/statisticsTable.ts'
import type { OpenDocument } from '../openDocument.ts'
import { lineView } from '../views.ts'
import { LIMITS } from './countFields.ts'
import {
  countedPath,
  lineOfRow,
  mapsOnTheWay,
  othersOf,
  timesOfField,
  topValues,
} from './figures.ts'
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
  const count = async (before: number, target: Omit<StatisticsTarget, 'path'>) => {
    const statistics = new FieldStatistics(wasm, linesOfView(doc, lines), LIMITS, {
      maps: mapsOnTheWay(way),
      target: { path: way, ...target },
    })
    await countView(doc, lines, statistics, job, (done) => {
      report({ unit: 'lines', done: before + done, total })
    })
    return statistics
  }
  const range = new TimeRange()
  const field = (await count(0, {})).target()
  if (!field) return { revision, values: { top: [], others: 0, distinct: 0, isExact: true } }
  const name = way.at(-1)
  const times = timesOfField(field, typeof name === 'object' ? name[0] : undefined)
  if (times?.kind === 'iso') await count(0, { onText: (bytes) => range.note(timeOf(bytes)) })
  const bins = binsOf(field)
  const timeBins = times?.kind === 'iso' ? range.bins() : undefined
  const spread = new TimeSpread(timeBins)
  const second = await count(lines.count, {
    ...bins,
    ...(timeBins && { onText: (bytes: Uint8Array) => spread.note(timeOf(bytes)) }),
  })
  const counts = second.binCounts()
  const top = topValues(field.values, DETAIL_VALUES, lineOfRow(lines))
  const numbers = bins.numbers && histogram(bins.numbers, counts.numbers, counts.outside)
  const shownTimes = times && timesAs(times.kind, numbers, timeBins, spread)
  return {
    revision,
    ...(numbers && { numbers }),
    ...(shownTimes && { times: shownTimes }),
    ...(bins.lengths && { lengths: histogram(bins.lengths, counts.lengths) }),
    ...(bins.sizes && { sizes: histogram(bins.sizes, counts.sizes) }),
    values: {
      top,
      others: othersOf(field.values, top),
      distinct: field.values.distinct,
      isExact: field.values.others === 0,
    },
  }
}

function timesAs(
  kind: TimeKind,
  numbers: Histogram | undefined,
  timeBins: Bins | undefined,
  spread: TimeSpread,
): FieldDetails['times'] {
  if (kind === 'iso') {
    return timeBins && { kind, ...histogram(timeBins, spread.counts, spread.outside) }
  }
  const unit = UNITS[kind]
  return numbers && { kind, ...numbers, from: numbers.from * unit, to: numbers.to * unit }
}

/** The time that a string of a line stands for. */
function timeOf(bytes: Uint8Array): number | undefined {
  return isoTime(JSON.parse(decoder.decode(bytes)) as string)
}

class TimeRange {
  #from = Infinity
  #to = -Infinity

  note(time: number | undefined): void {
    if (time === undefined) return
    if (time < this.#from) this.#from = time
    if (time > this.#to) this.#to = time
  }

  bins(): Bins | undefined {
    return this.#from <= this.#to ? evenBins(this.#from, this.#to) : undefined
  }
}

class TimeSpread {
  readonly counts: number[]
  outside = 0
  readonly #bins: Bins | undefined

  constructor(bins: Bins | undefined) {
    this.#bins = bins
    this.counts = Array.from({ length: bins?.count ?? 0 }, () => 0)
  }

  note(time: number | undefined): void {
    if (time === undefined || !this.#bins) {
      this.outside++
      return
    }
    const { from, to, count } = this.#bins
    const bin = Math.min(count - 1, Math.floor((time - from) * scaleOf(from, to, count)))
    this.counts[bin] = (this.counts[bin] ?? 0) + 1
  }
}

function scaleOf(from: number, to: number, count: number): number {
  return to > from ? count / (to - from) : 0
}

function evenBins(from: number, to: number): Bins {
  return { from, to, count: to > from ? HISTOGRAM_BINS : 1 }
}

/** Lengths are whole numbers: each bin holds equally many of them, and the last ends behind the longest. */
function lengthBins(min: number, max: number): Bins {
  const width = Math.max(1, Math.ceil((max - min + 1) / HISTOGRAM_BINS))
  const count = Math.ceil((max - min + 1) / width)
  return { from: min, to: min + width * count, count }
}

function binsOf({ kinds, numbers, lengths }: CountedField) {
  const has = (name: string): boolean => kinds.some(({ kind }) => kind === name)
  const from = Math.max(-Number.MAX_VALUE, numbers.min)
  const to = Math.min(Number.MAX_VALUE, numbers.max)
  return {
    numbers: has('number') && to - from < Infinity ? evenBins(from, to) : undefined,
    lengths: has('string') ? lengthBins(lengths.string.min, lengths.string.max) : undefined,
    sizes: has('array') ? lengthBins(lengths.array.min, lengths.array.max) : undefined,
  }
}

function histogram({ from, to }: Bins, counts: readonly number[], outside = 0): Histogram {
  return { from, to, counts, outside }
}
