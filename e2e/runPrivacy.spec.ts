// The key goes to the address that the user chose and stays nowhere; nothing connects before a button is
// pressed; and what an API answers is shown as the text that it is.
import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import { findSecret } from './support/findSecret.ts'
import { writeRequests } from './support/requests.ts'
import { expect, KEY, test } from './support/runTest.ts'

/** A part of the key is as bad as the whole, but for its beginning, which all keys have. */
const SECRET = KEY.slice(8, 28)

const COUNT = 10

interface Heard {
  /** What the page and its workers write to the console, and show as dialogs. */
  readonly said: string[]
  /** All that is sent, but for the header that carries the key to the API. */
  readonly sent: string[]
}

function listen(page: Page, apiOrigin: string): Heard {
  const heard: Heard = { said: [], sent: [] }
  const context = page.context()
  context.on('console', (message) => heard.said.push(message.text()))
  context.on('weberror', (error) => heard.said.push(String(error.error().stack)))
  page.on('dialog', (dialog) => heard.said.push(dialog.message()))
  context.on('request', (request) => {
    const headers = { ...request.headers() }
    if (new URL(request.url()).origin === apiOrigin) delete headers['authorization']
    heard.sent.push(request.url(), JSON.stringify(headers), request.postData() ?? '')
  })
  return heard
}

