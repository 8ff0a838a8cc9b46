// What to say of a model or an endpoint that ends on a day: whether the request can still succeed.

/** `what` begins the sentence; `day` is the last one, as 2026-09-28. */
export function shutDown(what: string, day: string, today = todayAsDay()): string {
  return day <= today
    ? `${what} was shut down on ${day}, so this request will fail.`
    : `${what} will be shut down on ${day}; a batch that ends later will fail.`
}

/** By the clock of this computer. */
function todayAsDay(): string {
  const now = new Date()
  const two = (part: number): string => String(part).padStart(2, '0')
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`
}
