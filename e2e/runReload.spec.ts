// A reload in the middle of each step, and two tabs that follow the same: nothing is started twice, and
// nothing that was paid for is lost.
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { App } from './support/app.ts'
import { PairingPage } from './support/pairingPage.ts'
import { numbersTo, requestText, writeLargeRequests, writeRequests } from './support/requests.ts'
import { RunPage } from './support/runPage.ts'
import { expect, KEY, test } from './support/runTest.ts'

test.setTimeout(120_000)

const COUNT = 8

/** After a reload: the same file again, the panel, the address, the key. */
async function comeBack(app: App, run: RunPage, path: string, baseUrl: string): Promise<void> {
  await app.page.reload()
  await expect(app.status).toHaveAttribute('data-state', 'empty')
  await app.open(path)
  await run.enter(baseUrl, KEY)
}

test('while it is checked and tried: nothing was sent, and all can be done again', async ({
  app,
  api,
  run,
  folder,
}) => {
  const path = await writeRequests(folder, COUNT)
  const gate = api.fault('models', { kind: 'gate', share: 0 })
  await app.open(path)
  await run.enter(api.baseUrl, KEY)
  await run.check()
  await expect.poll(() => gate.waiting).toBe(1)
  await comeBack(app, run, path, api.baseUrl)
  gate.end()
  await run.check()
  await expect(run.button('Go on').first()).toBeVisible()
  await run.start()
  await run.follow('completed')
  expect(api.store.batches.size).toBe(1)
})

test('while it is uploaded: it did not arrive, and can be gone on with', async ({
  app,
  api,
  run,
  folder,
}) => {
  const path = await writeLargeRequests(folder)
  await app.open(path)
  await run.connect(api.baseUrl, KEY)
  const gate = api.fault('upload', { kind: 'gate', share: 0.5 }, 1)
  await run.upload()
  await expect.poll(() => gate.waiting).toBe(1)
  app.page.on('dialog', (dialog) => void dialog.accept())
  await comeBack(app, run, path, api.baseUrl)
  gate.end()
  await run.show('Follow')
  await run.expectFacts({ status: 'stopped' })
  expect(api.store.files.size).toBe(0)
  // As anything that is uploaded, not before the connection was checked.
  await run.button('Go on uploading').click()
  await run.expectAlert(/Check the connection first/)
  await run.check()
  await expect(run.button('Go on').first()).toBeVisible()
  await run.show('Follow')
  await run.button('Go on uploading').click()
  await run.follow('completed')
  expect(api.store.batches.size).toBe(1)
})

test('while it is started: it is found, and not started twice', async ({
  app,
  api,
  run,
  folder,
}) => {
  const path = await writeRequests(folder, COUNT)
  await app.open(path)
  await run.connect(api.baseUrl, KEY)
  // The API makes the batch, and nobody hears of it.
  const gate = api.fault('createBatch', { kind: 'gate', share: 0 }, 1)
  await run.upload()
  await expect.poll(() => gate.waiting).toBe(1)
  gate.end()
  await comeBack(app, run, path, api.baseUrl)
  await run.show('Follow')
  await run.follow('completed')
  expect(api.store.batches.size).toBe(1)
  expect(api.requestsOf('createBatch')).toHaveLength(1)
})

test('while it runs: it is followed on as soon as the key is there', async ({
  app,
  api,
  run,
  pairing,
  folder,
}) => {
  api.store.holdsNew = true
  const path = await writeRequests(folder, COUNT)
  await app.open(path)
  await run.connect(api.baseUrl, KEY)
  await run.start()
  await app.page.reload()
  const asked = api.requests.length
  await app.open(path)
  await run.open()
  await run.show('Follow')
  await run.expectFacts({ status: 'validating', total: COUNT })
  await expect(run.region).toContainText('Following waits for a key')
  // Without the key nothing is asked that could only be refused.
  await expect(run.alerts).toHaveCount(0)
  expect(api.requests.slice(asked)).toEqual([])
  await run.button('Enter the key').click()
  await expect(run.baseUrl).toHaveValue(api.baseUrl)
  await run.key.fill(KEY)
  for (const batch of api.store.batches.values()) batch.isHeld = false
  await run.follow('completed')
  await run.openResults()
  await pairing.expectCounts({ requests: COUNT, succeeded: COUNT })
})

