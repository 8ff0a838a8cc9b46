// The `test` that every spec uses: the app opened at its empty screen, a folder for files, and the
// watch over outgoing requests, which no journey can switch off.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test as base } from '@playwright/test'
import { App } from './app.ts'
import { watchOutsideRequests } from './assertNoOutsideRequests.ts'
import { PairingPage } from './pairingPage.ts'
import type { LanguageTag } from '../../src/i18n/languages.ts'
import { wordsOf } from './words.ts'

interface Fixtures {
  /** Of the interface; `locale` makes the browser ask for it. */
  readonly language: LanguageTag
  readonly app: App
  readonly pairing: PairingPage
  /** A folder of this test alone, removed at its end. */
  readonly folder: string
  /** Origins beside the app's own to which something may be sent; none but where a user chose one. */
  readonly chosenOrigins: readonly string[]
  readonly outsideWatch: undefined
  /** What went wrong in the page; has to be empty at the end. */
  readonly pageErrors: string[]
}

export const test = base.extend<Fixtures>({
  language: ['en', { option: true }],
  app: async ({ page, language }, run) => {
    // No browser asks for it.
    if (language === 'pseudo') {
      await page.addInitScript(() => localStorage.setItem('lineproof.language', 'pseudo'))
    }
    const app = new App(page, wordsOf(language))
    await app.start()
    await run(app)
  },
  pairing: async ({ app }, run) => {
    await run(new PairingPage(app))
  },
  // oxlint-disable-next-line no-empty-pattern -- Playwright insists on a pattern here
  folder: async ({}, run) => {
    const folder = await mkdtemp(join(tmpdir(), 'lineproof-e2e-'))
    await run(folder)
    await rm(folder, { recursive: true, force: true })
  },
  chosenOrigins: [[], { option: true }],
  outsideWatch: [
    async ({ context, baseURL, chosenOrigins }, run) => {
      const own = new URL(baseURL ?? '').origin
      const assertNoneLeft = watchOutsideRequests(context, [own, ...chosenOrigins])
      await run(undefined)
      assertNoneLeft()
    },
    { auto: true },
  ],
  // An exception in the page is a bug even where the journey goes on; so is a blocked resource.
  pageErrors: [
    async ({ page }, run) => {
      const errors: string[] = []
      page.on('pageerror', (error) => errors.push(error.stack ?? error.message))
      page.on('console', (message) => {
        if (message.text().includes('Content Security Policy')) errors.push(message.text())
      })
      await run(errors)
      base.expect(errors, 'exceptions in the page').toEqual([])
    },
    { auto: true },
  ],
})

export { expect } from '@playwright/test'
