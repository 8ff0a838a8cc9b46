// The conversions and the new batches as tables of their own. The best time counts, and the worst memory.
import { grouped, megabytes, seconds, times } from '../reportTable.ts'
import { atLeast, atMost, type TargetCheck } from '../targets.ts'
import type { Took } from './measure.ts'
import type { NewBatchResult } from './newBatch.ts'
import type { ConversionResults, MeasuredConversion } from './run.ts'

const MAX_MEMORY_GROWTH = 200_000_000
const SMALL_BATCH = 50_000
const MAX_SMALL_BATCH_MS = 1000

export function conversionTables({ conversions, newBatches }: ConversionResults): string[] {
  const measured = conversions.length > 0 ? conversionTable(conversions) : []
  return [...measured, ...(newBatches.length > 0 ? newBatchTable(newBatches) : [])]
}

export function conversionChecks(
  results: ConversionResults,
): readonly { readonly title: string; readonly checks: readonly TargetCheck[] }[] {
  const { conversions, newBatches } = results
  return [
    ...conversions.map((each) => ({ title: each.entry.title, checks: checksOf(each) })),
    ...newBatches.map((each) => ({
      title: `New batch, ${each.rows} rows`,
      checks: checksOfBatch(each),
    })),
  ]
}

const COLUMNS = [
  'File',
  'Size',
  'Lines',
  'Reading',
  'Reading and writing it',
  'As lines',
  '… / reading',
  '… / reading and writing',
  'A second',
  'Processor: / reading',
  '/ reading and writing',
  'Growth',
  'Others',
]

function conversionTable(conversions: readonly MeasuredConversion[]): string[] {
  return [
    `| ${COLUMNS.join(' | ')} |`,
    `|---|${COLUMNS.slice(1)
      .map(() => '---:')
      .join('|')}|`,
    ...conversions.map((each) => `| ${cellsOf(each).join(' | ')} |`),
    '',
  ]
}

function cellsOf({ entry, result, programs }: MeasuredConversion): string[] {
  if (!result) return [entry.title, 'the program that packs it is not installed']
  const { file, reads, copies, inflations, conversions, memoryGrowth } = result
  const inflater: string[] =
    inflations.length > 0 ? [`the browser’s inflater alone ${seconds(best(inflations))}`] : []
  const others = programs.map(({ title, ms, skipped }) => `${title} ${ms ? seconds(ms) : skipped}`)
  return [
    entry.title,
    megabytes(file.bytes),
    grouped(file.lines),
    seconds(best(reads)),
    seconds(best(copies)),
    seconds(best(conversions)),
    times(best(conversions) / best(reads)),
    times(best(conversions) / best(copies)),
    `${megabytes((1000 * file.unpackedBytes) / best(conversions))}/s`,
    times(leastWork(conversions) / leastWork(reads)),
    times(leastWork(conversions) / leastWork(copies)),
    megabytes(memoryGrowth),
    [...inflater, ...others].join(', '),
  ]
}

function checksOf({ entry, result }: MeasuredConversion): readonly TargetCheck[] {
  if (!result) return []
  const { file, reads, inflations, conversions, memoryGrowth } = result
  const took = best(conversions)
  const rate = (1000 * file.unpackedBytes) / took
  return [
    atMost('growth', 'memory growth', memoryGrowth, MAX_MEMORY_GROWTH),
    ...(entry.maxRatio === undefined
      ? []
      : [atMost('ratio', 'as lines / reading', took / best(reads), entry.maxRatio)]),
    ...(entry.minRate === undefined
      ? []
      : [atLeast('rate', 'bytes a second', rate, entry.minRate)]),
    ...(inflations.length === 0
      ? []
      : [
          atMost(
            'inflate',
            'unpacked / the inflater alone',
            took / best(inflations),
            MAX_INFLATION,
          ),
        ]),
  ]
}

/** The first rows of the document are among it. */
const MAX_INFLATION = 1.25

function newBatchTable(results: readonly NewBatchResult[]): string[] {
  return [
    '| Rows | Their size | Requests | From ‘Open as document’ to the last verdict | Processor | Opening them as a file | Growth | Of opening | Of the form before |',
    '|---:|---:|---:|---:|---:|---:|---:|---:|---:|',
    ...results.map(
      ({ rows, rowBytes, requestBytes, made, openings, ...growth }) =>
        `| ${[
          grouped(rows),
          megabytes(rowBytes),
          megabytes(requestBytes),
          seconds(best(made)),
          seconds(leastWork(made)),
          seconds(Math.min(...openings)),
          megabytes(growth.memoryGrowth),
          megabytes(growth.openingGrowth),
          megabytes(growth.formGrowth),
        ].join(' | ')} |`,
    ),
    '',
  ]
}

function checksOfBatch({ rows, made, memoryGrowth, openingGrowth }: NewBatchResult): TargetCheck[] {
  const growth = atMost(
    'growth',
    'memory growth beyond that of opening',
    memoryGrowth - openingGrowth,
    MAX_MEMORY_GROWTH,
  )
  if (rows > SMALL_BATCH) return [growth]
  return [growth, atMost('made', 'made and opened', best(made), MAX_SMALL_BATCH_MS)]
}

function best(took: readonly Took[]): number {
  return Math.min(...took.map(({ ms }) => ms))
}

function leastWork(took: readonly Took[]): number {
  return Math.min(...took.map(({ processorMs }) => processorMs))
}
