// A batch made of rows in 'New batch': from the press of 'Open as document' to the last verdict, beside opening
// the same requests as a file.
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { expect } from '@playwright/test'
import { createTextPool } from '../../../src/benchmark/textPool.ts'
import { App } from '../../support/app.ts'
import { writeLines } from '../../support/lineWriter.ts'
import { measureOpening } from '../measureOpening.ts'
import { installClock, timeUntil } from '../pageClock.ts'
import { readProcessorTime, readRendererMemory, watchRendererMemory } from '../rendererMemory.ts'
import { type Took, withProfile } from './measure.ts'

/** Sizes in bytes. */
export interface NewBatchResult {
  readonly rows: number
  readonly rowBytes: number
  readonly requestBytes: number
  /** From the press to the last verdict of the document. */
  readonly made: readonly Took[]
  /** Opening the same requests from the disk, in milliseconds. */
  readonly openings: readonly number[]
  /** Of the form at rest, with its rows read and their tokens estimated, above the empty app. */
  readonly formGrowth: number
  /** Highest from the press on, above the form at rest. */
  readonly memoryGrowth: number
  /** The same of opening them. */
  readonly openingGrowth: number
}

const TIMEOUT = 300_000
const REST = 1500
const ENDPOINT = '/v1/chat/completions'
const MODEL = 'gpt-5.4-mini'

const texts = createTextPool('ascii', 200).map((text) => JSON.parse(`"${text}"`) as string)
const questionOf = (index: number): string => `${index}: ${texts[index % texts.length] as string}`

function* rowLines(rows: number): Generator<string> {
  for (let index = 0; index < rows; index += 1) {
    yield JSON.stringify({ id: `q-${index}`, question: questionOf(index) })
  }
}

function* requestLines(rows: number): Generator<string> {
  for (let index = 0; index < rows; index += 1) {
    const content = `Answer briefly: ${questionOf(index)}`
    const body = { model: MODEL, messages: [{ role: 'user', content }] }
    yield JSON.stringify({ custom_id: `q-${index}`, method: 'POST', url: ENDPOINT, body })
  }
}

export async function measureNewBatch(
  rows: number,
  folder: string,
  { address, runs }: { readonly address: string; readonly runs: number },
): Promise<NewBatchResult> {
  const source = await writeLines(join(folder, 'questions.jsonl'), rowLines(rows))
  const requests = await writeLines(join(folder, 'requests.jsonl'), requestLines(rows))
  const made: Took[] = []
  const openings: number[] = []
  let formGrowth = 0
  let memoryGrowth = 0
  let openingGrowth = 0
  try {
    for (let run = 0; run < runs; run += 1) {
      await withProfile(async (context, browser) => {
        const page = await context.newPage()
        page.setDefaultTimeout(TIMEOUT)
        await installClock(page)
        const app = new App(page)
        await app.start()
        await page.waitForTimeout(REST)
        const empty = await readRendererMemory(browser)
        await fillForm(app, source.path, rows)
        await page.waitForTimeout(REST)
        const before = await readRendererMemory(browser)
        formGrowth = Math.max(formGrowth, before - empty)
        const processorBefore = await readProcessorTime(browser)
        const memory = await watchRendererMemory(browser)
        const opened = timeUntil(page, 'click', '[role=status][data-state=ready]')
        await app.button('Open as document').click()
        const ms = await opened
        made.push({ ms, processorMs: (await readProcessorTime(browser)) - processorBefore })
        memoryGrowth = Math.max(memoryGrowth, (await memory.stop()) - before)
        const { lines, invalid, bytes } = await app.facts()
        if (lines !== rows || invalid > 0 || bytes !== requests.bytes) {
          throw new Error(`${lines} of ${rows} lines, ${invalid} invalid, ${bytes} bytes`)
        }
      }, address)
      await withProfile(async (_, browser) => {
        const { context, opening } = await measureOpening(browser, address, requests)
        openings.push(opening.lastVerdictMs)
        openingGrowth = Math.max(openingGrowth, opening.memoryGrowth)
        await context.close()
      }, address)
    }
  } finally {
    await rm(source.path, { force: true })
    await rm(requests.path, { force: true })
  }
  return {
    rows,
    rowBytes: source.bytes,
    requestBytes: requests.bytes,
    made,
    openings,
    formGrowth,
    memoryGrowth,
    openingGrowth,
  }
}

/** Until every request was looked at. */
async function fillForm(app: App, path: string, rows: number): Promise<void> {
  const { page } = app
  await app.button('New batch').click()
  const region = page.getByRole('region', { name: 'New batch' })
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    region.getByRole('button', { name: 'From a file' }).click(),
  ])
  await chooser.setFiles(path)
  await expect(region.getByRole('button', { name: '{{question}}' })).toBeVisible({
    timeout: TIMEOUT,
  })
  await region.getByRole('combobox', { name: 'Endpoint' }).selectOption(ENDPOINT)
  await region.getByRole('combobox', { name: 'Model' }).fill(MODEL)
  await region.getByRole('textbox', { name: 'User message' }).fill('Answer briefly: {{question}}')
  await region.getByRole('textbox', { name: 'ID pattern' }).fill('{{id}}')
  await expect(region).toHaveAttribute('data-problems', '0', { timeout: TIMEOUT })
  await expect(region).toHaveAttribute('data-requests', String(rows), { timeout: TIMEOUT })
  await expect(app.button('Open as document')).toBeEnabled({ timeout: TIMEOUT })
}
