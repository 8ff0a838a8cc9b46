// The browsers beside Chromium in which the journeys of e2e/browsers run, where they are there.
import { existsSync } from 'node:fs'

const FIREFOX = [
  '/usr/bin/firefox-esr',
  '/usr/bin/firefox',
  '/usr/lib/firefox-esr/firefox-esr',
  '/Applications/Firefox.app/Contents/MacOS/firefox',
  'C:\\Program Files\\Mozilla Firefox\\firefox.exe',
]

/** Where Debian and its relatives have the sample browser of WebKitGTK. */
const MINI_BROWSERS = [
  '/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser',
  '/usr/lib/aarch64-linux-gnu/webkit2gtk-4.1/MiniBrowser',
  '/usr/libexec/webkit2gtk-4.1/MiniBrowser',
]

/** LINEPROOF_FIREFOX, else the one of the system. Undefined when there is none. */
export function findFirefox() {
  const named = process.env.LINEPROOF_FIREFOX
  if (named === 'none') return undefined
  return named || FIREFOX.find((path) => existsSync(path))
}

/** All programs that it takes to drive WebKitGTK, or undefined. LINEPROOF_WEBKIT=none leaves it out. */
export function findWebKit() {
  if (process.env.LINEPROOF_WEBKIT === 'none') return undefined
  const driver = '/usr/bin/WebKitWebDriver'
  const xvfbRun = '/usr/bin/xvfb-run'
  const dbusRunSession = '/usr/bin/dbus-run-session'
  const browser = MINI_BROWSERS.find((path) => existsSync(path))
  const isThere = browser && [driver, xvfbRun, dbusRunSession].every((path) => existsSync(path))
  return isThere ? { driver, browser, xvfbRun, dbusRunSession } : undefined
}

/** What is missing for journeys in other browsers, for people to read. */
export function missingBrowsers() {
  return [
    findFirefox() ? [] : ['Firefox (firefox-esr, or LINEPROOF_FIREFOX=/path/to/firefox)'],
    findWebKit() ? [] : ['WebKit (the packages webkit2gtk-driver and xvfb)'],
  ].flat()
}
