import { afterEach, expect, test, vi } from 'vitest'
import { addDays, todayAsDay } from './calendarDay.ts'

afterEach(() => vi.useRealTimers())

test('days are added over the ends of months and years', () => {
  expect(addDays('2026-12-20', 15)).toBe('2027-01-04')
  expect(addDays('2028-03-01', -1)).toBe('2028-02-29')
})

test('today comes from the clock, in its own time zone', () => {
  vi.useFakeTimers({ now: new Date(2026, 8, 7, 23, 59) })
  expect(todayAsDay()).toBe('2026-09-07')
  vi.setSystemTime(new Date(2026, 8, 8, 0, 1))
  expect(todayAsDay()).toBe('2026-09-08')
})
