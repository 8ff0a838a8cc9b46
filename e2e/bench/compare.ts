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

export const ZOD = { id: 'zod', title: 'JSON.parse and zod, in a worker' } as const

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
    let ms = Number.POSITIVE_INFINITY
    let invalid = 0
    for (let run = 0; run < runs; run += 1) {
      const judgement = await page.judge(entry.formatId)
      assertAllLines(ZOD.title, judgement.lines, file)
      ms = Math.min(ms, judgement.ms)
      invalid = judgement.invalid
    }
    return { ...ZOD, ms, invalid }
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
  let ms = Number.POSITIVE_INFINITY
  let invalid: number | undefined
  for (let run = 0; run < runs; run += 1) {
    const startedAt = performance.now()
    try {
      const verdict = await program.judge(entry, file)
      ms = Math.min(ms, performance.now() - startedAt)
      assertAllLines(title, verdict.lines, file)
      invalid = verdict.invalid
    } catch (error) {
      // jq that only parses ends so at the first line that is no JSON.
      if (program.stopsAtErrors && (error as { code?: unknown }).code !== undefined) {
        return { id, title, skipped: 'stops at the first invalid line' }
      }
      throw error
    }
  }
  return { id, title, ms, ...(invalid === undefined ? {} : { invalid }) }
}

/** Times of different work may not be compared. */
function assertAllLines(title: string, lines: number, file: BenchFile): void {
  if (lines !== file.lines) throw new Error(`${title} saw ${lines} of ${file.lines} lines`)
}
