// How often the page hears of work under way.

/** Milliseconds between two reports of progress. */
export const REPORT_INTERVAL = 100

/** At most ten calls a second. */
export function throttled<T>(report: (value: T) => void): (value: T) => void {
  let last = 0
  return (value) => {
    const now = Date.now()
    if (now - last < REPORT_INTERVAL) return
    last = now
    report(value)
  }
}
