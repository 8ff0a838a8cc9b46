// One file that is converted or unpacked by the app, beside merely reading it, in turns. In a profile on the
// disk, as people have it: private storage of windows without one is in memory.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Browser, type BrowserContext, chromium, expect } from '@playwright/test'
import { LENT_READING } from '../../../src/benchmark/readOnly.ts'
import { findChromium } from '../../../src/tooling/browser.mjs'
import { App } from '../../support/app.ts'
import { installClock, timeUntil } from '../pageClock.ts'
import { ReferencePage } from '../referencePage.ts'
import { readProcessorTime, readRendererMemory, watchRendererMemory } from '../rendererMemory.ts'
import type { ConversionCase } from './cases.ts'
import type { ConversionFile } from './files.ts'

/** Milliseconds. */
export interface Took {
  readonly ms: number
  /** Of the processor, in all processes of the browser: what else the machine does meanwhile does not count. */
  readonly processorMs: number
}

/** Sizes in bytes. */
export interface ConversionResult {
  readonly file: ConversionFile
  /** As the app reads. */
  readonly reads: readonly Took[]
  /** Reading and writing into private storage, nothing else. */
  readonly copies: readonly Took[]
  /** Of gzip: the browser's own inflater alone. */
  readonly inflations: readonly Took[]
  readonly conversions: readonly Took[]
  /** Highest above what the tab had before, the worst of the runs. */
  readonly memoryGrowth: number
}

const TIMEOUT = 300_000
/** Milliseconds. */
const REST = 1500

export async function withProfile<T>(
  measure: (context: BrowserContext, browser: Browser) => Promise<T>,
  address: string,
): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'lineproof-bench-profile-'))
  const executablePath = findChromium()
  const context = await chromium.launchPersistentContext(folder, {
    baseURL: address,
    locale: 'en-GB',
    ...(executablePath !== undefined && { executablePath }),
  })
  try {
    const browser = context.browser()
    if (browser === null) throw new Error('The browser is not known')
    return await measure(context, browser)
  } finally {
    await context.close()
    await rm(folder, { recursive: true, force: true })
  }
}

export async function measureConversion(
  entry: ConversionCase,
  file: ConversionFile,
  setup: { readonly address: string; readonly workerCode: string; readonly runs: number },
): Promise<ConversionResult> {
  const { address, workerCode, runs } = setup
  const reads: Took[] = []
  const copies: Took[] = []
  const inflations: Took[] = []
  const conversions: Took[] = []
  let memoryGrowth = 0
  for (let run = 0; run < runs; run += 1) {
    await withProfile(async (context, browser) => {
      const reference = await ReferencePage.open(context, address, file.path, workerCode)
      const timed = async (work: () => Promise<number>): Promise<Took> => {
        const before = await readProcessorTime(browser)
        const ms = await work()
        return { ms, processorMs: (await readProcessorTime(browser)) - before }
      }
      // The first reading brings the file into the page cache.
      for (let round = 0; round < 2; round += 1) {
        reads.push(await timed(() => reference.read(LENT_READING.id)))
      }
      copies.push(await timed(() => reference.copy()))
      if (entry.packing === 'gzip') inflations.push(await timed(() => reference.inflate('gzip')))
      await reference.close()
      const { growth, ...took } = await convert(entry, file, context, browser)
      conversions.push(took)
      memoryGrowth = Math.max(memoryGrowth, growth)
    }, address)
  }
  return { file, reads, copies, inflations, conversions, memoryGrowth }
}

async function convert(
  entry: ConversionCase,
  file: ConversionFile,
  context: BrowserContext,
  browser: Browser,
): Promise<Took & { readonly growth: number }> {
  const page = await context.newPage()
  page.setDefaultTimeout(TIMEOUT)
  await installClock(page)
  const app = new App(page)
  await app.start()
  await page.waitForTimeout(REST)
  const isUnpacked = entry.becomes === 'unpacked'
  const begin = isUnpacked ? () => app.dropFiles([file.path]) : await openDialog(app, file)
  await page.waitForTimeout(REST)
  const before = await readRendererMemory(browser)
  const processorBefore = await readProcessorTime(browser)
  const memory = await watchRendererMemory(browser)
  const made = isUnpacked
    ? timeUntil(page, 'drop', '[role=grid] [data-line="1"][data-verdict]')
    : timeUntil(page, 'click', 'html:not(:has([role=dialog]))')
  await begin()
  const ms = await made
  const processorMs = (await readProcessorTime(browser)) - processorBefore
  const growth = (await memory.stop()) - before
  await expectLines(app, file)
  return { ms, processorMs, growth }
}

/** Opens the file and the dialog; what begins the conversion. */
async function openDialog(app: App, file: ConversionFile): Promise<() => Promise<void>> {
  const { page } = app
  await app.dropFiles([file.path])
  await expect(app.status).toHaveAttribute('data-state', /ready|failed/, { timeout: TIMEOUT })
  await page.keyboard.press('ControlOrMeta+k')
  await page.keyboard.type('Convert to lines')
  await page.keyboard.press('Enter')
  const button = page.getByRole('dialog').getByRole('button', { name: 'Convert', exact: true })
  await expect(button).toBeEnabled()
  return () => button.click()
}

/** Fails unless every row has become a line: other work may not be compared. */
async function expectLines(app: App, file: ConversionFile): Promise<void> {
  await expect(app.status).toHaveAttribute('data-state', 'ready', { timeout: TIMEOUT })
  const { lines } = await app.facts()
  if (lines !== file.lines) throw new Error(`${lines} of ${file.lines} lines were made`)
}
