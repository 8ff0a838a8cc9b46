// The results as one Markdown table: a column per case, a row per measure, targets beside the measured.
import { ALL_READINGS } from '../../src/benchmark/readOnly.ts'
import type { CaseResult } from './measureCase.ts'
import { COLUMN_TITLES, type ColumnWork } from './measureColumns.ts'
import { FIRST_ROWS_OF_QUERY, QUERY_TITLES } from './queryCases.ts'
import type { Summary } from './summary.ts'
import type { TargetCheck } from './targets.ts'

export interface Column {
  readonly result: CaseResult
  readonly summary: Summary
  readonly checks: readonly TargetCheck[]
}

interface Row {
  readonly title: string
  /** Undefined where nothing was measured; a text says why. */
  readonly value: (column: Column) => number | string | undefined
  readonly format: (value: number) => string
  readonly targetId?: string
}

const MEGABYTE = 1_000_000

export function reportTable(columns: readonly Column[]): string[] {
  const rows = [
    ...OPENING,
    ...comparisonRows(columns),
    ...QUERIES,
    FIRST_ROWS,
    ...FIELDS,
    ...COLUMN_ROWS,
    ...JOURNEY,
  ].filter(({ value }) => columns.some((column) => value(column) !== undefined))
  return [
    `| | ${columns.map(({ result }) => result.title).join(' | ')} |`,
    `|---|${columns.map(() => '---:').join('|')}|`,
    ...rows.map(
      (row) => `| ${row.title} | ${columns.map((column) => cellOf(row, column)).join(' | ')} |`,
    ),
  ]
}

function cellOf({ value, format, targetId }: Row, column: Column): string {
  const measured = value(column)
  if (measured === undefined) return '–'
  if (typeof measured === 'string') return measured
  const check = column.checks.find(({ id }) => id === targetId)
  if (check === undefined) return format(measured)
  const { bound, isReached } = check
  const limit = 'atMost' in bound ? `≤ ${format(bound.atMost)}` : `≥ ${format(bound.atLeast)}`
  return `${format(measured)} ${isReached ? '✓' : '✗'} ${limit}`
}

const OPENING: readonly Row[] = [
  { title: 'Size', value: ({ result }) => result.bytes, format: megabytes },
  { title: 'Lines', value: ({ result }) => result.lines, format: grouped },
  { title: 'Invalid lines', value: ({ summary }) => summary.invalid, format: grouped },
  { title: 'Shapes of lines', value: ({ summary }) => summary.shapes, format: grouped },
  ...ALL_READINGS.map(
    ({ id, title }): Row => ({
      title: `Reading only: ${title}`,
      value: ({ result }) => Math.min(...(result.readings[id] ?? [])),
      format: seconds,
    }),
  ),
  { title: 'Last verdict, best', value: ({ summary }) => summary.lastVerdictMs, format: seconds },
  {
    title: 'Last verdict, median',
    value: ({ summary }) => summary.lastVerdictMedianMs,
    format: seconds,
  },
  {
    title: 'Last verdict / reading only',
    value: ({ summary }) => summary.ratio,
    format: times,
    targetId: 'ratio',
  },
  {
    title: 'Last verdict / reading only as the app does',
    value: ({ summary }) => summary.ratioToOwnReading,
    format: times,
  },
  {
    title: 'Throughput',
    value: ({ summary }) => summary.bytesPerSecond,
    format: (value) => `${megabytes(value)}/s`,
  },
  {
    title: 'First rows',
    value: ({ summary }) => summary.firstRowsMs,
    format: milliseconds,
    targetId: 'first-rows',
  },
  {
    title: 'Tasks over 50 ms while reading',
    value: ({ summary }) => summary.longTasks,
    format: grouped,
  },
  {
    title: 'Longest task while reading',
    value: ({ summary }) => summary.longestTaskMs,
    format: (value) => (value === 0 ? 'under 50 ms' : milliseconds(value)),
    targetId: 'longest-task',
  },
  {
    title: 'Memory growth while reading',
    value: ({ summary }) => summary.memoryGrowth,
    format: megabytes,
    targetId: 'memory-growth',
  },
]

/** Two rows for each program: its time with what it found, and how many times as long it takes. */
function comparisonRows(columns: readonly Column[]): Row[] {
  const titles = new Map(
    columns.flatMap(({ result }) => result.comparisons.map(({ id, title }) => [id, title])),
  )
  return [...titles].flatMap(([id, title]): Row[] => {
    const found = (column: Column) => column.result.comparisons.find((one) => one.id === id)
    return [
      { title, value: (column) => found(column)?.ms ?? found(column)?.skipped, format: seconds },
      {
        title: '… invalid lines that it finds',
        value: (column) => found(column)?.invalid,
        format: grouped,
      },
      {
        title: '… Lineproof is faster',
        value: ({ summary }) => summary.timesFaster[id],
        format: times,
        targetId: id,
      },
    ]
  })
}

