// How a batch ends, and what can go wrong with its results: by what the user reads and can do about it. Nothing
// that was paid for is lost.
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { ApiServer } from './support/apiServer.ts'
import { numbersTo, requestText, writeRequests } from './support/requests.ts'
import { expect, KEY, test } from './support/runTest.ts'

const COUNT = 8

// Repeats wait for seconds, as they should.
test.setTimeout(120_000)

test.describe('the batch', () => {
  test('that fails says why, on the lines of the document', async ({
    app,
    api,
    run,
    page,
    folder,
  }) => {
    api.store.nextEndings.push({
      kind: 'failed',
      errors: [
        { code: 'model_not_found', message: 'No such model.', line: 3, param: 'body.model' },
        { code: 'invalid_request', message: 'No.', line: 5, param: 'body.messages[0].content' },
      ],
    })
    // The first line is blank, so that lines of the upload are not those of the file.
    const path = join(folder, 'asks.jsonl')
    await writeFile(path, `\n${requestText(numbersTo(COUNT))}`)
    await app.open(path)
    await run.connect(api.baseUrl, KEY)
    await run.start()
    await run.follow('failed')
    const part = run.parts.first()
    await expect(part).toContainText('nothing is billed')
    await expect(part).toContainText('No such model.')
    await expect(part).toContainText('body.model')
    await part.getByRole('button', { name: 'Line 6', exact: true }).click()
    await expect(app.lineText).toContainText('ask-005')
    await expect(app.line(6)).toBeInViewport()
    // The caret is at what the API named: what is typed goes there.
    await expect(app.lineText).toBeFocused()
    await page.keyboard.press('Shift+ArrowRight')
    await expect.poll(() => page.evaluate(() => String(getSelection()))).toBe('"')
  })

  test('that expires keeps what was answered, and the rest is one press away', async ({
    app,
    api,
    run,
    pairing,
    folder,
  }) => {
    api.store.nextEndings.push({ kind: 'expired', done: 5 })
    await app.open(await writeRequests(folder, COUNT))
    await run.runUntil('expired', api.baseUrl, KEY)
    await expect(run.parts.first()).toContainText('5 of 8 were')
    await expect(run.parts.first()).toContainText('are billed')
    await run.openResults()
    await pairing.expectCounts({ requests: COUNT, succeeded: 5, failed: 3, missing: 0 })
    await run.button('Send the rest as a new batch ({count, number})', { count: 3 }).click()
    await expect.poll(() => api.store.batches.size).toBe(2)
    await app.expectFacts({ lines: 3 })
    await run.expectFacts({ total: 3 })
  })

  test('that answered nothing but errors is explained', async ({
    app,
    api,
    run,
    pairing,
    folder,
  }) => {
    const refused = { status: 400, code: 'invalid_value', message: 'No.' }
    api.store.nextEndings.push({ kind: 'completed', fateOf: () => refused })
    await app.open(await writeRequests(folder, COUNT))
    await run.runUntil('completed', api.baseUrl, KEY)
    await expect(run.parts.first()).toContainText(
      'Every request failed, so there is no output file',
    )
    await run.openResults()
    await pairing.expectCounts({ requests: COUNT, succeeded: 0, failed: COUNT })
  })

  for (const noErrors of ['empty file', 'empty id'] as const) {
    test(`with an ${noErrors} for errors is whole all the same`, async ({
      app,
      api,
      run,
      pairing,
      folder,
    }) => {
      api.store.nextEndings.push({ kind: 'completed', noErrors })
      await app.open(await writeRequests(folder, COUNT))
      await run.runUntil('completed', api.baseUrl, KEY)
      await run.openResults()
      await pairing.expectCounts({ requests: COUNT, succeeded: COUNT, failed: 0, missing: 0 })
    })
  }

  test('that leaves requests out is told, and they are sent again', async ({
    app,
    api,
    run,
    pairing,
    folder,
  }) => {
    api.store.nextEndings.push({
      kind: 'completed',
      fateOf: ({ number }) => (number > 6 ? 'missing' : 'answered'),
    })
    await app.open(await writeRequests(folder, COUNT))
    await run.runUntil('completed', api.baseUrl, KEY)
    await run.openResults()
    await pairing.expectCounts({ succeeded: 6, missing: 2 })
    await run.retry(2)
    await app.expectFacts({ lines: 2 })
  })

  test('that has ended meanwhile cannot be cancelled, and is followed to its end', async ({
    app,
    api,
    run,
    folder,
  }) => {
    await app.open(await writeRequests(folder, COUNT))
    await run.connect(api.baseUrl, KEY)
    await run.start()
    const [batch] = [...api.store.batches.values()]
    if (!batch) throw new Error('There is no batch.')
    api.store.advance(batch)
    api.store.advance(batch)
    await run.show('Follow')
    await run.button('Cancel batch').click()
    await run.follow('completed')
    expect(api.requestsOf('cancelBatch').map(({ status }) => status)).toEqual([409])
  })

  test('is followed on after errors, 429 and a lost network', async ({ app, api, run, folder }) => {
    api.store.holdsNew = true
    await app.open(await writeRequests(folder, COUNT))
    await run.connect(api.baseUrl, KEY)
    await run.start()
    api.fault('batch', { kind: 'status', status: 500 }, 2)
    api.fault('batch', { kind: 'status', status: 429, retryAfter: '1' }, 1)
    api.fault('batch', { kind: 'cut' }, 1)
    await run.show('Follow')
    await app.page.context().setOffline(true)
    await expect(run.region).toContainText('There is no network')
    await app.page.context().setOffline(false)
    await expect(run.region).not.toContainText('There is no network')
    for (const batch of api.store.batches.values()) batch.isHeld = false
    await run.follow('completed')
    expect(api.store.batches.size).toBe(1)
  })

  for (const [title, ahead] of [
    ['slow', 3 * 86_400],
    ['fast', -3 * 86_400],
  ] as const) {
    test(`is the same on a clock that is three days ${title}`, async ({
      app,
      api,
      run,
      pairing,
      folder,
    }) => {
      api.store.clockAhead = ahead
      api.store.holdsNew = true
      await app.open(await writeRequests(folder, COUNT))
      await run.connect(api.baseUrl, KEY)
      await run.start()
      await run.show('Follow')
      await expect(run.parts.first()).toContainText('Expires')
      await expect(run.parts.first()).not.toContainText(/NaN|Invalid/)
      for (const batch of api.store.batches.values()) batch.isHeld = false
      await run.follow('completed')
      await run.openResults()
      await pairing.expectCounts({ succeeded: COUNT })
    })
  }
})

