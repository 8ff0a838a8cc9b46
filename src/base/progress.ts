// How often the page hears of work under way.

/**
 * Milliseconds between two reports of progress. On two cores every drawing of the page takes from the
 * reading: at ten a second a gigabyte took a tenth longer.
 */
export const REPORT_INTERVAL = 200

/** At most one call in an interval. */
export function throttled<T>(report: (value: T) => void): (value: T) => void {
  let last = 0
  return (value) => {
    const now = Date.now()
    if (now - last < REPORT_INTERVAL) return
    last = now
    report(value)
  }
}
