// What a user would otherwise take, timed on the same file.
import type { Browser } from '@playwright/test'
import type { BenchCase } from '../../src/benchmark/benchCases.ts'
import type { BenchFile } from './benchFiles.ts'
import type { Program } from './programs.ts'
import { ReferencePage } from './referencePage.ts'

export interface Comparison {
  readonly id: string
  readonly title: string
  /** Milliseconds, the best of the runs; absent when it was not run. */
  readonly ms?: number
  /** Absent when it only parses. */
  readonly invalid?: number
  /** Why there is no time. */
  readonly skipped?: string
}

/** Milliseconds after which a program is not run again: slow ones take a minute for 1 GB. */
const ENOUGH = 20_000

const ZOD = { id: 'zod', title: 'JSON.parse and zod, in a worker' } as const

interface Validation {
  readonly lines: number
  readonly invalid?: number
  readonly ms: number
}

/** In a worker of the browser. */
export async function compareZod(
  browser: Browser,
  address: string,
  workerCode: string,
  entry: BenchCase,
  file: BenchFile,
  runs: number,
): Promise<Comparison> {
  const page = await ReferencePage.open(browser, address, file.path, workerCode)
  try {
    return { ...ZOD, ...(await bestOf(runs, file, () => page.validate(entry.formatId))) }
  } finally {
    await page.close()
  }
}

/** On the machine, outside of the browser. */
export async function compareProgram(
  program: Program,
  entry: BenchCase,
  file: BenchFile,
  runs: number,
): Promise<Comparison> {
  const { id, title } = program
  if (program.version === undefined) return { id, title, skipped: 'not installed' }
  try {
    const best = await bestOf(runs, file, async () => {
      const startedAt = performance.now()
      const verdict = await program.validate(entry, file)
      return { ...verdict, ms: performance.now() - startedAt }
    })
    return { id, title, ...best }
  } catch (error) {
    // What a program ends with that gives up.
    const hasStopped = typeof (error as { code?: unknown }).code === 'number'
    if (program.stopsAtErrors !== true || !hasStopped) throw error
    return { id, title, skipped: 'stops at the first invalid line' }
  }
}

/** The fastest of the runs. Fails unless all lines were validated: other work may not be compared. */
async function bestOf(
  runs: number,
  file: BenchFile,
  validate: () => Promise<Validation>,
): Promise<Pick<Validation, 'ms' | 'invalid'>> {
  let best: Validation | undefined
  let spent = 0
  for (let run = 0; run < runs && spent < ENOUGH; run += 1) {
    const validation = await validate()
    if (validation.lines !== file.lines) {
      throw new Error(`${validation.lines} of ${file.lines} lines were validated`)
    }
    spent += validation.ms
    if (best === undefined || validation.ms < best.ms) best = validation
  }
  if (best === undefined) throw new Error('Nothing was run')
  const { ms, invalid } = best
  return { ms, ...(invalid === undefined ? {} : { invalid }) }
}
