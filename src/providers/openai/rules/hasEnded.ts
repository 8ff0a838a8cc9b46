// Whether a model, an endpoint or a feature that ends on a day is gone: whether the request can still succeed.
import { addDays, todayAsDay } from '../../../base/calendarDay.ts'

/** `day`: the first day without it, as 2026-09-28. */
export function hasEnded(day: string, today = todayAsDay()): boolean {
  return day <= today
}

/** Days before an end on which it is told. A batch takes one, and what failed or is prepared is sent later. */
const NOTICE_DAYS = 15

/** The first day on which the end on `day` is told. */
export function toldFrom(day: string): string {
  return addDays(day, -NOTICE_DAYS)
}

/** Whether it has not ended, and a batch that is prepared today may run after it has. */
export function endsSoon(day: string, today = todayAsDay()): boolean {
  return !hasEnded(day, today) && toldFrom(day) <= today
}
