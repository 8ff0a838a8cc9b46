// Nothing leaves: the policy that forbids it is on every file that is loaded (security.spec.ts has those that
// connect to an API), and the app needs no network once it has been loaded. (That no request is made is
// watched in every test of every spec.)
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fixturePath } from './support/fixturePath.ts'
import { expect, test } from './support/test.ts'

test('every file comes with the policy, workers included', async ({ page, app }) => {
  const addresses = new Set<string>()
  page.context().on('request', (request) => addresses.add(request.url()))
  await page.reload()
  await app.open(fixturePath('formats/batch-input.jsonl'))
  await app.openLine(1)

  const served = [...addresses].filter((address) => address.startsWith('http'))
  const kinds = new Set(served.map((address) => address.split('.').at(-1)))
  expect(kinds).toContain('js')
  expect(kinds).toContain('wasm')
  for (const address of served) {
    // Asked for again: what the page itself got may have come from the browser's cache.
    const policy = (await page.request.get(address)).headers()['content-security-policy'] ?? ''
    expect(policy, address).toContain("default-src 'none'")
    expect(policy, address).toContain("connect-src 'self'")
    expect(policy, address).toContain("'wasm-unsafe-eval'")
    expect(policy, address).toContain("frame-ancestors 'none'")
    expect(policy, address).not.toContain("'unsafe-eval'")
    expect(policy, address).not.toMatch(/script-src[^;]*'unsafe-inline'/)
    expect(policy, address).not.toMatch(/https?:|\*/)
  }
})

test('the page states the same policy itself, for hosts that set no headers', async ({
  page,
  app,
}) => {
  await expect(app.status).toHaveAttribute('data-state', 'empty')
  const stated = await page
    .locator('meta[http-equiv="Content-Security-Policy"]')
    .getAttribute('content')
  const header = (await page.request.get('/')).headers()['content-security-policy'] ?? ''
  const rules = (policy: string) =>
    policy
      .split(';')
      .map((rule) => rule.trim())
      // A meta tag cannot say who may frame the page.
      .filter((rule) => rule !== '' && !rule.startsWith('frame-ancestors'))
      .toSorted()
  expect(rules(stated ?? '')).toEqual(rules(header))
})

test('static hosts get the policy from _headers', async ({ page, app }) => {
  await expect(app.status).toHaveAttribute('data-state', 'empty')
  const file = await page.request.get('/_headers')
  expect(await file.text()).toContain('/*')
  const header = file.headers()['content-security-policy'] ?? ''
  expect(await file.text()).toContain(header)
})

test('the policy really stops a request', async ({ page, app, pageErrors }) => {
  await expect(app.status).toHaveAttribute('data-state', 'empty')
  const outcome = await page.evaluate(async () => {
    const violation = new Promise<string>((resolve) => {
      globalThis.addEventListener('securitypolicyviolation', (event) =>
        resolve(event.effectiveDirective),
      )
    })
    const reached = await fetch('https://example.com/').then(
      () => true,
      () => false,
    )
    return { reached, directive: await violation }
  })
  expect(outcome).toEqual({ reached: false, directive: 'connect-src' })
  // In every other test what the browser says about it is a failure.
  await expect.poll(() => pageErrors.join()).toContain('directive: "connect-src \'self\'"')
  pageErrors.length = 0
})

test('a loaded app works without a network', async ({ page, app }) => {
  await page.waitForLoadState('networkidle')
  await page.context().setOffline(true)
  await app.open(fixturePath('fixes/for-each-cause.jsonl'))
  await app.expectFacts({ lines: 8, invalid: 5 })
  await app.openLine(2)
  await app.fix('Remove the extra comma').click()
  await app.expectFacts({ invalid: 4 })
  expect((await app.exportBytes('All lines')).length).toBeGreaterThan(500)
  // What is too large to be fetched ahead of need says why it is not there.
  await expect(page.getByRole('region', { name: 'Tokens' })).toContainText('lack of a connection')
  await expect(page.getByText('A part of the page could not be loaded')).toHaveCount(0)
})

test('what a file says is text: in a line, a key, a value, a name', async ({
  page,
  app,
  folder,
}) => {
  const title = await page.title()
  const hostile = `<img src=x onerror="document.title='hacked'"><script>document.title='hacked'</script>`
  const line = {
    custom_id: hostile,
    method: 'POST',
    url: '/v1/chat/completions',
    body: { model: hostile, messages: [{ role: 'user', content: hostile }], [hostile]: hostile },
  }
  const name = '<img src=x onerror=alert(1)>.jsonl'
  await writeFile(join(folder, name), `${JSON.stringify(line)}\n{"${hostile}\n`)
  await app.open(join(folder, name))
  await app.openLine(1)
  await expect(app.editor).toContainText('<img src=x')
  const made = await page.evaluate(
    () => document.querySelectorAll('[onerror], [src="x"], body script:not([src])').length,
  )
  expect(made).toBe(0)
  expect(await page.title()).toBe(title)
})

test('nothing is kept that was not asked for', async ({ page, app }) => {
  await app.open(fixturePath('formats/batch-input.jsonl'))
  expect(await page.context().cookies()).toEqual([])
  const kept = await page.evaluate(() => JSON.stringify([localStorage, sessionStorage]))
  expect(kept).not.toContain('Question')
})