/** Names, as in queryPrograms.ts. */
const QUERY_PROGRAMS = ['DuckDB', 'jq', 'Python'] as const

const FIRST_ROWS: Row = {
  title: FIRST_ROWS_OF_QUERY,
  value: ({ result }) => result.queries.find(({ title }) => title === FIRST_ROWS_OF_QUERY)?.ms,
  format: milliseconds,
  targetId: 'query-first-rows',
}

/** Of each query its time, and that by merely reading. */
const QUERIES: readonly Row[] = Object.entries(QUERY_TITLES).flatMap(([id, title]): Row[] => {
  const asked = ({ result }: Column) => result.queries.find((one) => one.title === title)
  const time = (column: Column) => asked(column)?.ms
  return [
    { title, value: time, format: seconds },
    {
      title: '… / reading only',
      value: (column) => {
        const ms = time(column)
        return ms === undefined ? undefined : ms / column.summary.readMs
      },
      format: times,
      targetId: `query-${id}`,
    },
    ...QUERY_PROGRAMS.map(
      (name): Row => ({
        title: `… ${name}`,
        value: (column) => asked(column)?.programs[name],
        format: seconds,
      }),
    ),
  ]
})

const FIELDS: readonly Row[] = [
  { title: 'Figures of all fields', value: ({ result }) => result.fields?.ms, format: seconds },
  {
    title: '… / reading only',
    value: ({ result, summary }) => result.fields && result.fields.ms / summary.readMs,
    format: times,
    targetId: 'fields-ratio',
  },
  { title: '… fields', value: ({ result }) => result.fields?.fields, format: grouped },
  {
    title: '… memory growth',
    value: ({ result }) => result.fields?.memoryGrowth,
    format: megabytes,
    targetId: 'fields-memory',
  },
  {
    title: '… longest task',
    value: ({ result }) => result.fields?.longTasks.longest,
    format: (value) => (value === 0 ? 'under 50 ms' : milliseconds(value)),
    targetId: 'fields-task',
  },
]

const COLUMN_ROWS: readonly Row[] = Object.entries(COLUMN_TITLES).flatMap(([id, title]): Row[] => {
  const timeOf = ({ result }: Column) => result.columns[id as ColumnWork]
  return [
    { title, value: (column) => timeOf(column)?.ms, format: seconds },
    {
      title: '… / reading only',
      value: (column) => {
        const time = timeOf(column)
        return time && time.ms / column.summary.readMs
      },
      format: times,
      targetId: `${id}-ratio`,
    },
    {
      title: '… throughput of the file',
      value: (column) => {
        const time = timeOf(column)
        return time && (column.result.bytes / time.ms) * 1000
      },
      format: (value) => `${megabytes(value)}/s`,
      targetId: `${id}-throughput`,
    },
    {
      title: '… memory growth',
      value: (column) => timeOf(column)?.memoryGrowth,
      format: megabytes,
      targetId: `${id}-memory`,
    },
    {
      title: '… longest task',
      value: (column) => timeOf(column)?.longTasks.longest,
      format: (value) => (value === 0 ? 'under 50 ms' : milliseconds(value)),
      targetId: `${id}-task`,
    },
  ]
})

const JOURNEY: readonly Row[] = [
  {
    title: 'Jump to the last line',
    value: ({ result }) => result.journey?.jumpMs,
    format: milliseconds,
  },
  {
    title: 'Change of the language',
    value: ({ result }) => result.journey?.languageMs,
    format: milliseconds,
  },
  {
    title: 'Search, one match in the last line',
    value: ({ result }) => result.journey?.searchMs,
    format: seconds,
  },
  {
    title: 'Lines that are mended by one fix',
    value: ({ result }) => result.journey?.fixes,
    format: grouped,
  },
  { title: 'Fix all', value: ({ result }) => result.journey?.fixAllMs, format: seconds },
  {
    title: 'Export, download complete',
    value: ({ result }) => result.journey?.exportMs,
    format: seconds,
  },
  {
    title: 'Export as a JSON array, download complete',
    value: ({ result }) => result.journey?.arrayExportMs,
    format: seconds,
  },
  {
    title: 'Longest task meanwhile',
    value: ({ result }) => result.journey?.longTasks.longest,
    format: (value) => (value === 0 ? 'under 50 ms' : milliseconds(value)),
  },
  {
    title: 'Memory growth at the end',
    value: ({ result }) => result.journey?.memoryGrowth,
    format: megabytes,
  },
]

export function seconds(value: number): string {
  return `${(value / 1000).toFixed(2)} s`
}

export function milliseconds(value: number): string {
  return `${Math.round(value)} ms`
}

export function times(value: number): string {
  return `${value.toFixed(2)} ×`
}

export function megabytes(bytes: number): string {
  return `${grouped(Math.round(bytes / MEGABYTE))} MB`
}

export function grouped(count: number): string {
  return count.toLocaleString('en')
}
