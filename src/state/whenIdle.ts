// Work that can wait until the page has nothing better to do.

/** Milliseconds after which it is done in any case, or at all where the browser cannot tell. */
const AT_LATEST = 2000
const WITHOUT_TELLING = 200

/** Runs it once, later. */
export function whenIdle(run: () => void): void {
  if (typeof requestIdleCallback === 'function') requestIdleCallback(run, { timeout: AT_LATEST })
  else setTimeout(run, WITHOUT_TELLING)
}