test('after it: the address, the organisation and the project are there again, the key is not', async ({
  app,
  api,
  run,
  folder,
}) => {
  const path = await writeRequests(folder, COUNT)
  await app.open(path)
  await run.enter(api.baseUrl, KEY)
  await run.region.getByText('Organisation and project').click()
  const organisation = run.region.getByRole('textbox', { name: 'Organisation', exact: true })
  await organisation.fill('org-e2e')
  await run.check()
  await expect(run.button('Go on').first()).toBeVisible()
  const asked = api.requests.length
  await app.page.reload()
  await app.open(path)
  await run.open()
  await run.show('Connect')
  await expect(run.baseUrl).toHaveValue(api.baseUrl)
  await expect(organisation).toHaveValue('org-e2e')
  await expect(run.button('Forget the key')).toBeDisabled()
  expect(api.requests.slice(asked)).toEqual([])
  await run.key.fill(KEY)
  await run.check()
  await expect(run.button('Go on').first()).toBeVisible()
  expect(api.requests.at(-1)?.headers).toMatchObject({ 'openai-organization': 'org-e2e' })
})

test('while it runs, at a server that wants no key: it goes on by itself', async ({
  app,
  api,
  run,
  folder,
}) => {
  api.keys.add('')
  const path = await writeRequests(folder, COUNT)
  await app.open(path)
  await run.connect(api.baseUrl, '')
  await run.start()
  await app.page.reload()
  await app.open(path)
  await run.open()
  await run.follow('completed')
  for (const { headers } of api.requests) expect(headers).not.toHaveProperty('authorization')
})

test('while it runs, with the key remembered in the tab: it goes on by itself', async ({
  app,
  api,
  run,
  folder,
}) => {
  const path = await writeRequests(folder, COUNT)
  await app.open(path)
  await run.enter(api.baseUrl, KEY)
  await run.tick('Remember in this tab').check()
  await run.check()
  await expect(run.button('Go on').first()).toBeVisible()
  await run.start()
  await app.page.reload()
  await app.open(path)
  await run.open()
  await run.follow('completed')
})

test('while results come: they are fetched again, and never half of them', async ({
  app,
  api,
  run,
  pairing,
  folder,
}) => {
  const path = join(folder, 'asks.jsonl')
  await writeFile(path, requestText(numbersTo(3000)))
  await app.open(path)
  await run.runUntil('completed', api.baseUrl, KEY)
  const gate = api.fault('content', { kind: 'gate', share: 0.5 }, 1)
  await run.openResults()
  await expect.poll(() => gate.waiting).toBe(1)
  await comeBack(app, run, path, api.baseUrl)
  gate.end()
  await run.show('Follow')
  await run.openResults()
  await pairing.expectCounts({ requests: 3000, succeeded: 3000, missing: 0 })
})

test('results without the file that was sent say so and are shown all the same', async ({
  app,
  api,
  run,
  pairing,
  folder,
}) => {
  await app.open(await writeRequests(folder, COUNT))
  await run.runUntil('completed', api.baseUrl, KEY)
  await app.page.reload()
  await expect(app.status).toHaveAttribute('data-state', 'empty')
  await app.page.keyboard.press('ControlOrMeta+k')
  await app.page.getByRole('combobox').fill('Run')
  await app.page.getByRole('option', { name: /run/i }).first().click()
  await run.show('Connect')
  await run.baseUrl.fill(api.baseUrl)
  await run.key.fill(KEY)
  await run.show('Follow')
  await run.openResults()
  // The input is at the API as well: it is fetched, or asked for.
  await pairing.expectCounts({ requests: COUNT, succeeded: COUNT })
})

test('two tabs follow the same batch, and show the same', async ({
  app,
  api,
  run,
  folder,
  context,
}) => {
  api.store.holdsNew = true
  const path = await writeRequests(folder, COUNT)
  await app.open(path)
  await run.connect(api.baseUrl, KEY)
  await run.start()

  const page = await context.newPage()
  const otherApp = new App(page)
  const other = new RunPage(otherApp)
  await otherApp.start()
  await otherApp.open(path)
  await other.enter(api.baseUrl, KEY)
  await other.show('Follow')
  await other.expectFacts({ status: 'validating', total: COUNT })
  for (const batch of api.store.batches.values()) batch.isHeld = false
  await other.follow('completed')
  await app.page.bringToFront()
  await run.follow('completed')
  expect(api.store.batches.size).toBe(1)
  // Both open the results.
  await run.openResults()
  await new PairingPage(app).expectCounts({ requests: COUNT, succeeded: COUNT })
  await page.bringToFront()
  await other.openResults()
  await new PairingPage(otherApp).expectCounts({ requests: COUNT, succeeded: COUNT })
})

test('a batch that one tab cancels is cancelled in the other', async ({
  app,
  api,
  run,
  folder,
  context,
}) => {
  api.store.holdsNew = true
  const path = await writeRequests(folder, COUNT)
  await app.open(path)
  await run.connect(api.baseUrl, KEY)
  await run.start()
  const page = await context.newPage()
  const otherApp = new App(page)
  const other = new RunPage(otherApp)
  await otherApp.start()
  await otherApp.open(path)
  await other.enter(api.baseUrl, KEY)
  await other.show('Follow')
  await other.button('Cancel batch').click()
  await other.follow('cancelled')
  await app.page.bringToFront()
  await run.follow('cancelled')
})