test.beforeEach(async ({ context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
})

test('what looks for the key finds it wherever it could be', async ({ app }) => {
  await app.page.evaluate(async (secret) => {
    document.title += secret
    document.body.dataset['left'] = secret
    history.replaceState(secret, '')
    localStorage.setItem('left', secret)
    sessionStorage.setItem(secret, 'left')
    await (await caches.open('left')).put('/left', new Response(secret))
    const folder = await navigator.storage.getDirectory()
    const file = await (await folder.getDirectoryHandle('left', { create: true })).getFileHandle(
      'left',
      { create: true },
    )
    const writable = await file.createWritable()
    await writable.write(secret)
    await writable.close()
    await new Promise((resolve) => {
      const opening = indexedDB.open('left')
      opening.addEventListener('upgradeneeded', () => {
        opening.result.createObjectStore('left').put({ deep: [secret] }, 'left')
      })
      opening.addEventListener('success', () => resolve(opening.result.close()))
    })
  }, SECRET)
  expect((await findSecret(app.page, SECRET)).toSorted()).toEqual([
    'cache left',
    'database left',
    'local storage',
    'private files/left/left',
    'session storage',
    'the document',
    'the state of the history',
    'the title',
  ])
})

test('after a whole run the key is found nowhere', async ({ app, api, run, pairing, folder }) => {
  const heard = listen(app.page, api.origin)
  api.store.nextEndings.push({
    kind: 'completed',
    fateOf: ({ number }) =>
      number === 1 ? { status: 500, code: 'server_error', message: 'No.' } : 'answered',
  })
  await app.open(await writeRequests(folder, COUNT))
  await run.connect(api.baseUrl, KEY)
  await run.show('Check')
  await run.button('Check models').click()
  await run.show('Try')
  await run.button('Try first').click()
  await expect(run.trials).toHaveAttribute('data-status', '200')
  await run.start()
  await run.follow('completed')
  await run.openResults()
  await pairing.expectCounts({ succeeded: COUNT - 1, failed: 1 })
  expect(await findSecret(app.page, SECRET)).toEqual([])

  // What a reload finds the run by has ids and names, and nothing of a line or an answer.
  const kept = await app.page.evaluate(() => JSON.stringify(Object.entries(localStorage)))
  expect(kept).toContain('asks.jsonl')
  for (const text of ['Café', 'You asked', 'ask-001']) expect(kept).not.toContain(text)

  // What leaves the app in other ways.
  const texts: string[] = []
  for (const saved of await run.saveResults(2)) {
    texts.push(saved.suggestedFilename(), await readFile(await saved.path(), 'utf8'))
  }
  texts.push(await pairing.exportPairs('Report (Markdown)'))
  await run.retry(1)
  await app.expectFacts({ lines: 1 })
  texts.push(String(await app.exportBytes('All lines')))
  await run.show('Without a key')
  await run.region.getByRole('button', { name: 'Copy', exact: true }).click()
  texts.push(await app.page.evaluate(() => navigator.clipboard.readText()))
  await app.page.keyboard.press('ControlOrMeta+k')
  await app.page.getByRole('combobox').fill('Copy details')
  await app.page.keyboard.press('Enter')
  await expect
    .poll(() => app.page.evaluate(() => navigator.clipboard.readText()))
    .toContain('Lineproof')
  texts.push(await app.page.evaluate(() => navigator.clipboard.readText()))
  for (const text of texts) expect(text).not.toContain(SECRET)

  // Of the API's own log, the header alone has it.
  for (const { headers, text, url } of api.requests) {
    const { authorization: _, ...others } = headers
    expect([url, text, JSON.stringify(others)].join('\n')).not.toContain(SECRET)
  }
  for (const text of [...heard.said, ...heard.sent]) expect(text).not.toContain(SECRET)

  await app.page.reload()
  expect(await findSecret(app.page, SECRET)).toEqual([])
  const cookies = await app.page.context().cookies()
  expect(cookies).toEqual([])
})

test('a key that the API quotes in its errors is not shown', async ({ app, api, run, folder }) => {
  const heard = listen(app.page, api.origin)
  await app.open(await writeRequests(folder, COUNT))
  api.keys.clear()
  await run.enter(api.baseUrl, KEY)
  await run.check()
  await expect(run.checked('models')).toContainText('Incorrect API key provided')
  await run.tick('Go on although the check failed').check()
  await run.show('Try')
  await run.button('Try first').click()
  await expect(run.trials).toHaveAttribute('data-state', /done|failed/)
  await run.upload()
  await run.show('Follow')
  await run.button('Load the list').click()
  await expect(run.alerts.first()).toBeVisible()
  expect(await findSecret(app.page, SECRET)).toEqual([])
  for (const text of heard.said) expect(text).not.toContain(SECRET)
})

test('the field is empty once it is out of sight', async ({ app, api, run, folder }) => {
  await app.open(await writeRequests(folder, COUNT))
  await run.connect(api.baseUrl, KEY)
  await run.show('Send')
  await run.show('Connect')
  await expect(run.key).toHaveValue('')
  // It is known all the same.
  await run.check()
  await expect(run.checked('models')).toHaveAttribute('data-status', '200')
})

test('remembered in this tab when ticked, and forgotten when told', async ({
  app,
  api,
  run,
  folder,
}) => {
  const path = await writeRequests(folder, COUNT)
  await app.open(path)
  await run.enter(api.baseUrl, KEY)
  await expect(run.tick('Remember in this tab')).not.toBeChecked()
  expect(await findSecret(app.page, SECRET)).toEqual([])
  await run.tick('Remember in this tab').check()
  expect(await findSecret(app.page, SECRET)).toEqual(['session storage'])

  await app.page.reload()
  await app.open(path)
  await run.open()
  await run.check()
  await expect(run.checked('models')).toHaveAttribute('data-status', '200')
  await run.button('Forget the key').click()
  expect(await findSecret(app.page, SECRET)).toEqual([])
  await app.page.reload()
  expect(await findSecret(app.page, SECRET)).toEqual([])
  await app.open(path)
  await run.open()
  await expect(run.button('Forget the key')).toBeDisabled()
})

test('a key that was remembered is not, when the tick is taken away', async ({
  app,
  api,
  run,
  folder,
}) => {
  await app.open(await writeRequests(folder, COUNT))
  await run.enter(api.baseUrl, KEY)
  await run.tick('Remember in this tab').check()
  await run.tick('Remember in this tab').uncheck()
  expect(await findSecret(app.page, SECRET)).toEqual([])
})

test('nothing connects before a button is pressed', async ({ app, api, run, folder }) => {
  const loaded: string[] = []
  app.page.context().on('request', (request) => loaded.push(new URL(request.url()).pathname))
  await app.page.reload()
  await app.open(await writeRequests(folder, COUNT))
  await app.page.waitForLoadState('networkidle')
  // Neither is what connects in the page at all.
  expect(loaded.filter((path) => path.startsWith('/connect/'))).toEqual([])
  await run.enter(api.baseUrl, KEY)
  for (const step of ['Check', 'Try', 'Send', 'Follow', 'Without a key', 'Connect'] as const) {
    await run.show(step)
  }
  await app.page.waitForLoadState('networkidle')
  expect(api.requests).toEqual([])
  await run.check()
  await expect(run.checked('models')).toHaveAttribute('data-status', '200')
  // Whoever chose another address loads what may connect there, and not the other.
  expect(loaded.filter((path) => path.startsWith('/connect/openai/'))).toEqual([])
})

test('the page itself may connect to nothing, with the panel open as well', async ({
  app,
  api,
  run,
  folder,
  pageErrors,
}) => {
  const addresses = new Set<string>()
  app.page.context().on('request', (request) => addresses.add(request.url()))
  await app.open(await writeRequests(folder, COUNT))
  await run.connect(api.baseUrl, KEY)
  const count = api.requests.length
  const reached = await app.page.evaluate(
    (url) =>
      fetch(url).then(
        () => true,
        () => false,
      ),
    `${api.baseUrl}/models`,
  )
  expect(reached).toBe(false)
  expect(api.requests).toHaveLength(count)
  await expect.poll(() => pageErrors.join()).toContain('connect-src')
  pageErrors.length = 0

  const workers = [...addresses].filter((address) => address.includes('/connect/'))
  expect(workers).toHaveLength(1)
  for (const address of workers) {
    const policy = (await app.page.request.get(address)).headers()['content-security-policy'] ?? ''
    expect(policy).toContain("default-src 'none'")
    expect(policy).not.toContain('wasm')
  }
  for (const address of addresses) {
    if (!address.startsWith('http') || address.includes('/connect/')) continue
    if (new URL(address).origin === api.origin) continue
    const policy = (await app.page.request.get(address)).headers()['content-security-policy'] ?? ''
    expect(policy, address).toContain("connect-src 'self'")
  }
})

test('what an API answers is text: no markup, no pictures, no links', async ({
  app,
  api,
  run,
  pairing,
  folder,
}) => {
  const marker = 'https://hostile.invalid'
  const hostile = `<img src="${marker}/a.png" onerror="document.title='hacked'"><script>document.title='hacked'</script><a href="${marker}/link">here</a> ${marker}/plain ![x](${marker}/b.png) javascript:alert(1)`
  api.store.nextEndings.push({ kind: 'completed', fateOf: () => ({ text: hostile }) })
  // Whatever is shown of the API: models, errors, names of files, metadata, ids.
  api.store.models = [...api.store.models, { id: hostile }]
  const title = await app.page.title()
  await app.open(await writeRequests(folder, COUNT))
  await run.connect(api.baseUrl, KEY)
  await run.show('Check')
  await run.button('Check models').click()
  await run.show('Try')
  api.fault('send', { kind: 'status', status: 400, code: hostile, message: hostile }, 1)
  await run.button('Try first').click()
  await expect(run.trials).toContainText('<img src=')
  await run.start()
  await run.follow('completed')
  await run.openResults()
  await pairing.expectCounts({ succeeded: COUNT })
  await pairing.rows.first().click()
  await expect(pairing.drawer).toContainText(`<img src="${marker}/a.png"`)

  api.store.nextEndings.push({
    kind: 'failed',
    errors: [{ code: hostile, message: hostile, line: 1, param: hostile }],
  })
  await pairing.drawer.press('Escape')
  await app.tab('asks.jsonl').first().click()
  await run.upload()
  await run.answerAgain(/answered already/, 'Send them again')
  await run.follow('failed')
  await expect(run.parts.first()).toContainText('<script>')

  const made = await app.page.evaluate((address) => {
    const all = [...document.querySelectorAll('[src], [href], [action], [style]')]
    return all
      .filter((element) =>
        ['src', 'href', 'action', 'style'].some((name) =>
          (element.getAttribute(name) ?? '').match(/hostile|javascript:/),
        ),
      )
      .map((element) => `${address} ${element.outerHTML.slice(0, 200)}`)
  }, marker)
  expect(made).toEqual([])
  expect(await app.page.title()).toContain(title.split(' ')[0] ?? '')
  expect(await app.page.title()).not.toContain('hacked')
})
