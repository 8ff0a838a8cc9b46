// The `test` of journeys that run a batch: with an API of its own for each test, the only other origin to
// which the page may send anything.
import { ApiServer } from './apiServer.ts'
import { RunPage } from './runPage.ts'
import { test as base } from './test.ts'

/** Found nowhere else; the tests look for it everywhere. */
export const KEY = 'sk-e2e-w7Xq0ZpT5rGnV3kLm9BdYhC1uJfRs8Ea'

interface RunFixtures {
  readonly api: ApiServer
  readonly run: RunPage
}

export const test = base.extend<RunFixtures>({
  // oxlint-disable-next-line no-empty-pattern -- Playwright insists on a pattern here
  api: async ({}, give) => {
    const api = new ApiServer()
    await api.start()
    api.keys.add(KEY)
    await give(api)
    await api.stop()
  },
  chosenOrigins: async ({ api }, give) => {
    await give([api.origin])
  },
  run: async ({ app }, give) => {
    await give(new RunPage(app))
  },
})

export { expect } from '@playwright/test'
