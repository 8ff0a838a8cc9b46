// What can go wrong until a batch runs: by what the user reads and can do about it, and by what the API was
// asked. Nothing is paid for twice.
import type { Call, FaultKind } from './support/api/faults.ts'
import { LARGE_COUNT, writeLargeRequests, writeRequests } from './support/requests.ts'
import { expect, KEY, test } from './support/runTest.ts'

const COUNT = 8

// Repeats wait for seconds, as they should.
test.setTimeout(120_000)

/** Waits that the app does by itself: of repeats, and of looks whether something arrived. */
const PATIENCE = { timeout: 60_000 }

test.describe('the connection is checked', () => {
  const cases: readonly {
    readonly title: string
    readonly on: Call
    readonly what: FaultKind
    readonly says: RegExp
  }[] = [
    {
      title: 'a call that the key may not make',
      on: 'files',
      what: { kind: 'status', status: 403, message: 'You have insufficient permissions.' },
      says: /403.*restricted/s,
    },
    {
      title: 'a refused preflight',
      on: 'batches',
      what: { kind: 'preflight refused' },
      says: /does not let this page read its answers/,
    },
    {
      title: 'an answer without the header',
      on: 'content',
      what: { kind: 'no CORS header' },
      says: /does not let this page read its answers/,
    },
    {
      title: 'a call that the server does not know',
      on: 'batches',
      what: { kind: 'status', status: 404, message: 'Not Found' },
      says: /404.*Batch API/s,
    },
    {
      title: 'a server that fails',
      on: 'files',
      what: { kind: 'status', status: 503 },
      says: /The server failed.*503/s,
    },
    {
      title: 'another address',
      on: 'models',
      what: { kind: 'redirect', to: '/elsewhere' },
      says: /names another address/,
    },
  ]
  for (const { title, on, what, says } of cases) {
    test(`${title} is told by its call, and stops what would follow`, async ({
      app,
      api,
      run,
      folder,
    }) => {
      api.fault(on, what)
      await app.open(await writeRequests(folder, COUNT))
      await run.enter(api.baseUrl, KEY)
      await run.check()
      const call = run.checked(on as 'models' | 'files' | 'batches' | 'content')
      await expect(call).toContainText(says)
      await expect(run.region).toContainText('1 of 4 calls failed')
      await run.upload()
      await expect(run.alerts.first()).toBeVisible()
      expect(api.requestsOf('upload')).toEqual([])
      expect(api.requests.map(({ url }) => url)).not.toContain('/elsewhere')
      // Other ways are offered: to insist, and the commands.
      await run.show('Connect')
      await expect(run.tick('Go on although the check failed')).not.toBeChecked()
      await run.show('Without a key')
      await expect(run.region.getByRole('group', { name: 'Commands' })).toContainText('curl')
    })
  }

  test('whoever insists may go on', async ({ app, api, run, folder }) => {
    api.fault('models', { kind: 'status', status: 403, message: 'No list of models.' })
    await app.open(await writeRequests(folder, COUNT))
    await run.enter(api.baseUrl, KEY)
    await run.check()
    await expect(run.checked('models')).toContainText('403')
    await run.tick('Go on although the check failed').check()
    await run.start()
    await run.follow('completed')
  })

  test('a key that is not accepted', async ({ app, api, run, folder }) => {
    await app.open(await writeRequests(folder, COUNT))
    const wrong = 'sk-e2e-notthisone-0123456789'
    await run.enter(api.baseUrl, wrong)
    await run.check()
    await expect(run.checked('models')).toContainText(/does not accept the key.*401/s)
    // What the API says is shown, but for the key that it quotes.
    await expect(run.checked('models')).toContainText('Incorrect API key provided')
    await expect(run.region).not.toContainText(wrong)
    // Another one is all that it takes.
    await run.key.fill(KEY)
    await run.check()
    await expect(run.button('Go on').first()).toBeVisible()
  })

  test('nothing that answers', async ({ app, api, run, folder }) => {
    await app.open(await writeRequests(folder, COUNT))
    await api.stop()
    await run.enter(api.baseUrl, KEY)
    await run.check()
    await expect(run.checked('models')).toContainText('Nothing answers', PATIENCE)
  })

  test('a server that never answers', async ({ app, api, run, folder }) => {
    api.fault('files', { kind: 'silent' })
    await app.open(await writeRequests(folder, COUNT))
    await run.enter(api.baseUrl, KEY)
    await run.check()
    await expect(run.checked('files')).toContainText('gave no answer within', PATIENCE)
    await expect(run.checked('batches')).toHaveAttribute('data-status', '200')
  })

  test('an address that is none, or would send the key in the clear', async ({
    app,
    run,
    folder,
  }) => {
    await app.open(await writeRequests(folder, COUNT))
    await run.open()
    await run.show('Connect')
    for (const [typed, says] of [
      ['http://example.com/v1', /https:\/\//],
      ['https://user:pass@example.com/v1', /no user name/],
      ['sk-e2e-in-the-wrong-field', /looks like a key/],
    ] as const) {
      await run.baseUrl.fill(typed)
      await expect(run.baseUrl).toHaveAttribute('aria-invalid', 'true')
      await expect(run.baseUrl).toHaveAccessibleDescription(says)
    }
  })
})

test.describe('the upload', () => {
  test('is repeated by itself after 429 and 5xx', async ({ app, api, run, folder }) => {
    api.fault('upload', { kind: 'status', status: 429, retryAfter: '1' }, 1)
    api.fault('upload', { kind: 'status', status: 502 }, 1)
    await app.open(await writeRequests(folder, COUNT))
    await run.runUntil('completed', api.baseUrl, KEY)
    expect(api.requestsOf('upload').map(({ status }) => status)).toEqual([429, 502, 200])
    expect(api.store.batches.size).toBe(1)
  })

  test('that breaks at 90 % is sent again, and arrives once', async ({ app, api, run, folder }) => {
    api.fault('upload', { kind: 'broken', share: 0.9 }, 1)
    await app.open(await writeLargeRequests(folder))
    await run.connect(api.baseUrl, KEY)
    await run.start()
    expect(api.requestsOf('upload')).toHaveLength(2)
    expect([...api.store.files.values()].map(({ lines }) => lines.length)).toEqual([LARGE_COUNT])
  })

  test('that always breaks says so, and can be gone on with', async ({ app, api, run, folder }) => {
    const fault = api.fault('upload', { kind: 'broken', share: 0.3 })
    await app.open(await writeLargeRequests(folder))
    await run.connect(api.baseUrl, KEY)
    await run.upload()
    await run.expectFacts({ status: 'stopped' })
    await run.show('Follow')
    await expect(run.parts.first()).toContainText(/broke|no answer|reached/)
    expect(api.requestsOf('upload').length).toBeGreaterThan(1)
    expect(api.store.batches.size).toBe(0)
    fault.end()
    await run.button('Go on uploading').click()
    await run.follow('completed')
    expect(api.store.batches.size).toBe(1)
  })

  test('that is cut before it began is not told as forbidden, and can be gone on with', async ({
    app,
    api,
    run,
    folder,
  }) => {
    const fault = api.fault('upload', { kind: 'cut' })
    await app.open(await writeLargeRequests(folder))
    await run.connect(api.baseUrl, KEY)
    await run.upload()
    await run.expectFacts({ status: 'stopped' })
    await run.show('Follow')
    await expect(run.parts.first()).toContainText('broke during the upload')
    fault.end()
    await run.button('Go on uploading').click()
    await run.follow('completed')
    expect(api.store.batches.size).toBe(1)
  })

  test('that arrived without an answer is found and not sent again', async ({
    app,
    api,
    run,
    folder,
  }) => {
    api.fault('upload', { kind: 'cut after' }, 1)
    await app.open(await writeRequests(folder, COUNT))
    await run.runUntil('completed', api.baseUrl, KEY)
    expect(api.requestsOf('upload')).toHaveLength(1)
    expect([...api.store.files.values()].filter(({ purpose }) => purpose === 'batch').length).toBe(
      1,
    )
  })

  for (const [title, what, says] of [
    [
      'without credit',
      {
        kind: 'status',
        status: 429,
        code: 'insufficient_quota',
        message: 'You exceeded your quota.',
      },
      /no credit left.*429/s,
    ],
    ['of a file that is too large', { kind: 'status', status: 413 }, /too large.*413/s],
    [
      'that the key may not make',
      { kind: 'status', status: 403, message: 'You have insufficient permissions.' },
      /403/,
    ],
  ] as const satisfies readonly (readonly [string, FaultKind, RegExp])[]) {
    test(`${title} says what to do, and is not repeated`, async ({ app, api, run, folder }) => {
      api.fault('upload', what)
      await app.open(await writeRequests(folder, COUNT))
      await run.connect(api.baseUrl, KEY)
      await run.upload()
      await run.expectFacts({ status: 'stopped' })
      await run.show('Follow')
      await expect(run.parts.first()).toContainText(says)
      expect(api.requestsOf('upload')).toHaveLength(1)
      expect(api.store.batches.size).toBe(0)
    })
  }

  test('that a page may not make is told as that', async ({ app, api, run, folder }) => {
    api.fault('upload', { kind: 'preflight refused' })
    await app.open(await writeRequests(folder, COUNT))
    await run.connect(api.baseUrl, KEY)
    await run.upload()
    await run.expectFacts({ status: 'stopped' })
    await run.show('Follow')
    await expect(run.parts.first()).toContainText('does not let this page read its answers')
  })
})

test.describe('the start', () => {
  test('whose answer is lost is looked up, not repeated', async ({ app, api, run, folder }) => {
    api.fault('createBatch', { kind: 'cut after' })
    await app.open(await writeRequests(folder, COUNT))
    await run.connect(api.baseUrl, KEY)
    await run.start()
    await run.follow('completed')
    expect(api.requestsOf('createBatch')).toHaveLength(1)
    expect(api.store.batches.size).toBe(1)
    const [batch] = [...api.store.batches.values()]
    await expect(run.status).toHaveAttribute('data-batch-id', batch?.id ?? '')
  })

  test('that never arrived is looked for, for a while, and then made', async ({
    app,
    api,
    run,
    folder,
  }) => {
    api.fault('createBatch', { kind: 'cut' }, 1)
    await app.page.clock.install()
    await app.page.reload()
    await app.open(await writeRequests(folder, COUNT))
    await run.connect(api.baseUrl, KEY)
    await run.upload()
    await run.expectFacts({ status: 'unknown' })
    await run.show('Follow')
    const looks = () => api.requestsOf('batches').length
    // Looked for, and not made again before a while has passed.
    const looked = looks()
    await run.button('Refresh').click()
    await expect.poll(looks).toBeGreaterThan(looked)
    expect(api.requestsOf('createBatch')).toHaveLength(1)
    for (let turn = 0; turn < 3; turn += 1) await app.page.clock.fastForward('01:00')
    await run.follow('completed')
    expect(api.requestsOf('createBatch')).toHaveLength(2)
    expect(api.store.batches.size).toBe(1)
    // The file was there already.
    expect(api.requestsOf('upload')).toHaveLength(1)
  })

  test('that the browser sends twice by itself is paid for once', async ({
    app,
    api,
    run,
    folder,
  }) => {
    api.keepsAlive = true
    await app.open(await writeRequests(folder, COUNT))
    await run.connect(api.baseUrl, KEY)
    api.fault('createBatch', { kind: 'cut after' }, 1)
    await run.start()
    // The app asked once.
    expect(api.store.batches.size).toBe(2)
    await run.follow('completed')
    const statuses = () => [...api.store.batches.values()].map(({ status }) => status).toSorted()
    await expect.poll(statuses).toEqual([expect.stringMatching(/^cancel/), 'completed'])
  })

  test('that a gateway answers with an error is looked up', async ({ app, api, run, folder }) => {
    // The batch is made all the same, as behind a gateway that gave up waiting.
    api.fault('createBatch', { kind: 'no CORS header' })
    await app.open(await writeRequests(folder, COUNT))
    await run.connect(api.baseUrl, KEY)
    await run.start()
    await run.follow('completed')
    expect(api.store.batches.size).toBe(1)
  })

  test('waits while as many tokens are enqueued as may be', async ({ app, api, run, folder }) => {
    api.store.enqueuedLimit = 0
    await app.open(await writeRequests(folder, COUNT))
    await run.connect(api.baseUrl, KEY)
    await run.upload()
    await run.show('Follow')
    await run.follow('waiting')
    await expect(run.parts.first()).toContainText(/tokens/)
  })
})

test('lines that are tried show what the API says of them', async ({ app, api, run, folder }) => {
  await app.open(await writeRequests(folder, COUNT))
  await run.enter(api.baseUrl, KEY)
  await run.show('Try')
  api.fault('send', { kind: 'status', status: 400, code: 'invalid_value', message: 'Too hot.' }, 1)
  await run.button('Try first').click()
  await expect(run.trials).toHaveAttribute('data-status', '400')
  await expect(run.trials).toContainText('Too hot.')
  api.fault('send', { kind: 'cut' }, 1)
  await run.button('Try first').click()
  await expect(run.trials).toContainText('no answer')
  // An ordinary request costs money as well: it is sent once.
  expect(api.requestsOf('send')).toHaveLength(2)
})
