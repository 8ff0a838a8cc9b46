// Which Chromium the browser tests and the benchmark drive, and how to get one.
import { existsSync } from 'node:fs'
import { run, runNpm } from './run.mjs'

/** Debian's Chromium without an interface of its own: the same engine, and tests take a fifth less time. */
const SHELL_PACKAGE = 'chromium-headless-shell'
const HEADLESS_SHELL = '/usr/lib/chromium/chromium-headless-shell'

const SYSTEM_BROWSERS = [
  HEADLESS_SHELL,
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
  return findNamed() ?? SYSTEM_BROWSERS.find((path) => existsSync(path))
}

function findNamed() {
  const named = process.env.LINEPROOF_CHROMIUM
  return named === '' ? undefined : named
}

/** True when there is a browser, installed now or before; otherwise says what to do. */
export async function ensureBrowser() {
  // Where many tests run unattended, the quicker browser is worth an install.
  if (process.env.CI !== undefined && mayInstallPackages()) await installPackage(SHELL_PACKAGE)
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
  if (mayInstallPackages()) {
    console.log('That did not work. Installing the Chromium of this system …')
    for (const name of [SHELL_PACKAGE, 'chromium']) {
      await installPackage(name)
      if (findChromium() !== undefined) return true
    }
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

function mayInstallPackages() {
  return findNamed() === undefined && process.getuid?.() === 0 && existsSync('/etc/debian_version')
}

/** A package of Debian's; nothing happens when it is there already, or cannot be had. */
async function installPackage(name) {
  if (name === SHELL_PACKAGE && existsSync(HEADLESS_SHELL)) return
  const quiet = { DEBIAN_FRONTEND: 'noninteractive' }
  await run('apt-get', ['update', '-q'], quiet)
  await run('apt-get', ['install', '-q', '-y', '--no-install-recommends', name], quiet)
}
