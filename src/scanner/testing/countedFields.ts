// Figures of fields by the module, in the form of those that are computed plainly.

import { type CountedLines, FieldStatistics, type StatisticsLimits } from '../fieldStatistics.ts'
import type { CountedField } from '../statisticsTable.ts'
import { loadScannerModule } from './loadScanner.ts'

const LIMITS: StatisticsLimits = {
  fields: 4096,
  keys: 1000,
  depth: 64,
  kept: 256,
  textBytes: 192,
}

const PLAIN_LINES: CountedLines = { readWords() {}, wayOf: () => 'plain' }

const encoder = new TextEncoder()

/** `cuts`: where the bytes are cut in chunks, as shares of 2^32. */
export async function countText(
  text: string | Uint8Array,
  options: {
    limits?: Partial<StatisticsLimits>
    lines?: CountedLines
    cuts?: readonly number[]
    usualKeys?: readonly string[]
  } = {},
) {
  const { limits = {}, lines = PLAIN_LINES, cuts = [], usualKeys = [] } = options
  const bytes = typeof text === 'string' ? encoder.encode(text) : text
  const statistics = new FieldStatistics(
    await loadScannerModule(),
    lines,
    { ...LIMITS, ...limits },
    { usualKeys },
  )
  const places = [0, ...cuts.map((cut) => cut % (bytes.length + 1)), bytes.length].sort(
    (a, b) => a - b,
  )
  do {
    for (let i = 1; i < places.length; i++)
      statistics.push(bytes.subarray(places[i - 1], places[i]))
    statistics.finish()
  } while (statistics.beginsAgain())
  const fields = statistics.fields()
  return { statistics, fields, totals: statistics.totals(), byPath: fieldsByPath(fields) }
}

function fieldsByPath(fields: readonly CountedField[]): Map<string, CountedField> {
  const paths: string[][] = []
  return new Map(
    fields.map((field) => {
      const path = field.step === undefined ? [] : [...(paths[field.parent] ?? []), field.step]
      paths.push(path as string[])
      return [JSON.stringify(path), field]
    }),
  )
}