test.describe('the download', () => {
  /** The lines of a batch that is large enough to break. */
  const MANY = 3000

  async function writeMany(folder: string): Promise<string> {
    const path = join(folder, 'asks.jsonl')
    await writeFile(path, requestText(numbersTo(MANY)))
    return path
  }

  const ranges = (api: ApiServer) =>
    api.requestsOf('content').map(({ headers }) => headers['range'] ?? 'whole')

  test('that breaks goes on where it broke', async ({ app, api, run, pairing, folder }) => {
    api.hasRanges = true
    await app.open(await writeMany(folder))
    await run.runUntil('completed', api.baseUrl, KEY)
    const before = ranges(api).length
    api.fault('content', { kind: 'broken', share: 0.6 }, 1)
    await run.openResults()
    await pairing.expectCounts({ requests: MANY, succeeded: MANY, missing: 0 })
    const asked = ranges(api).slice(before)
    expect(asked[0]).toBe('whole')
    expect(asked[1]).toMatch(/^bytes=\d+-$/)
  })

  test('that breaks begins again where ranges are not understood', async ({
    app,
    api,
    run,
    pairing,
    folder,
  }) => {
    await app.open(await writeMany(folder))
    await run.runUntil('completed', api.baseUrl, KEY)
    api.fault('content', { kind: 'broken', share: 0.6 }, 1)
    await run.openResults()
    await pairing.expectCounts({ requests: MANY, succeeded: MANY, missing: 0, duplicate: 0 })
  })

  test('that always breaks shows no half file', async ({ app, api, run, pairing, folder }) => {
    await app.open(await writeMany(folder))
    await run.runUntil('completed', api.baseUrl, KEY)
    const fault = api.fault('content', { kind: 'broken', share: 0.6 })
    await run.openResults()
    await run.expectAlert(/could not be downloaded/)
    await expect(run.parts.first()).toContainText(/broke/)
    await expect(app.tabs).toHaveCount(1)
    fault.end()
    await run.openResults()
    await pairing.expectCounts({ requests: MANY, succeeded: MANY, missing: 0 })
  })

  test('of a slow server can be waited for and cancelled', async ({
    app,
    api,
    run,
    pairing,
    folder,
  }) => {
    await app.open(await writeMany(folder))
    await run.runUntil('completed', api.baseUrl, KEY)
    const gate = api.fault('content', { kind: 'gate', share: 0.5 }, 1)
    await run.openResults()
    await expect.poll(() => gate.waiting).toBe(1)
    await expect(app.page.getByRole('progressbar').first()).toBeVisible()
    await expect(app.tabs).toHaveCount(1)
    gate.open()
    await pairing.expectCounts({ requests: MANY, succeeded: MANY, missing: 0 })
  })

  test('of results that are gone says so', async ({ app, api, run, folder }) => {
    await app.open(await writeRequests(folder, COUNT))
    await run.runUntil('completed', api.baseUrl, KEY)
    for (const { id, purpose } of api.store.files.values()) {
      if (purpose === 'batch_output') api.store.files.delete(id)
    }
    await run.openResults()
    await run.expectAlert(/could not be downloaded/)
    await expect(run.parts.first()).toContainText(/no such file any more.*404/s)
  })

  test('is saved byte by byte after it broke', async ({ app, api, run, folder }) => {
    await app.open(await writeMany(folder))
    await run.runUntil('completed', api.baseUrl, KEY)
    api.fault('content', { kind: 'broken', share: 0.3 }, 1)
    const [saved] = await run.saveResults(1)
    const [output] = [...api.store.files.values()].filter(
      ({ purpose }) => purpose === 'batch_output',
    )
    expect(
      (await readFile((await saved?.path()) ?? '')).equals(output?.content ?? Buffer.of()),
    ).toBe(true)
  })
})
