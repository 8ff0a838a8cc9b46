// The app without a network, in a folder of a static host, and how it changes to a new version.
import { appendFile, cp, readFile, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import {
  type Browser,
  type BrowserContext,
  expect,
  type Locator,
  type Page,
} from '@playwright/test'
import { App } from './support/app.ts'
import { fixturePath } from './support/fixturePath.ts'
import { StaticHost } from './support/staticHost.ts'
import { test } from './support/test.ts'
import { wordsOf } from './support/words.ts'

const PREFIX = '/tools/lineproof/'

interface Visit {
  readonly host: StaticHost
  readonly context: BrowserContext
  readonly page: Page
  readonly app: App
  /** What is served. */
  readonly built: string
}

/** The app at its first visit, kept on the device. */
async function visit(browser: Browser, folder: string): Promise<Visit> {
  const built = join(folder, 'built')
  await cp(resolve(import.meta.dirname, '..', process.env['LINEPROOF_DIST'] ?? 'dist'), built, {
    recursive: true,
  })
  const host = await StaticHost.start(built, PREFIX)
  const context = await browser.newContext({ serviceWorkers: 'allow', locale: 'en-GB' })
  const page = await context.newPage()
  await page.goto(host.address)
  await page.evaluate(async () => {
    const { active } = await navigator.serviceWorker.ready
    if (active?.state === 'activated') return
    await new Promise((done) => {
      active?.addEventListener('statechange', done, { once: true })
    })
  })
  return { host, context, page, app: new App(page), built }
}

/** Another version of the app: its page is another, and so is the service worker. */
async function publish(built: string): Promise<void> {
  const index = join(built, 'index.html')
  const html = await readFile(index, 'utf8')
  await writeFile(index, html.replace('<div id="root">', '<div id="root" data-version="2">'))
  const worker = join(built, 'sw.js')
  const code = await readFile(worker, 'utf8')
  const changed = code.replace(/(url:`index\.html`,revision:`)\w+/, '$1ffffffffffffffff')
  expect(changed).not.toBe(code)
  await writeFile(worker, changed)
  await appendFile(worker, '\n')
}

function secondVersion(page: Page): Locator {
  return page.locator('#root[data-version="2"]')
}

/** As the browser does it now and then. */
async function lookForUpdate(page: Page): Promise<void> {
  await page.evaluate(async () => void (await (await navigator.serviceWorker.ready).update()))
}

test('after the first visit everything works without the host', async ({ browser, folder }) => {
  const { host, context, page, app } = await visit(browser, folder)
  await host.stop()
  await page.reload()
  await app.open(fixturePath('fixes/for-each-cause.jsonl'))
  await app.expectFacts({ lines: 8, invalid: 5 })
  await app.openLine(2)
  await app.fix('Remove the extra comma').click()
  await app.expectFacts({ invalid: 4 })
  expect((await app.exportBytes('All lines')).length).toBeGreaterThan(500)
  // Words of another language, and a part that nothing has asked for yet.
  await page.evaluate(() => localStorage.setItem('lineproof.language', 'zh-TW'))
  page.once('dialog', (dialog) => void dialog.accept())
  await page.reload()
  const translated = new App(page, wordsOf('zh-TW'))
  await expect(translated.status).toBeVisible()
  await context.close()
})

test('a new version waits for the user, and for edits to be saved', async ({ browser, folder }) => {
  const { host, context, page, app, built } = await visit(browser, folder)
  await app.open(fixturePath('fixes/for-each-cause.jsonl'))
  await app.openLine(2)
  await app.fix('Remove the extra comma').click()
  await app.expectFacts({ invalid: 4 })
  await publish(built)
  await lookForUpdate(page)
  const update = page.getByRole('button', { name: /^Update and reload/ })
  await update.click()
  await expect(page.getByText('Save or export your edits first.')).toBeVisible()
  await app.expectFacts({ invalid: 4 })
  await app.button('Undo').click()
  await app.expectFacts({ invalid: 5 })

  // Nor under another tab.
  const other = await context.newPage()
  await other.goto(host.address)
  await update.click()
  await expect(page.getByText('Lineproof is open in other tabs.')).toBeVisible()
  await expect(secondVersion(other)).toHaveCount(0)
  await other.close()

  await update.click()
  // Another worker begins, and the page is loaded again.
  await expect(secondVersion(page)).toHaveCount(1, { timeout: 60_000 })
  await context.close()
  await host.stop()
})

test('nothing but files of the app is kept', async ({ browser, folder }) => {
  const { host, context, page } = await visit(browser, folder)
  const kept = await page.evaluate(async () => {
    const urls: string[] = []
    for (const name of await caches.keys()) {
      for (const { url } of await (await caches.open(name)).keys()) urls.push(url)
    }
    return urls
  })
  expect(kept.length).toBeGreaterThan(100)
  expect(kept.filter((url) => !url.startsWith(host.address))).toEqual([])
  const policyOf = (url: string): Promise<string | null | undefined> =>
    page.evaluate(async (of) => {
      const response = (await caches.match(of, { ignoreSearch: true })) ?? (await fetch(of))
      return response.headers.get('Content-Security-Policy')
    }, url)
  expect(await policyOf('sw.js')).toContain("connect-src 'self'")
  // A worker obeys the policy of the response that it came with, also when that was kept.
  const connecting = kept.find((url) => url.includes('/connect/openai/')) ?? ''
  expect(await policyOf(connecting)).toContain('connect-src https://api.openai.com;')
  await context.close()
  await host.stop()
})
