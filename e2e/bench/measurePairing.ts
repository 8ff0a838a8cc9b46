// Pairing as a user would do it: files dropped together, and 'Pair' pressed with the files open; then
// what is done with the pairs.
import { type Browser, expect, type Page } from '@playwright/test'
import { App } from '../support/app.ts'
import { fileHash } from '../support/fileHash.ts'
import type { ReturnedBatch } from '../support/generate.ts'
import { PairingPage } from '../support/pairingPage.ts'
import { installClock, type LongTasks, takeLongTasks, timeUntil } from './pageClock.ts'
import { readRendererMemory, watchRendererMemory } from './rendererMemory.ts'

/** Times in milliseconds, sizes in bytes. */
export interface PairingTimes {
  /** From the drop of all files to the last outcome. */
  readonly dropMs: number
  readonly dropLongTasks: LongTasks
  /** Highest memory from the drop until all is shown, above what the empty app has. */
  readonly dropMemoryGrowth: number
  /** When all is shown and nothing is read any more. */
  readonly restMemoryGrowth: number
}

/** What is done with pairs that are there. */
export interface PairingJourney {
  /** From pressing 'Pair', with all files open and validated, to the last outcome. */
  readonly pairMs: number
  /** Each filter, until the grid shows its rows. */
  readonly filterMs: Readonly<Record<string, number>>
  /** An id that stands in one request. */
  readonly searchMs: number
  /** A text that no line has. */
  readonly emptySearchMs: number
  /** From pressing 'Download' to the whole file: all requests that failed. */
  readonly retryMs: number
  readonly longTasks: LongTasks
  /** Highest of all, above what the empty app has. */
  readonly memoryGrowth: number
}

const TIMEOUT = 600_000
/** Milliseconds. */
const REST = 2000

const READY = '[aria-label=Pairing][data-state=ready]'

interface EmptyApp {
  readonly app: App
  readonly pairing: PairingPage
  readonly memoryBefore: number
  readonly close: () => Promise<void>
}

/** All files dropped together, in a context of its own. */
export async function measureDrop(
  browser: Browser,
  address: string,
  batch: ReturnedBatch,
): Promise<PairingTimes> {
  const { app, pairing, memoryBefore, close } = await startApp(browser, address)
  const { page } = app
  const memory = await watchRendererMemory(browser)
  const ready = timeUntil(page, 'drop', READY)
  await app.dropFiles([batch.input.path, batch.output.path, batch.errors.path])
  const dropMs = await ready
  const dropLongTasks = await takeLongTasks(page)
  await expectTruth(pairing, batch)
  await page.waitForTimeout(REST)
  const peak = await memory.stop()
  const atRest = await readRendererMemory(browser)
  await close()
  return {
    dropMs,
    dropLongTasks,
    dropMemoryGrowth: peak - memoryBefore,
    restMemoryGrowth: atRest - memoryBefore,
  }
}

/** Files opened one after the other, then paired, looked through and sent again. */
export async function measurePairingJourney(
  browser: Browser,
  address: string,
  batch: ReturnedBatch,
): Promise<PairingJourney> {
  const { app, pairing, memoryBefore, close } = await startApp(browser, address)
  const { page } = app
  const memory = await watchRendererMemory(browser)
  for (const { path } of [batch.input, batch.output, batch.errors]) await app.open(path)
  await page.waitForTimeout(REST)
  await takeLongTasks(page)

  const ready = timeUntil(page, 'click', READY)
  await app.button('Pair').click()
  const pairMs = await ready
  await expectTruth(pairing, batch)
  await page.waitForTimeout(REST)

  const filterMs: Record<string, number> = {}
  for (const [title, count] of [
    ['Failed', batch.failed],
    ['Succeeded', batch.succeeded],
    ['Missing', batch.missing],
    ['All', batch.input.lines],
  ] as const) {
    filterMs[title] = await measureFilter(pairing, title, count)
  }

  const searchMs = await measureSearch(page, pairing, 'request-00000123', 1)
  const emptySearchMs = await measureSearch(page, pairing, 'no such text anywhere', 0)
  await pairing.searchBox.fill('')
  await pairing.show('All')

  await pairing.openExportPairs('Retry file')
  await pairing.tick('Failed')
  await pairing.tick('Missing', false)
  await expect(pairing.plan).toHaveAttribute('data-count', String(batch.failed), {
    timeout: TIMEOUT,
  })
  const startedAt = performance.now()
  const path = await (await pairing.download()).path()
  const retryMs = performance.now() - startedAt
  if ((await fileHash(path)) !== batch.retrySha256) {
    throw new Error('The retry file is not what it has to be')
  }
  const longTasks = await takeLongTasks(page)
  const peak = await memory.stop()
  await close()
  return {
    pairMs,
    filterMs,
    searchMs,
    emptySearchMs,
    retryMs,
    longTasks,
    memoryGrowth: peak - memoryBefore,
  }
}

async function startApp(browser: Browser, address: string): Promise<EmptyApp> {
  const context = await browser.newContext({ baseURL: address, locale: 'en-GB' })
  const page = await context.newPage()
  page.setDefaultTimeout(TIMEOUT)
  await installClock(page)
  const app = new App(page)
  await app.start()
  await page.waitForLoadState('networkidle')
  await page.waitForTimeout(REST)
  const memoryBefore = await readRendererMemory(browser)
  await takeLongTasks(page)
  return {
    app,
    pairing: new PairingPage(app),
    memoryBefore,
    close: () => context.close(),
  }
}

/** Until the grid has as many rows as there are, and the first of them is rendered. */
async function measureFilter(
  pairing: PairingPage,
  title: 'All' | 'Succeeded' | 'Failed' | 'Missing',
  count: number,
): Promise<number> {
  const row = title === 'All' ? '[data-outcome]' : `[data-outcome=${title.toLowerCase()}]`
  const grid = `[role=grid][aria-label=Pairs][aria-rowcount="${count + 1}"]`
  const shown = timeUntil(pairing.page, 'click', `${grid} [data-row="0"]${row}`)
  await pairing.show(title)
  return shown
}

async function measureSearch(
  page: Page,
  pairing: PairingPage,
  text: string,
  matches: number,
): Promise<number> {
  const status = `[role=status][data-matches="${matches}"][data-state=done]`
  const done = timeUntil(page, 'input', `[aria-label=Pairing] ${status}`)
  await pairing.searchBox.fill(text)
  await pairing.searchBox.press('Enter')
  return done
}

async function expectTruth(pairing: PairingPage, batch: ReturnedBatch): Promise<void> {
  const { succeeded, failed, missing } = batch
  const wanted = {
    requests: batch.input.lines,
    succeeded,
    failed,
    missing,
    unexpected: 0,
    duplicate: 0,
  }
  const counts = await pairing.counts()
  if (JSON.stringify(counts) !== JSON.stringify(wanted)) {
    throw new Error(`The app found ${JSON.stringify(counts)} of ${JSON.stringify(wanted)}`)
  }
}
