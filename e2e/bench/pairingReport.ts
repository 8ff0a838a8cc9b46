// The pairing as a table of its own: a row per measure, with the target where there is one. The best
// time counts for what reads the files, the worst for what a user feels at once, and for memory.
import { ALL_READINGS, LENT_READING, READINGS } from '../../src/benchmark/readOnly.ts'
import type { BothRead, PairingResult } from './measurePairingCase.ts'
import { grouped, megabytes, milliseconds, seconds, times } from './reportTable.ts'
import { atMost, type TargetCheck } from './targets.ts'

const MAX_RATIO = 1.5
const MAX_MEMORY_GROWTH = 300_000_000
const MAX_FILTER_MS = 100
const MAX_TASK_MS = 50

interface Row {
  readonly title: string
  readonly value: number | undefined
  readonly format: (value: number) => string
  /** At most. */
  readonly target?: number
}

export function pairingTable(result: PairingResult): string[] {
  const lines = rowsOf(result).flatMap(({ title, value, format, target }) => {
    if (value === undefined) return []
    const mark = target === undefined ? '' : ` ${value <= target ? '✓' : '✗'} ≤ ${format(target)}`
    return [`| ${title} | ${format(value)}${mark} |`]
  })
  return ['| | Pairing |', '|---|---:|', ...lines]
}

export function pairingChecks(result: PairingResult): readonly TargetCheck[] {
  return rowsOf(result).flatMap(({ title, value, target }) =>
    value === undefined || target === undefined ? [] : [atMost(title, title, value, target)],
  )
}

function rowsOf(result: PairingResult): readonly Row[] {
  const { batch, drops, journeys } = result
  const best = (pick: (journey: (typeof journeys)[number]) => number) =>
    Math.min(...journeys.map(pick))
  const worst = (pick: (journey: (typeof journeys)[number]) => number) =>
    Math.max(...journeys.map(pick))
  const dropMs = Math.min(...drops.map((drop) => drop.dropMs))
  const pairMs = best((journey) => journey.pairMs)
  const retryMs = best((journey) => journey.retryMs)
  const both = fastest(result, ({ inputMs, outputMs }) => inputMs + outputMs)
  const own = timeOf(result, LENT_READING.id, ({ inputMs, outputMs }) => inputMs + outputMs)
  const together = timeOf(result, LENT_READING.id, ({ togetherMs }) => togetherMs)
  const filters = Object.keys(journeys[0]?.filterMs ?? {})
  const longest = Math.max(...drops.map(({ dropLongTasks }) => dropLongTasks.longest))
  return [
    { title: 'Input', value: batch.input.bytes, format: megabytes },
    { title: 'Output', value: batch.output.bytes, format: megabytes },
    { title: 'Requests', value: batch.input.lines, format: grouped },
    { title: 'Failed', value: batch.failed, format: grouped },
    { title: 'Missing', value: batch.missing, format: grouped },
    ...ALL_READINGS.map(
      ({ id, title }): Row => ({
        title: `Reading both: ${title}`,
        value: timeOf(result, id, ({ inputMs, outputMs }) => inputMs + outputMs),
        format: seconds,
      }),
    ),
    { title: 'Reading both at once, as the app does', value: together, format: seconds },
    { title: 'From the drop of all files to all outcomes', value: dropMs, format: seconds },
    { title: '… / reading both', value: dropMs / both, format: times },
    { title: '… / reading both as the app does', value: dropMs / own, format: times },
    { title: 'Files open: from ‘Pair’ to all outcomes', value: pairMs, format: seconds },
    { title: '… / reading both', value: pairMs / both, format: times, target: MAX_RATIO },
    { title: '… / reading both as the app does', value: pairMs / own, format: times },
    { title: '… / reading both at once, as the app does', value: pairMs / together, format: times },
    {
      title: 'Memory growth, highest from the drop until all is shown',
      value: Math.max(...drops.map(({ dropMemoryGrowth }) => dropMemoryGrowth)),
      format: megabytes,
      target: MAX_MEMORY_GROWTH,
    },
    {
      title: 'Memory growth, at rest after it',
      value: Math.max(...drops.map(({ restMemoryGrowth }) => restMemoryGrowth)),
      format: megabytes,
    },
    {
      title: 'Memory growth, highest with filters, searches and a retry file',
      value: worst(({ memoryGrowth }) => memoryGrowth),
      format: megabytes,
    },
    ...filters.map(
      (title): Row => ({
        title: `Filter ‘${title}’, rows shown`,
        value: worst(({ filterMs }) => filterMs[title] ?? Number.NaN),
        format: milliseconds,
        target: MAX_FILTER_MS,
      }),
    ),
    {
      title: 'Search for an id',
      value: best(({ searchMs }) => searchMs),
      format: seconds,
    },
    {
      title: 'Search for a text that is nowhere',
      value: best(({ emptySearchMs }) => emptySearchMs),
      format: seconds,
    },
    { title: 'Retry file of all that failed', value: retryMs, format: seconds },
    {
      title: '… / reading the input',
      value: retryMs / fastest(result, ({ inputMs }) => inputMs),
      format: times,
      target: 1,
    },
    {
      title: 'Longest task, from the drop to all outcomes',
      value: longest,
      format: task,
      target: MAX_TASK_MS,
    },
    {
      title: 'Longest task, from ‘Pair’ to the retry file',
      value: worst(({ longTasks }) => longTasks.longest),
      format: task,
      target: MAX_TASK_MS,
    },
    { title: 'Python, a dictionary and json', value: result.pythonMs, format: seconds },
    {
      title: '… / from the drop to all outcomes',
      value: result.pythonMs === undefined ? undefined : result.pythonMs / dropMs,
      format: times,
    },
  ]
}

function task(value: number): string {
  return value === 0 ? 'under 50 ms' : milliseconds(value)
}

function timeOf(result: PairingResult, id: string, pick: (both: BothRead) => number): number {
  return Math.min(...(result.readings[id] ?? []).map(pick))
}

/** Of the usual ways of reading. */
function fastest(result: PairingResult, pick: (both: BothRead) => number): number {
  return Math.min(...READINGS.map(({ id }) => timeOf(result, id, pick)))
}
