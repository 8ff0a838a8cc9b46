// Edits outlive the page: its process is killed while lines are edited, and the next page has every edit that the
// last one showed. What was edited is recorded here and not in the page.
import { mkdtemp, readFile, rm, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { BrowserContext, Page } from '@playwright/test'
import { App } from './support/app.ts'
import { killRenderers } from './support/killRenderers.ts'
import { expect, test as base } from './support/test.ts'

interface Profile {
  /** A page of the profile, at the empty screen. */
  readonly open: () => Promise<App>
  /** Ends all pages as a crash would. */
  readonly crash: () => Promise<void>
}

const test = base.extend<{ readonly profile: Profile }>({
  profile: async ({ playwright, launchOptions, baseURL }, run) => {
    const folder = await mkdtemp(join(tmpdir(), 'lineproof-profile-'))
    const context = await playwright.chromium.launchPersistentContext(folder, {
      ...launchOptions,
      ...(baseURL !== undefined && { baseURL }),
      locale: 'en-GB',
      viewport: { width: 1440, height: 900 },
      acceptDownloads: true,
    })
    await run({ open: () => openApp(context), crash: () => crashPages(context, folder) })
    await context.close()
    await rm(folder, { recursive: true, force: true })
  },
})

async function openApp(context: BrowserContext): Promise<App> {
  const page = await context.newPage()
  await page.addInitScript(pickFromPrivateStorage)
  const app = new App(page)
  await app.start()
  return app
}

async function crashPages(context: BrowserContext, folder: string): Promise<void> {
  const pages = context.pages().filter((page) => page.url().startsWith('http'))
  const crashed = Promise.all(pages.map((page) => page.waitForEvent('crash')))
  expect(killRenderers(folder)).toBeGreaterThan(0)
  await crashed
  for (const page of pages) await page.close()
}

/** No test can press a button of the system's file dialog: a file of private storage stands for the user's. */
function pickFromPrivateStorage(): void {
  const picker = async (): Promise<FileSystemFileHandle[]> => {
    const folder = await navigator.storage.getDirectory()
    return [await folder.getFileHandle('input.jsonl')]
  }
  Object.assign(window, { showOpenFilePicker: picker })
}

async function putFile(page: Page, text: string): Promise<void> {
  await page.evaluate(async (content) => {
    const folder = await navigator.storage.getDirectory()
    const handle = await folder.getFileHandle('input.jsonl', { create: true })
    const writable = await handle.createWritable()
    await writable.write(content)
    await writable.close()
  }, text)
}

const LINES = Array.from({ length: 2000 }, (_, i) => JSON.stringify({ id: i, text: `line ${i}` }))
const FILE = `${LINES.join('\n')}\n`

function fileWith(texts: ReadonlyMap<number, string>): string {
  return `${LINES.map((line, i) => texts.get(i + 1) ?? line).join('\n')}\n`
}

function entry(app: App) {
  return app.page.getByRole('region', { name: 'Unsaved edits' }).getByRole('listitem')
}

async function editLine(app: App, line: number, text: string): Promise<void> {
  await app.openLine(line)
  await app.typeLine(text)
  await app.apply()
}

test('edits of a page that was killed are applied again with one press', async ({ profile }) => {
  const app = await profile.open()
  await putFile(app.page, FILE)
  await app.button('Open files').click()
  await app.expectFacts({ state: 'ready', lines: LINES.length })
  const edits = new Map<number, string>()
  for (const line of [3, 1999, 3, 40]) {
    const text = `{"id":${line},"edited":${edits.size}}`
    await editLine(app, line, text)
    edits.set(line, text)
    await app.expectFacts({ edited: edits.size })
  }
  await profile.crash()

  const next = await profile.open()
  await expect(entry(next)).toHaveAttribute('data-edits', '4')
  await expect(entry(next)).toContainText('You had unsaved edits in input.jsonl (4 edits, today')
  await next.button('Open and apply').click()
  await next.expectFacts({ state: 'ready', edited: edits.size })
  expect((await next.exportBytes('All lines')).toString()).toBe(fileWith(edits))
})

test('the same file offers them, whatever it is called and whenever it was touched', async ({
  profile,
  folder,
}) => {
  const path = join(folder, 'first.jsonl')
  await writeFile(path, FILE)
  const app = await profile.open()
  await app.open(path)
  await editLine(app, 7, '{"edited":true}')
  await app.expectFacts({ edited: 1 })
  await profile.crash()

  const other = join(folder, 'renamed.jsonl')
  await writeFile(other, FILE)
  await utimes(other, new Date('2026-01-02T03:04:05Z'), new Date('2026-01-02T03:04:05Z'))
  const next = await profile.open()
  await expect(entry(next)).toHaveAttribute('data-edits', '1')
  await next.open(other)
  await next.button('Apply them').click()
  await next.expectFacts({ edited: 1 })
  expect((await next.exportBytes('All lines')).toString()).toBe(
    fileWith(new Map([[7, '{"edited":true}']])),
  )
  expect(await readFile(other, 'utf8')).toBe(FILE)
})
