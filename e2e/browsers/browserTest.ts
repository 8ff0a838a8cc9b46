// The `test` of the journeys that run in every browser beside Chromium that is there. A worker starts the browser of
// its project once; each test has a page with storage of its own.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test as base } from '@playwright/test'
import { findFirefox, findWebKit } from '../../src/tooling/otherBrowsers.mjs'
import type { Driver } from './driver.ts'
import { startFirefox } from './firefoxDriver.ts'
import { JourneyPage } from './journeyPage.ts'
import { startWebKit } from './webkitDriver.ts'

export type Engine = 'firefox' | 'webkit'

interface TestFixtures {
  readonly app: JourneyPage
  readonly folder: string
}

interface WorkerFixtures {
  readonly engine: Engine
  readonly driver: Driver
}

export const test = base.extend<TestFixtures, WorkerFixtures>({
  engine: ['firefox', { option: true, scope: 'worker' }],
  driver: [
    async ({ engine }, run) => {
      const driver = await startDriver(engine)
      await run(driver)
      await driver.close()
    },
    { scope: 'worker', timeout: 120_000 },
  ],
  app: async ({ driver, baseURL }, run, testInfo) => {
    testInfo.annotations.push({ type: 'browser', description: driver.version })
    const page = await driver.newPage()
    const app = new JourneyPage(page)
    await app.start(baseURL ?? '')
    await run(app)
    base.expect(page.complaints, 'exceptions and requests to others').toEqual([])
    await page.close()
  },
  // oxlint-disable-next-line no-empty-pattern -- Playwright insists on a pattern here
  folder: async ({}, run) => {
    const folder = await mkdtemp(join(tmpdir(), 'lineproof-e2e-'))
    await run(folder)
    await rm(folder, { recursive: true, force: true, maxRetries: 5 })
  },
})

async function startDriver(engine: Engine): Promise<Driver> {
  const firefox = findFirefox()
  const webkit = findWebKit()
  if (engine === 'firefox' && firefox !== undefined)
    return startFirefox(firefox, { locale: 'en-GB' })
  if (engine === 'webkit' && webkit) return startWebKit(webkit, { locale: 'en-GB' })
  throw new Error(`There is no ${engine}.`)
}

export { expect } from '@playwright/test'
