// What comes after opening a large file: a jump, a search, fixing all, the finished download.
import type { Browser } from '@playwright/test'
import type { BenchCase } from '../../src/benchmark/benchCases.ts'
import type { App } from '../support/app.ts'
import { fileHash } from '../support/fileHash.ts'
import { hashOfCase, type BenchFile } from './benchFiles.ts'
import { type Journey, MISTAKE_CODE, mistakesIn } from './journeys.ts'
import type { OpenedApp } from './measureOpening.ts'
import { type LongTasks, takeLongTasks, timeUntil } from './pageClock.ts'
import { fixAllAnswer } from '../support/fixAll.ts'
import { wordsOf } from '../support/words.ts'
import { readRendererMemory } from './rendererMemory.ts'

/** Times in milliseconds. */
export interface JourneyTimes {
  /** To the last line. */
  readonly jumpMs: number
  /** From the press on another language until the page is shown in it; the slowest of four changes. */
  readonly languageMs: number
  /** Over the whole file; one line, the last, matches. */
  readonly searchMs: number
  /** Lines that 'Fix all' fixed. */
  readonly fixes: number
  readonly fixAllMs?: number
  readonly exportMs: number
  /** Of a JSON array, if the journey has one. */
  readonly arrayExportMs?: number
  readonly longTasks: LongTasks
  /** At the end, above what the empty app has. */
  readonly memoryGrowth: number
}

/** `entry` is the case without the mistakes of the journey: what the export has to be. */
export async function measureJourney(
  browser: Browser,
  { app, memoryBefore }: OpenedApp,
  journey: Journey,
  entry: BenchCase,
  targetBytes: number,
  file: BenchFile,
): Promise<JourneyTimes> {
  const { page } = app
  await page.getByLabel('Go to line', { exact: true }).fill(String(file.lines))
  const jump = page.keyboard.press('Enter')
  const jumpMs = await timeUntil(page, 'keydown', `[data-line="${file.lines}"][data-verdict]`)
  await jump

  const languageMs = await changeLanguages(app)

  await app.searchBox.fill(journey.textOf(entry.line(file.lines - 1)))
  await app.searchBox.press('Enter')
  const searchMs = await timeUntil(page, 'input', '[data-matches="1"][data-state=done]')

  const fixes = mistakesIn(entry, targetBytes)
  const fixAllMs = fixes > 0 ? await fixAll(app) : undefined

  const exportStartedAt = performance.now()
  const path = await app.exportTo('All lines')
  const exportMs = performance.now() - exportStartedAt
  const arrayExportMs = journey.exportsArray ? await exportArray(app) : undefined
  const memoryAfter = await readRendererMemory(browser)
  const longTasks = await takeLongTasks(page)
  if ((await fileHash(path)) !== hashOfCase(entry, targetBytes)) {
    throw new Error(`${entry.id}: the export is not what it has to be`)
  }
  return {
    jumpMs,
    languageMs,
    searchMs,
    fixes,
    ...(fixAllMs === undefined ? {} : { fixAllMs }),
    exportMs,
    ...(arrayExportMs === undefined ? {} : { arrayExportMs }),
    longTasks,
    memoryGrowth: memoryAfter - memoryBefore,
  }
}

/** Mends all mistakes of the file; it has no others. */
async function fixAll(app: App): Promise<number> {
  await app.cause(MISTAKE_CODE).getByRole('button', { name: 'Fix all' }).click()
  await fixAllAnswer(app).click()
  return timeUntil(app.page, 'click', '[role=status][data-state][data-invalid="0"]')
}

/** There and back twice; only the first change loads a catalogue. */
async function changeLanguages(app: App): Promise<number> {
  const chinese = wordsOf('zh-TW')
  const times: number[] = []
  for (const [say, name, next] of [
    [app.say, '繁體中文', chinese],
    [chinese, 'English', app.say],
    [app.say, '繁體中文', chinese],
    [chinese, 'English', app.say],
  ] as const) {
    await app.page.getByRole('button', { name: say('Language'), exact: true }).click()
    await app.page.getByRole('menuitemradio', { name, exact: true }).click()
    const field = `input[aria-label="${next('Search lines')}"]`
    times.push(await timeUntil(app.page, 'click', field))
  }
  return Math.max(...times)
}

async function exportArray(app: App): Promise<number> {
  const startedAt = performance.now()
  await app.exportTo('All lines', 'JSON array')
  return performance.now() - startedAt
}
