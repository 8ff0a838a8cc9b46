// A stopwatch inside the page: when the user acted, when something was there to be seen, and which
// tasks blocked the main thread meanwhile. On the page's own clock, so that the way to the page and
// back is not measured with it.
import type { Page } from '@playwright/test'

interface Clock {
  /** Milliseconds on performance.now() of the last event by its type. */
  readonly at: Record<string, number>
  readonly longTasks: number[]
}

type ClockWindow = typeof globalThis & { lineproofClock: Clock }

export interface LongTasks {
  /** Tasks over 50 ms. */
  readonly count: number
  readonly over100: number
  /** Milliseconds of the longest; 0 when there is none. */
  readonly longest: number
}

/** Has to be called before the page is opened. */
export async function installClock(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const clock: Clock = { at: {}, longTasks: [] }
    ;(globalThis as ClockWindow).lineproofClock = clock
    for (const type of ['drop', 'keydown', 'click', 'input']) {
      globalThis.addEventListener(type, () => (clock.at[type] = performance.now()), true)
    }
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) clock.longTasks.push(entry.duration)
    }).observe({ type: 'longtask' })
  })
}

/** Milliseconds; longer than anything that is measured takes on a slow machine. */
const GIVEN_UP_AFTER = 300_000

/**
 * Milliseconds from the last event of that type until the selector matches something. Looks when the
 * page changes and at no other time: a look at every frame would make the browser draw every frame.
 * Fails when that does not come.
 */
export async function timeUntil(page: Page, eventType: string, selector: string): Promise<number> {
  return page.evaluate(
    ({ type, wanted, limit }) =>
      new Promise<number>((resolve, reject) => {
        const { document } = globalThis
        setTimeout(() => reject(new Error(`Nothing came that matches ${wanted}`)), limit)
        const look = () => {
          const startedAt = (globalThis as ClockWindow).lineproofClock.at[type]
          if (startedAt === undefined || document.querySelector(wanted) === null) return
          observer.disconnect()
          resolve(performance.now() - startedAt)
        }
        const observer = new MutationObserver(look)
        observer.observe(document, { subtree: true, childList: true, attributes: true })
        look()
      }),
    { type: eventType, wanted: selector, limit: GIVEN_UP_AFTER },
  )
}

/** The long tasks since the last call. */
export async function takeLongTasks(page: Page): Promise<LongTasks> {
  const durations = await page.evaluate(() =>
    (globalThis as ClockWindow).lineproofClock.longTasks.splice(0),
  )
  return {
    count: durations.length,
    over100: durations.filter((duration) => duration > 100).length,
    longest: Math.max(0, ...durations),
  }
}
