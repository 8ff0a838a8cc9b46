// One case: reading its file, opening it with the app and validating it by other means, in turns, so that
// a machine that is slow for a while is slow for all of them.
import type { Browser } from '@playwright/test'
import type { BenchCase } from '../../src/benchmark/benchCases.ts'
import { ALL_READINGS } from '../../src/benchmark/readOnly.ts'
import { english } from '../../src/i18n/loadTranslator.ts'
import type { BenchFile } from './benchFiles.ts'
import { compareProgram, compareZod, type Comparison } from './compare.ts'
import { journeyOf } from './journeys.ts'
import { type ColumnTimes, measureColumns } from './measureColumns.ts'
import { type FieldsTime, measureFields } from './measureFields.ts'
import { type JourneyTimes, measureJourney } from './measureJourney.ts'
import { measureOpening, type Opening } from './measureOpening.ts'
import { askPrograms, measureQueries, type QueryTime } from './measureQueries.ts'
import type { Program } from './programs.ts'
import type { QueryProgram } from './queryPrograms.ts'
import { ReferencePage } from './referencePage.ts'

export interface CaseResult {
  readonly id: string
  readonly title: string
  readonly bytes: number
  readonly lines: number
  /** All times of merely reading, in milliseconds, by the id of the way. */
  readonly readings: Readonly<Record<string, readonly number[]>>
  readonly openings: readonly Opening[]
  readonly comparisons: readonly Comparison[]
  readonly journey?: JourneyTimes
  readonly queries: readonly QueryTime[]
  /** Of the last opening. */
  readonly fields?: FieldsTime
  readonly columns: ColumnTimes
}

/** What can be left out, after the last opening. */
export const BENCH_PARTS = ['queries', 'fields', 'columns', 'journey'] as const

export type BenchPart = (typeof BENCH_PARTS)[number]

export interface BenchSetup {
  readonly browser: Browser
  /** Of the built app. */
  readonly address: string
  /** Code of the reference page. */
  readonly workerCode: string
  readonly targetBytes: number
  /** How often each is measured. */
  readonly runs: number
  /** What is measured beside opening. */
  readonly parts: readonly BenchPart[]
  /** Undefined: nothing is compared but reading. */
  readonly programs: readonly Program[] | undefined
  /** The same. */
  readonly queryPrograms: readonly QueryProgram[] | undefined
  readonly say: (what: string) => void
}

/** `entry` is the case without mistakes for its journey, `validated` the one that `file` holds. */
export async function measureCase(
  setup: BenchSetup,
  entry: BenchCase,
  file: BenchFile,
): Promise<CaseResult> {
  const { browser, address, workerCode, runs, parts, say } = setup
  const readings: Record<string, number[]> = {}
  const openings: Opening[] = []
  let journey: JourneyTimes | undefined
  let queries: readonly QueryTime[] = []
  let fields: FieldsTime | undefined
  let columns: ColumnTimes = {}

  const read = async (times: number) => {
    const page = await ReferencePage.open(browser, address, file.path, workerCode)
    try {
      for (let round = 0; round < times; round += 1) {
        for (const { id } of ALL_READINGS) (readings[id] ??= []).push(await page.read(id))
      }
    } finally {
      await page.close()
    }
  }

  say('reading only …')
  // The first round also brings the file into the page cache.
  await read(2)
  for (let run = 1; run <= runs; run += 1) {
    say(`opening with the app, ${run} of ${runs} …`)
    const opened = await measureOpening(browser, address, file)
    openings.push(opened.opening)
    if (run === runs) {
      say('queries, fields, columns …')
      if (parts.includes('queries')) queries = await measureQueries(opened.app, entry.id, file)
      // Of lines that all are no JSON there are no fields.
      if (parts.includes('fields') && opened.opening.invalid < file.lines) {
        fields = await measureFields(browser, opened, file)
      }
      if (parts.includes('columns')) {
        columns = await measureColumns(browser, opened, entry.id, file)
      }
    }
    const plan = parts.includes('journey') ? journeyOf(entry) : undefined
    if (run === runs && plan) {
      say('jump, search, fix all, export …')
      journey = await measureJourney(browser, opened, plan, entry, setup.targetBytes, file)
    }
    await opened.context.close()
    await read(1)
  }

  const comparisons: Comparison[] = []
  if (setup.programs) {
    say('JSON.parse and zod …')
    comparisons.push(await compareZod(browser, address, workerCode, entry, file, runs))
    for (const program of setup.programs) {
      say(`${program.title} …`)
      comparisons.push(await compareProgram(program, entry, file, runs))
    }
  }
  if (setup.queryPrograms && queries.length > 0) {
    say('the same queries by other programs …')
    queries = await askPrograms(queries, setup.queryPrograms, file)
  }
  return {
    id: entry.id,
    title: english.t(entry.title),
    bytes: file.bytes,
    lines: file.lines,
    readings,
    openings,
    comparisons,
    ...(journey && { journey }),
    queries,
    ...(fields && { fields }),
    columns,
  }
}
