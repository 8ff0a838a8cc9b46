import { afterEach, expect, test, vi } from 'vitest'
import { inEnglish } from '../../../i18n/testing/inEnglish.ts'
import { ENDPOINTS } from '../endpoints/registry.ts'
import { COMPLETIONS } from '../endpoints/urls.ts'
import { endsSoon, hasEnded, toldFrom } from './hasEnded.ts'

afterEach(() => vi.useRealTimers())

function warningOf(ownUrl: string): string | undefined {
  const warning = ENDPOINTS.find(({ url }) => url === ownUrl)?.warning
  return warning && `${warning.severity}: ${inEnglish(warning.message())}`
}

test('what was shut down has ended, from that day on', () => {
  expect(hasEnded('2026-09-28', '2026-09-28')).toBe(true)
  expect(hasEnded('2026-09-28', '2027-01-01')).toBe(true)
})

test('what will be shut down has not', () => {
  expect(hasEnded('2026-09-28', '2026-09-27')).toBe(false)
})

test('what ends is told from two weeks before the batch could run until it has ended', () => {
  const told = ['2026-09-12', toldFrom('2026-09-28'), '2026-09-27', '2026-09-28'].map((today) =>
    endsSoon('2026-09-28', today),
  )
  expect(told).toEqual([false, true, true, false])
})

test('today comes from the clock', () => {
  vi.useFakeTimers({ now: new Date(2026, 8, 27, 23, 59) })
  expect(hasEnded('2026-09-28')).toBe(false)
  vi.setSystemTime(new Date(2026, 8, 28, 0, 1))
  expect(hasEnded('2026-09-28')).toBe(true)
})

test('warnings of endpoints say what is gone', () => {
  vi.useFakeTimers({ now: new Date(2026, 8, 23) })
  expect(warningOf(COMPLETIONS)).toBe(
    'warning: The last model of /v1/completions will be shut down on 2026-09-28; a batch that ends later will fail. Use /v1/chat/completions or /v1/responses.',
  )
  vi.setSystemTime(new Date(2026, 8, 28))
  expect(warningOf(COMPLETIONS)).toBe(
    'warning: The last model of /v1/completions was shut down on 2026-09-28. Use /v1/chat/completions or /v1/responses.',
  )
  expect(warningOf('/v1/videos')).toBe(
    'error: OpenAI’s Videos API was shut down on 2026-09-24, so this request will fail. Leave it out.',
  )
})
