// What the product sets out to be, as numbers beside the measured ones.
import type { CaseResult } from './measureCase.ts'
import { COLUMN_TITLES, type ColumnWork } from './measureColumns.ts'
import { FIRST_ROWS_OF_QUERY, QUERY_TITLES } from './queryCases.ts'
import type { Summary } from './summary.ts'

export interface TargetCheck {
  readonly id: string
  /** What is meant, for the list of those that were missed. */
  readonly title: string
  readonly measured: number
  /** `measured` is to be at most this, or at least. */
  readonly bound: { readonly atMost: number } | { readonly atLeast: number }
  readonly isReached: boolean
}

/** Last verdict by mere reading, by case. */
const MAX_RATIO: Readonly<Record<string, number>> = {
  ascii: 1.3,
  output: 1.3,
  embeddings: 1.3,
  chinese: 1.6,
  short: 2.5,
  'mixed-invalid': 2.5,
  'one-id': 2,
  'repeated-ids': 2,
  'unknown-keys': 2,
  'logit-bias': 2,
  'wrong-types': 2,
}

/** How many times as long the others are to take, by their ids. */
const MIN_TIMES_FASTER: Readonly<Record<string, number>> = {
  python: 4,
  jq: 5,
  'jq-parse': 5,
  zod: 3,
}

/** A query by mere reading. */
const MAX_QUERY_RATIO = { one: 1.5, three: 1.7 } as const

/** DuckDB is a program of the machine and takes all of its cores. */
const MAX_TIMES_DUCKDB = 2
/** The figures of all fields by mere reading, and what they take beside the open file. */
const MAX_FIELDS_RATIO = 3
const MAX_FIELDS_MEMORY = 300_000_000

/** Sorting by mere reading. */
const MAX_SORT_RATIO: Readonly<Partial<Record<ColumnWork, number>>> = { number: 2, string: 3 }
/** Bytes of the file by the time of its table, as it stands in the file. */
const MIN_CSV_THROUGHPUT = 150_000_000
/** What any work with columns takes beside the open file. */
const MAX_COLUMNS_MEMORY = 300_000_000

const MAX_FIRST_ROWS_MS = 200
const MAX_TASK_MS = 50
const MAX_MEMORY_GROWTH = 200_000_000

/** Not a file that anybody has: it is there to be withstood. */
const WITHOUT_TARGETS = 'all-invalid'

export function checkTargets(result: CaseResult, summary: Summary): readonly TargetCheck[] {
  if (result.id === WITHOUT_TARGETS) return []
  const checks = [
    atMost('first-rows', 'first rows', summary.firstRowsMs, MAX_FIRST_ROWS_MS),
    atMost('longest-task', 'longest task', summary.longestTaskMs, MAX_TASK_MS),
    atMost('memory-growth', 'memory growth', summary.memoryGrowth, MAX_MEMORY_GROWTH),
  ]
  for (const [id, bound] of Object.entries(MAX_QUERY_RATIO)) {
    const query = result.queries.find(({ title }) => title === QUERY_TITLES[id as 'one' | 'three'])
    if (!query) continue
    checks.push(atMost(`query-${id}`, query.title, query.ms / summary.readMs, bound))
    const duckDb = query.programs['DuckDB']
    if (duckDb !== undefined) {
      const title = `${query.title} / DuckDB`
      checks.push(atMost(`duckdb-${id}`, title, query.ms / duckDb, MAX_TIMES_DUCKDB))
    }
  }
  if (result.fields) {
    const { longTasks, memoryGrowth, ms } = result.fields
    checks.push(
      atMost('fields-ratio', 'figures of fields', ms / summary.readMs, MAX_FIELDS_RATIO),
      atMost('fields-memory', 'memory growth of figures', memoryGrowth, MAX_FIELDS_MEMORY),
      atMost('fields-task', 'longest task of figures', longTasks.longest, MAX_TASK_MS),
    )
  }
  checks.push(...columnChecks(result, summary))
  const first = result.queries.find(({ title }) => title === FIRST_ROWS_OF_QUERY)
  if (first) checks.push(atMost('query-first-rows', first.title, first.ms, MAX_FIRST_ROWS_MS))
  const ratio = MAX_RATIO[result.id]
  if (ratio !== undefined) {
    checks.push(atMost('ratio', 'last verdict / reading only', summary.ratio, ratio))
  }
  for (const { id, title } of result.comparisons) {
    const times = summary.timesFaster[id]
    const bound = MIN_TIMES_FASTER[id]
    if (times !== undefined && bound !== undefined) {
      checks.push(atLeast(id, `faster than ${title}`, times, bound))
    }
  }
  return checks
}

function columnChecks({ columns, bytes }: CaseResult, { readMs }: Summary): TargetCheck[] {
  return (Object.keys(COLUMN_TITLES) as ColumnWork[]).flatMap((work) => {
    const time = columns[work]
    if (!time) return []
    const title = COLUMN_TITLES[work]
    const ratio = MAX_SORT_RATIO[work]
    return [
      ...(ratio === undefined ? [] : [atMost(`${work}-ratio`, title, time.ms / readMs, ratio)]),
      ...(work === 'csv'
        ? [atLeast('csv-throughput', title, (bytes / time.ms) * 1000, MIN_CSV_THROUGHPUT)]
        : []),
      atMost(`${work}-memory`, `memory growth: ${title}`, time.memoryGrowth, MAX_COLUMNS_MEMORY),
      atMost(`${work}-task`, `longest task: ${title}`, time.longTasks.longest, MAX_TASK_MS),
    ]
  })
}

export function atMost(id: string, title: string, measured: number, limit: number): TargetCheck {
  return { id, title, measured, bound: { atMost: limit }, isReached: measured <= limit }
}

export function atLeast(id: string, title: string, measured: number, limit: number): TargetCheck {
  return { id, title, measured, bound: { atLeast: limit }, isReached: measured >= limit }
}
