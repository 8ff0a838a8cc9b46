// Days of the calendar as texts, YYYY-MM-DD, which sort as the days do.

/** Today by the clock of this computer. */
export function todayAsDay(): string {
  return dayOf(Date.now())
}

/** The day of a time in milliseconds since 1970, by the clock of this computer. */
export function dayOf(at: number): string {
  const date = new Date(at)
  const two = (part: number): string => String(part).padStart(2, '0')
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`
}

/** The day that is so many days after another; before it, where they are negative. */
export function addDays(day: string, days: number): string {
  return new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10)
}
