// Which Chromium the browser tests and the benchmark drive, and how to get one.
import { existsSync } from 'node:fs'
import { run, runNpm } from './run.mjs'

const SYSTEM_BROWSERS = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
]

/**
 * The browser to start: LINEPROOF_CHROMIUM, else one of the system. Undefined: Playwright's own,
 * whether or not it has been installed.
 */
export function findChromium() {
  const chosen = process.env.LINEPROOF_CHROMIUM
  if (chosen !== undefined && chosen !== '') return chosen
  return SYSTEM_BROWSERS.find((path) => existsSync(path))
}

/** True when there is a browser, installed now or before; otherwise says what to do. */
export async function ensureBrowser() {
  const chosen = findChromium()
  if (chosen !== undefined) {
    if (existsSync(chosen)) return true
    console.error(`LINEPROOF_CHROMIUM names ${chosen}, which does not exist.`)
    return false
  }
  if (await hasPlaywrightBrowser()) return true
  console.log('No Chromium found. Downloading the one of Playwright …')
  const installed =
    (await runNpm(['exec', '--no', '--', 'playwright', 'install', 'chromium'])) === 0
  if (installed && (await hasPlaywrightBrowser())) return true
  if (isRoot() && existsSync('/etc/debian_version')) {
    console.log('That did not work. Installing the chromium package of this system …')
    const quiet = { DEBIAN_FRONTEND: 'noninteractive' }
    await run('apt-get', ['update', '-q'], quiet)
    await run('apt-get', ['install', '-q', '-y', '--no-install-recommends', 'chromium'], quiet)
    if (findChromium() !== undefined) return true
  }
  console.error(
    'The browser tests need Chromium. Install Chromium or Google Chrome, or name one with ' +
      'LINEPROOF_CHROMIUM=/path/to/chromium, and run the command again.',
  )
  return false
}

/** A downloaded Chromium may still lack libraries of the system, so it is asked for its version. */
async function hasPlaywrightBrowser() {
  const { chromium } = await import('@playwright/test')
  const path = chromium.executablePath()
  return existsSync(path) && (await run(path, ['--version'])) === 0
}

function isRoot() {
  return process.getuid?.() === 0
}
