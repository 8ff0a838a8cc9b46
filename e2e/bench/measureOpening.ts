// One opening of a file with the app, as a user would do it: from the drop to the last verdict.
import type { Browser, BrowserContext } from '@playwright/test'
import { App } from '../support/app.ts'
import type { BenchFile } from './benchFiles.ts'
import { installClock, type LongTasks, takeLongTasks, timeUntil } from './pageClock.ts'
import { readRendererMemory, watchRendererMemory } from './rendererMemory.ts'

/** Times in milliseconds, sizes in bytes. */
export interface Opening {
  readonly firstRowsMs: number
  readonly lastVerdictMs: number
  /** What the app itself states. */
  readonly statedReadMs: number
  readonly invalid: number
  readonly warnings: number
  /** Distinct shapes of lines that were seen. */
  readonly shapes: number
  readonly longTasks: LongTasks
  /** Highest memory while reading, above what the empty app has. */
  readonly memoryGrowth: number
}

/** The app with the file open; for going on with it. */
export interface OpenedApp {
  readonly app: App
  readonly context: BrowserContext
  readonly opening: Opening
  /** Bytes of the empty app. */
  readonly memoryBefore: number
}

const TIMEOUT = 300_000
/** Milliseconds. */
const REST = 2000

/** A context of its own: nothing that the app kept of an earlier opening is there. */
export async function measureOpening(
  browser: Browser,
  address: string,
  file: BenchFile,
): Promise<OpenedApp> {
  const context = await browser.newContext({ baseURL: address, locale: 'en-GB' })
  const page = await context.newPage()
  page.setDefaultTimeout(TIMEOUT)
  await installClock(page)
  const app = new App(page)
  await app.start()
  await page.waitForLoadState('networkidle')
  // No one drops a file within a second of the page's appearing: the app is at rest by then.
  await page.waitForTimeout(REST)
  const memoryBefore = await readRendererMemory(browser)
  await takeLongTasks(page)

  const memory = await watchRendererMemory(browser)
  const firstRows = timeUntil(page, 'drop', '[role=grid] [data-line="1"][data-verdict]')
  const lastVerdict = timeUntil(page, 'drop', '[role=status][data-state=ready]')
  await app.dropFiles([file.path])
  const firstRowsMs = await firstRows
  const lastVerdictMs = await lastVerdict
  const memoryPeak = await memory.stop()
  const longTasks = await takeLongTasks(page)
  const { lines, invalid, warnings } = await app.facts()
  if (lines !== file.lines) throw new Error(`The app saw ${lines} of ${file.lines} lines`)
  const stated = async (name: string) => Number(await app.status.getAttribute(`data-${name}`))
  return {
    app,
    context,
    memoryBefore,
    opening: {
      firstRowsMs,
      lastVerdictMs,
      statedReadMs: await stated('read-ms'),
      invalid,
      warnings,
      shapes: await stated('shapes'),
      longTasks,
      memoryGrowth: memoryPeak - memoryBefore,
    },
  }
}
