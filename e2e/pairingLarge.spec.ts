// A generated batch: outcomes as they were made, work that can be stopped, and bounded downloads.
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fateOf, pairedRequest, pairedResult } from '../src/benchmark/pairedLines.ts'
import { generateReturnedBatch, requestId } from './support/generate.ts'
import { expect, test } from './support/test.ts'

const REQUESTS = 20_000

test('20,000 shuffled requests: all outcomes, filters, order, retry and merged output', async ({
  app,
  pairing,
  folder,
}) => {
  const base = join(folder, 'batch')
  const { input, output, errors, ...counts } = await generateReturnedBatch(base, REQUESTS)
  await app.dropFiles([input.path, output.path, errors.path])
  await pairing.expectCounts({
    requests: REQUESTS,
    succeeded: counts.succeeded,
    failed: counts.failed,
    missing: counts.missing,
    unexpected: 0,
    duplicate: 0,
  })
  const indices = Array.from({ length: REQUESTS }, (_, index) => index)
  const again = indices.filter((index) => fateOf(index) !== 'succeeded')
  const failed = again.filter((index) => fateOf(index) !== 'missing')

  await pairing.show('Failed')
  await pairing.expectRowCount(failed.length)
  const ids = failed.map((index) => requestId(index + 1))
  await expect.poll(async () => (await pairing.idsInSight()).slice(0, 10)).toEqual(ids.slice(0, 10))
  await pairing.show('All')
  await pairing.expectRowCount(REQUESTS)

  await pairing.openExportPairs('Retry file')
  const retry = await pairing.downloadText(again.length)
  expect(retry).toBe(again.map((index) => `${pairedRequest(index)}\n`).join(''))

  const answers = indices.flatMap((index) => pairedResult(index) ?? [])
  await pairing.openExportPairs('Answers only, in request order')
  const ordered = await pairing.downloadText(answers.length)
  expect(ordered).toBe(answers.map((line) => `${line}\n`).join(''))
  await pairing.closeDialog()

  await pairing.openExportPairs('Merged output')
  const merged = await pairing.download(output.lines + errors.lines)
  // Compared in one go: element by element takes half a minute.
  const parts = await Promise.all([output, errors].map(({ path }) => readFile(path)))
  expect((await readFile(await merged.path())).equals(Buffer.concat(parts))).toBe(true)
})

test('pairing that is cancelled says so and can be begun again', async ({
  app,
  pairing,
  folder,
}) => {
  // So many that pressing the button on a busy machine is quicker.
  const requests = 300_000
  const base = join(folder, 'batch')
  const { input, output, errors, ...counts } = await generateReturnedBatch(base, requests)
  await app.openFiles([input.path, output.path, errors.path])
  await expect(pairing.region).toHaveAttribute('data-state', 'reading')
  await app.button('Cancel reading requests and answers').click()
  await expect(pairing.region).toHaveAttribute('data-state', 'failed')
  await pairing.region.getByRole('button', { name: 'Try again' }).click()
  await pairing.expectCounts({
    requests,
    succeeded: counts.succeeded,
    missing: counts.missing,
  })
})

test('an export that is cancelled hands out nothing, and the next one is whole', async ({
  app,
  pairing,
  folder,
}) => {
  const requests = 60_000
  const { input, output, errors } = await generateReturnedBatch(join(folder, 'batch'), requests)
  await app.openFiles([input.path, output.path, errors.path])
  await pairing.expectCounts({ requests })
  const downloads: string[] = []
  app.page.on('download', (download) => downloads.push(download.suggestedFilename()))
  await pairing.openExportPairs('Joined results (JSONL)')
  await pairing.tick('request_body')
  await pairing.tick('answer_body')
  await pairing.startDownload(requests)
  await expect(app.page.getByRole('progressbar', { name: /^Writing/ })).toBeVisible()
  await pairing.dialog.getByRole('button', { name: 'Cancel' }).click()
  await expect(pairing.dialog.getByRole('button', { name: 'Download' })).toBeVisible()
  await expect(app.page.getByRole('alert')).toHaveCount(0)
  const text = await pairing.downloadText(requests)
  expect(text.split('\n')).toHaveLength(requests + 1)
  expect(downloads).toEqual(['batch-input-joined.jsonl'])
})
