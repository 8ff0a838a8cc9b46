// Runs at full size: 200 MB go from the disk to the API without standing in memory, and what one batch may
// not hold becomes several that are followed as one.
import { join } from 'node:path'
import type { App } from './support/app.ts'
import { readRendererMemory, watchRendererMemory } from './bench/rendererMemory.ts'
import { writeLines } from './support/lineWriter.ts'
import { numbersTo, requestLine } from './support/requests.ts'
import { expect, KEY, test } from './support/runTest.ts'

const MEGABYTE = 1_000_000

// Several passes over the file on two shared cores.
test.setTimeout(300_000)

const PATIENCE = { timeout: 180_000 }

/** Just below what a batch may hold, in requests and in bytes. */
const REQUESTS = 48_500
const LINE_BYTES = 4100

function* largeLines(): Generator<string> {
  const words = 'lorem ipsum dolor sit amet '.repeat(LINE_BYTES / 27)
  for (const number of numbersTo(REQUESTS)) {
    yield requestLine(number).replace('or not?', `${number} ${words}`.slice(0, LINE_BYTES - 230))
  }
}

/** What the page begins by itself once nobody waits for it: the tokens, and the worker of the next file. */
async function waitForRest({ page }: App): Promise<void> {
  await expect(page.getByRole('region', { name: 'Tokens' })).toHaveAttribute(
    'data-state',
    'estimated',
  )
  const documents = () =>
    page.workers().filter((worker) => worker.url().includes('document.worker'))
  await expect.poll(() => documents().length).toBe(2)
  // It opens examples.
  await page.waitForTimeout(2000)
}

test('200 MB are uploaded with flat memory', async ({ app, api, run, folder, browser }) => {
  const file = await writeLines(join(folder, 'large.jsonl'), largeLines())
  expect(file.bytes).toBeGreaterThan(185 * MEGABYTE)
  expect(file.bytes).toBeLessThan(200 * MEGABYTE)
  await app.open(file.path)
  await waitForRest(app)
  await run.connect(api.baseUrl, KEY)

  const before = await readRendererMemory(browser)
  const watch = await watchRendererMemory(browser)
  await run.upload()
  await expect.poll(() => api.store.batches.size, PATIENCE).toBe(1)
  const grown = (await watch.stop()) - before
  const [stored] = [...api.store.files.values()]
  expect(stored).toMatchObject({ bytes: file.bytes, sha256: file.sha256 })
  // Far below the size of the file; what it grows by are buffers and the code of the panel.
  if (Number.isFinite(before)) expect(grown).toBeLessThan(100 * MEGABYTE)
  await run.follow('completed')
  await run.expectFacts({ completed: REQUESTS, total: REQUESTS })
})

test('a file above the limits becomes several batches that wait for one another', async ({
  app,
  api,
  run,
  pairing,
  folder,
}) => {
  const count = 120_000
  const numbers = numbersTo(count)
  const file = await writeLines(
    join(folder, 'many.jsonl'),
    numbers.map((number) => requestLine(number)),
  )
  // Two parts may run at a time; the third is refused until one of them ends.
  api.store.enqueuedLimit = 100_000
  api.store.holdsNew = true
  await app.open(file.path)
  await run.connect(api.baseUrl, KEY)
  await run.show('Send')
  await expect(run.region).toContainText('at least 3, followed as one')
  await run.upload()
  await run.show('Follow')
  await expect(run.parts).toHaveCount(3)
  await expect
    .poll(
      () => run.parts.evaluateAll((parts) => parts.map((part) => part.dataset['status'])),
      PATIENCE,
    )
    .toEqual(['validating', 'validating', 'waiting'])
  await expect(run.region).toContainText(/stay open|keep (it|this page) open/i)
  await run.expectFacts({ total: count })

  for (const batch of api.store.batches.values()) batch.isHeld = false
  api.store.holdsNew = false
  await run.follow('completed')
  await run.expectFacts({ completed: count, failed: 0, total: count })
  const requests = [...api.store.batches.values()]
    .filter(({ status }) => status === 'completed')
    .map(({ counts }) => counts.total)
  expect(requests.toSorted((a, b) => a - b)).toEqual([20_000, 50_000, 50_000])
  await run.openResults()
  await pairing.expectCounts({ requests: count, succeeded: count, missing: 0, unexpected: 0 })
})
