// Journeys of a user through the built app in a real Chromium. Build first (`npm run build`):
// these tests validate what would be shipped, not the development server.
import { defineConfig } from '@playwright/test'
import { findChromium } from '../src/tooling/browser.mjs'
import { findFirefox, findWebKit } from '../src/tooling/otherBrowsers.mjs'
import type { Engine } from './browsers/browserTest.ts'

// Far from the ports of vite (5173, 4173), so that a forgotten server is never tested by mistake;
// another one lets two checkouts on one machine test at once.
const port = Number(process.env['LINEPROOF_E2E_PORT'] ?? 4517)

const isContinuous = process.env['CI'] !== undefined

export default defineConfig<object, { engine: Engine }>({
  testDir: '.',
  testMatch: '*.spec.ts',
  // Screenshots, traces and downloads of failed tests; ignored by git.
  outputDir: 'results',
  // Large files and two cores: a test may wait for its turn, but none of them hangs for long.
  timeout: isContinuous ? 120_000 : 60_000,
  expect: { timeout: 15_000 },
  // Reading files is bound to the processor; more workers only make every test slower.
  workers: 2,
  // Tests of one file share nothing, so that two workers end at about the same time.
  fullyParallel: true,
  // At a desk, a test that passes at the second try has found something and counts as failed. Shared
  // machines stall for seconds at a time, so there it is tried again, and said at the end of the run.
  retries: isContinuous ? 2 : 0,
  forbidOnly: isContinuous,
  reporter: [['list'], ['./browsers/summary.ts']],
  // The other browsers where they are there; what could not run is said at the end.
  projects: [
    { name: 'chromium', testIgnore: 'browsers/**' },
    ...(findFirefox() ? [otherBrowser('firefox')] : []),
    ...(findWebKit() ? [otherBrowser('webkit')] : []),
  ],
  use: {
    baseURL: `http://localhost:${port}/`,
    // The accessible names are the English ones.
    locale: 'en-GB',
    // Each test has a profile of its own, in which the app would be kept for nobody. offline.spec.ts lets it.
    serviceWorkers: 'block',
    viewport: { width: 1440, height: 900 },
    // A click on something that is not there should say so, and not end as 'test timeout'.
    actionTimeout: 20_000,
    // A trace makes every step slower by up to a half, so it is written where it is likely to be read.
    trace: isContinuous ? 'on-first-retry' : 'retain-on-failure',
    // No further arguments: Playwright itself starts Chromium without background networking, and
    // without the sandbox, which root cannot have.
    launchOptions: chromiumOptions(),
  },
  globalSetup: './support/serveApp.ts',
})

function otherBrowser(engine: Engine) {
  // A browser takes seconds to start, and its protocol is slower than Chromium's.
  return { name: engine, testMatch: 'browsers/*.spec.ts', timeout: 120_000, use: { engine } }
}

/** A browser of the system where there is one: Playwright's own is not on every machine. */
function chromiumOptions() {
  const executablePath = findChromium()
  return executablePath === undefined ? {} : { executablePath }
}
