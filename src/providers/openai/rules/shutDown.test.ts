import { expect, test, vi } from 'vitest'
import { shutDown } from './shutDown.ts'

test('what was shut down makes the request fail', () => {
  const said = 'The model was shut down on 2026-09-28, so this request will fail.'
  expect(shutDown('The model', '2026-09-28', '2026-09-28')).toBe(said)
  expect(shutDown('The model', '2026-09-28', '2027-01-01')).toBe(said)
})

test('what will be shut down is said as that', () => {
  expect(shutDown('The model', '2026-09-28', '2026-09-27')).toBe(
    'The model will be shut down on 2026-09-28; a batch that ends later will fail.',
  )
})

test('today comes from the clock', () => {
  vi.useFakeTimers({ now: new Date(2026, 8, 27, 23, 59) })
  expect(shutDown('It', '2026-09-28')).toContain('will be')
  vi.setSystemTime(new Date(2026, 8, 28, 0, 1))
  expect(shutDown('It', '2026-09-28')).toContain('was')
  vi.useRealTimers()
})
