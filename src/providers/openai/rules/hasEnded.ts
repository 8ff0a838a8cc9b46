// Whether a model or an endpoint that ends on a day is gone: whether the request can still succeed.

/** `day`: when it is shut down, as 2026-09-28. */
export function hasEnded(day: string, today = todayAsDay()): boolean {
  return day <= today
}

/** By the clock of this computer. */
function todayAsDay(): string {
  const now = new Date()
  const two = (part: number): string => String(part).padStart(2, '0')
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`
}
