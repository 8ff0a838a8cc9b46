// A profile of the browser that outlives its pages: their processes are killed, and the next page finds what they left
// on the device. What was edited is recorded in the test and not in the page.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { BrowserContext, Locator, Page } from '@playwright/test'
import { App } from './app.ts'
import { killRenderers } from './killRenderers.ts'
import { expect, test as base } from './test.ts'

export interface Profile {
  /** A page of the profile, at the empty screen. */
  readonly open: () => Promise<App>
  /** Ends all pages as a crash would. */
  readonly crash: () => Promise<void>
}

export const test = base.extend<{ readonly profile: Profile }>({
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

/** Writes the file that the picker hands out. */
export async function putFile(page: Page, text: string): Promise<void> {
  await page.evaluate(async (content) => {
    const folder = await navigator.storage.getDirectory()
    const handle = await folder.getFileHandle('input.jsonl', { create: true })
    const writable = await handle.createWritable()
    await writable.write(content)
    await writable.close()
  }, text)
}

/** Opens the file that the picker hands out: the browser has a handle of it. */
export async function pickFile(app: App, text: string): Promise<void> {
  await putFile(app.page, text)
  await app.button('Open files').click()
}

/** As when people come back to the tab from another program. */
export async function comeBack(page: Page): Promise<void> {
  await page.evaluate(() => window.dispatchEvent(new Event('focus')))
}

/** What is offered on the start screen. */
export function entry(app: App): Locator {
  return app.page.getByRole('region', { name: 'Unsaved edits' }).getByRole('listitem')
}

export async function editLine(app: App, line: number, text: string): Promise<void> {
  await app.openLine(line)
  await app.typeLine(text)
  await app.apply()
}

/** The first edits of a document, one after the other; each is there before the next begins. */
export async function editLines(
  app: App,
  ...edits: readonly (readonly [line: number, text: string])[]
): Promise<void> {
  for (const [i, [line, text]] of edits.entries()) {
    await editLine(app, line, text)
    await app.expectFacts({ edited: i + 1 })
  }
}

/** Bytes of each file of edits that is on the device, by its name. */
export function journalSizes(page: Page): Promise<Readonly<Record<string, number>>> {
  return page.evaluate(async () => {
    const folder = await navigator.storage.getDirectory()
    const edits = await folder.getDirectoryHandle('edits', { create: true })
    const sizes: Record<string, number> = {}
    for await (const [name, handle] of edits.entries()) {
      if (handle.kind === 'file') sizes[name] = (await handle.getFile()).size
    }
    return sizes
  })
}

/** Journals that are on the device, without files of drafts: whether there is one is a question of time. */
export async function journals(page: Page): Promise<number> {
  return Object.keys(await journalSizes(page)).filter((name) => !name.includes('.')).length
}
