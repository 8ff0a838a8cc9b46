// The whole loop against a stand-in for the API that others wrote (@copilotkit/aimock): what our own server
// takes for granted, theirs may see otherwise. How a batch ends it is told by a header, which no page may send;
// so a relay in between adds it, as one of a user's own might add a key.
import { LLMock } from '@copilotkit/aimock'
import { numbersTo, requestText, writeRequests } from './support/requests.ts'
import { Relay } from './support/relay.ts'
import { RunPage } from './support/runPage.ts'
import { expect, test as base } from './support/test.ts'

const KEY = 'sk-independent-0123456789'
const COUNT = 6

interface Fixtures {
  readonly mock: LLMock
  readonly relay: Relay
  readonly run: RunPage
}

const test = base.extend<Fixtures>({
  // oxlint-disable-next-line no-empty-pattern -- Playwright insists on a pattern here
  mock: async ({}, give) => {
    const mock = new LLMock({ port: 0, auth: { apiKeys: [KEY] } })
    mock.onMessage(/.*/, { content: 'An answer of the stand-in.' })
    await mock.start()
    await give(mock)
    // Its files and batches are those of the process.
    mock.reset()
    const stopped = mock.stop()
    // It waits for connections, and browsers hold some that they never used.
    mock['serverInstance']?.server.closeAllConnections()
    await stopped
  },
  relay: async ({ mock }, give) => {
    const relay = new Relay(mock.url)
    await relay.start()
    await give(relay)
    await relay.stop()
  },
  chosenOrigins: async ({ mock, relay }, give) => {
    await give([new URL(mock.url).origin, relay.origin])
  },
  run: async ({ app }, give) => {
    await give(new RunPage(app))
  },
})

test('from a dropped file to paired results', async ({ app, mock, run, pairing, folder }) => {
  await app.dropFiles([await writeRequests(folder, COUNT)])
  await app.waitUntilReady('asks.jsonl')
  await run.connect(`${mock.url}/v1`, KEY)
  await run.show('Try')
  await run.button('Try first').click()
  await expect(run.trials).toHaveAttribute('data-status', '200')
  await expect(run.trials).toContainText('An answer of the stand-in.')
  await run.start()
  await run.follow('completed')
  await run.expectFacts({ completed: COUNT, failed: 0, total: COUNT })
  await run.openResults()
  await pairing.expectCounts({ requests: COUNT, succeeded: COUNT, failed: 0, missing: 0 })
  const uploads = mock
    .getRequests()
    .filter(({ method, path }) => method === 'POST' && path === '/v1/files')
  expect(uploads).toHaveLength(1)
})

test('a key that it does not accept', async ({ app, mock, run, folder }) => {
  await app.open(await writeRequests(folder, COUNT))
  await run.enter(`${mock.url}/v1`, 'sk-another')
  await run.check()
  await expect(run.checked('models')).toContainText(/does not accept the key.*401/s)
})

test('a batch that failed is explained, and sent again in two presses', async ({
  app,
  relay,
  run,
  pairing,
  folder,
}) => {
  relay.headers.set('x-aimock-batch-outcome', 'failed')
  await app.open(await writeRequests(folder, COUNT))
  await run.connect(`${relay.origin}/v1`, KEY)
  await run.start()
  await run.follow('failed')
  await expect(run.parts.first()).toContainText('Mock batch failure')
  await run.openResults()
  await pairing.expectCounts({ requests: COUNT, succeeded: 0, failed: COUNT })
  relay.headers.clear()
  await run.retry(COUNT)
  await app.expectFacts({ lines: COUNT })
  await run.upload()
  await run.follow('completed')
  await run.openResults()
  await pairing.expectCounts({ requests: COUNT, succeeded: COUNT, failed: 0 })
})

for (const [outcome, says] of [
  ['expired', 'No request was answered in time'],
  ['cancelled', 'cancelled before any request was answered'],
] as const) {
  test(`a batch that is ${outcome} without results is explained, and can be sent again`, async ({
    app,
    relay,
    run,
    folder,
  }) => {
    relay.headers.set('x-aimock-batch-outcome', outcome)
    await app.open(await writeRequests(folder, COUNT))
    await run.connect(`${relay.origin}/v1`, KEY)
    await run.start()
    await run.follow(outcome)
    await expect(run.parts.first()).toContainText(says)
    await expect(run.button('Download results')).toHaveCount(0)
    relay.headers.clear()
    await run.retry(COUNT)
    await app.expectFacts({ lines: COUNT })
    expect(String(await app.exportBytes('All lines'))).toBe(requestText(numbersTo(COUNT)))
    await run.upload()
    await run.follow('completed')
  })
}

test('a batch is cancelled by its button', async ({ app, mock, run, folder }) => {
  await app.open(await writeRequests(folder, COUNT))
  await run.connect(`${mock.url}/v1`, KEY)
  await run.start()
  await run.show('Follow')
  await run.button('Cancel batch').click()
  await run.follow('cancelled')
})

test('limits of rate pass by themselves', async ({ app, mock, run, folder }) => {
  await app.open(await writeRequests(folder, COUNT))
  await run.connect(`${mock.url}/v1`, KEY)
  mock.setChaos({ rateLimitRate: 1 })
  await run.upload()
  await expect
    .poll(() => mock.getRequests().some(({ response }) => response.status === 429))
    .toBe(true)
  mock.clearChaos()
  await run.expectFacts({ total: COUNT })
  await run.follow('completed')
})
