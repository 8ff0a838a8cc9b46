/** Milliseconds. No server that means it asks for more; a date of the year 9999 would be told as minutes. */
const LONGEST = 24 * 60 * 60_000

/** Milliseconds from `now`, of seconds or a date, a day at most; undefined for anything else. */
export function parseRetryAfter(value: string | null, now: number): number | undefined {
  if (value === null) return undefined
  const text = value.trim()
  if (/^\d+(\.\d+)?$/.test(text)) return Math.min(LONGEST, Number(text) * 1000)
  const at = Date.parse(text)
  return Number.isNaN(at) ? undefined : Math.min(LONGEST, Math.max(0, at - now))
}
