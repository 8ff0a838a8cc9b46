// One file, from the drop to the finished download, as a user would do it.
import { stat } from 'node:fs/promises'
import type { Browser } from '@playwright/test'
import { App } from '../support/app.ts'
import type { WrittenFile } from '../support/lineWriter.ts'
import type { BenchCase } from './benchCases.ts'
import type { ReadingTimes } from './measureReading.ts'
import { installClock, type LongTasks, takeLongTasks, timeUntil } from './pageClock.ts'
import { readRendererMemory, watchRendererMemory } from './rendererMemory.ts'

/** Times in milliseconds, sizes in bytes. */
export interface CaseResult {
  readonly id: string
  readonly title: string
  readonly bytes: number
  readonly lines: number
  readonly invalid: number
  readonly reading: ReadingTimes
  readonly firstRowsMs: number
  /** What the app itself states. */
  readonly statedReadMs: number
  readonly lastVerdictMs: number
  /** Of the last verdict and mere reading. */
  readonly ratio: number
  readonly longTasks: LongTasks
  /** Highest memory while reading, above what the empty app has. */
  readonly memoryGrowthPeak: number
  readonly memoryGrowthAfter: number
  readonly jumpMs: number
  readonly searchMs: number
  readonly editCount: number
  readonly fixAllMs?: number
  readonly exportMs: number
  readonly exportBytes: number
  readonly laterLongTasks: LongTasks
}

const TIMEOUT = 300_000

export async function measureCase(
  browser: Browser,
  address: string,
  entry: BenchCase,
  file: WrittenFile,
  reading: ReadingTimes,
): Promise<CaseResult> {
  const context = await browser.newContext({ baseURL: address, locale: 'en-GB' })
  const page = await context.newPage()
  page.setDefaultTimeout(TIMEOUT)
  await installClock(page)
  const app = new App(page)
  await app.start()
  await page.waitForLoadState('networkidle')
  const memoryBefore = await readRendererMemory(browser)
  await takeLongTasks(page)

  const memory = watchRendererMemory(browser)
  const firstRows = timeUntil(page, 'drop', '[role=grid] [data-line="1"][data-verdict]')
  const lastVerdict = timeUntil(page, 'drop', '[role=status][data-state=ready]')
  await app.dropFiles([file.path])
  const firstRowsMs = await firstRows
  const lastVerdictMs = await lastVerdict
  const memoryPeak = await memory.stop()
  const longTasks = await takeLongTasks(page)
  const { invalid } = await app.facts()
  const statedReadMs = Number(await app.status.getAttribute('data-read-ms'))

  await page.getByLabel('Go to line', { exact: true }).fill(String(file.lines))
  const jump = page.keyboard.press('Enter')
  const jumpMs = await timeUntil(page, 'keydown', `[data-line="${file.lines}"][data-verdict]`)
  await jump

  await app.searchBox.fill(entry.lastLineText(file.lines))
  await app.searchBox.press('Enter')
  const searchMs = await timeUntil(page, 'input', '[data-matches="1"][data-state=done]')

  const fixAllMs = entry.edits > 0 ? await fixAll(app) : undefined

  const exportStartedAt = performance.now()
  const path = await app.exportTo('All lines')
  const exportMs = performance.now() - exportStartedAt
  const exportBytes = (await stat(path)).size
  if (exportBytes !== file.bytes - entry.edits) throw new Error('The export has a wrong size')
  const memoryAfter = await readRendererMemory(browser)
  const laterLongTasks = await takeLongTasks(page)
  await context.close()

  return {
    id: entry.id,
    title: entry.title,
    bytes: file.bytes,
    lines: file.lines,
    invalid,
    reading,
    firstRowsMs,
    statedReadMs,
    lastVerdictMs,
    ratio: lastVerdictMs / reading.bestMs,
    longTasks,
    memoryGrowthPeak: memoryPeak - memoryBefore,
    memoryGrowthAfter: memoryAfter - memoryBefore,
    jumpMs,
    searchMs,
    editCount: entry.edits,
    ...(fixAllMs === undefined ? {} : { fixAllMs }),
    exportMs,
    exportBytes,
    laterLongTasks,
  }
}

/** Fixes all trailing commas; the file has no other mistakes. */
async function fixAll(app: App): Promise<number> {
  await app.cause('trailing-comma').getByRole('button', { name: 'Fix all' }).click()
  return timeUntil(app.page, 'click', '[role=status][data-state][data-invalid="0"]')
}
